import Testing

@testable import Text

@Suite("JSON that is made while it is written")
struct JSONPartsTests {
  /// The same JSON, cut into parts down to a depth; lists of numbers stay whole, as they stand in a line.
  private func parts(_ json: JSON, depth: Int) -> JSONParts {
    switch json {
    case .object(let members) where depth > 0:
      .object(members.map { ($0.name, parts($0.value, depth: depth - 1)) })
    case .array(let values)
    where depth > 0 && values.allSatisfy({ $0.double == nil && $0 != .null }):
      .list(count: values.count) { parts(values[$0], depth: depth - 1) }
    default: .value { json }
    }
  }

  private let sample: JSON = [
    "empty": [:], "none": .array([]), "row": .array([1, .null, .number(2.5)]),
    "texts": .array(["a\"b", "c"]),
    "deep": .array([["x": .array([["y": 1], ["z": .array([])]])], ["v": [:]]]),
  ]

  @Test("The text is that of the same JSON in one piece, wherever it is cut", arguments: 0...6)
  func isTheSame(depth: Int) throws {
    let parts = parts(sample, depth: depth)
    #expect(parts.json == sample)
    #expect(parts.encoded() == (try sample.encoded()))
  }

  @Test("A part is made when its turn comes, and what was written is not kept")
  func isMadeInTurn() {
    var made = 0
    var greatest = 0
    var total = 0
    let word = String(repeating: "x", count: 1_000)
    let parts: JSONParts = [
      "list": .list(count: 5_000) { number in
        .value {
          made = number + 1
          return .string(word)
        }
      }
    ]
    parts.encode { text in
      total += text.utf8.count
      greatest = max(greatest, text.utf8.count)
      // What is made and not yet handed over is less than what one piece holds.
      #expect(made * 1_000 - total < 1_000)
    }
    #expect(made == 5_000 && total > 5_000_000)
    #expect(greatest < 70_000)
  }

  @Test("What cannot be written ends the writing")
  func endsWhereItFails() {
    struct Full: Error {}
    var made = 0
    let parts: JSONParts = .list(count: 1_000) { number in
      .value {
        made = number
        return .string(String(repeating: "x", count: 70_000))
      }
    }
    #expect(throws: Full.self) { try parts.encode { (_: String) throws(Full) in throw Full() } }
    #expect(made == 0)
  }
}
