import Testing

@testable import Text

@Suite("Nearest names")
struct NearestNamesTests {
  @Test(
    "The distance counts letters wrong, missing, too much and swapped",
    arguments: [
      ("", "", 0), ("a", "", 1), ("", "abc", 3), ("abc", "abc", 0), ("abc", "abd", 1),
      ("abc", "acb", 1), ("kitten", "sitting", 3), ("abcd", "badc", 2), ("ca", "abc", 3),
    ]
  )
  func distances(_ left: String, _ right: String, _ distance: Int) {
    #expect(editDistance(Array(left.utf8), Array(right.utf8)) == distance)
    #expect(editDistance(Array(right.utf8), Array(left.utf8)) == distance)
  }

  @Test(
    "What is near is offered, the nearest first, and nothing that is far",
    arguments: [
      ("fliter", ["format", "filter", "list"], ["filter"]),
      ("FILTER", ["filter"], ["filter"]),
      ("queue", ["queue/hold", "model", "queue/burst"], ["queue/hold", "queue/burst"]),
      ("q", ["queue"], []),
      ("xyz", ["queue", "model"], []),
      ("run", ["ran", "rain", "run"], ["run", "ran"]),
      ("abcd", ["abce", "abcf", "abcg", "abch"], ["abce", "abcf", "abcg"]),
      ("ab", ["xy"], []),
      ("x", ["y"], []),
    ]
  )
  func offers(_ word: String, _ names: [String], _ expected: [String]) {
    #expect(nearestNames(to: word, among: names) == expected)
  }
}
