import Experiment
import Report
import Testing
import Text

@Suite("How much a site bears, in words")
struct LimitTextTests {
  /// The text of a search from 10 to 100 a day.
  private func text(
    replications: Int = 2,
    _ holds: @escaping @Sendable (Int, Int) -> Bool?
  ) -> [String] {
    let search = LimitSearch(
      from: 10,
      to: 100,
      replications: replications,
      tolerance: 0.001
    ) { .some(holds($0, $1)) }
    search.work()
    let question = LimitText.Question(
      title: "A site",
      key: "mail.volume",
      claim: "nothing fails",
      ends: (10, 100),
      value: { "\($0)/day" },
      command: "mailroom limit site.yaml"
    )
    let style = Style(isColored: false)
    return LimitText(of: search.turns, question, style: style, width: 200).text
      .split(separator: "\n").map(String.init)
  }

  @Test("The one sentence says what every run bears, and what cannot be told is no failure")
  func sentences() {
    let cases: [(String, @Sendable (Int, Int) -> Bool?)] = [
      ("It holds in all 2 runs up to 100/day, the most that was tried", { _, _ in true }),
      ("It holds in all 2 runs up to 37/day", { value, run in value <= 37 + run }),
      ("It does not hold even at 10/day", { _, _ in false }),
      ("In 1 run of 2 it does not hold even at 10/day", { _, run in run == 1 }),
      ("Whether it holds at 10/day cannot be told", { _, _ in nil }),
      (
        "Whether it holds at 10/day cannot be told in 1 run of 2",
        { _, run in run == 0 ? nil : true }
      ),
      (
        "Whether it holds at 10/day cannot be told; further up it holds up to 50/day",
        { value, _ in value < 12 ? nil : value <= 50 }
      ),
      (
        "Whether it holds at 10/day cannot be told; at 100/day it does not hold",
        { value, _ in value < 100 ? nil : false }
      ),
      (
        "In 1 run of 2 it does not hold even at 10/day, and in 1 run that cannot be told",
        { _, run in run == 0 ? nil : false }
      ),
      (
        "It holds in all 2 runs up to 50/day; at 51/day it cannot be told",
        { value, _ in value <= 50 ? true : nil }
      ),
      (
        "It holds in the one run up to 50/day; at 51/day it cannot be told",
        { value, _ in value <= 50 ? true : value <= 60 ? nil : false }
      ),
    ]
    for (sentence, holds) in cases {
      let lines = text(replications: sentence.contains("the one run") ? 1 : 2, holds)
      #expect(lines.contains(sentence), "\(lines)")
    }
  }

  @Test("Each run has its row, with what it cannot tell only where there is such a thing")
  func rows() {
    let plain = text { value, run in value <= 37 + run }
    #expect(plain.contains("  run  holds up to  fails from"))
    #expect(plain.contains("  2    38/day       39/day"))
    let open = text { value, run in run == 0 ? nil : value <= 37 }
    #expect(open.contains("  run  holds up to  cannot tell at  fails from"))
    #expect(open.contains("  1    never        10/day          never"))
    #expect(open.contains("  2    37/day       none            38/day"))
  }

  @Test("What half of them bear is said where every run bears something or nothing")
  func half() {
    let known = text(replications: 5) { value, run in value <= 20 + run }
    #expect(known.contains { $0.hasPrefix("  half of them bear 22/day") })
    let none = text(replications: 5) { value, run in run > 2 ? false : value <= 20 + run }
    #expect(none.contains { $0.hasPrefix("  half of them bear 20/day") })
    let open = text(replications: 5) { value, run in run == 4 ? nil : value <= 20 + run }
    #expect(!open.contains { $0.contains("half of them") })
  }
}
