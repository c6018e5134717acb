import Plan
import Testing

@Suite("Sweeps")
struct SweepTests {
  static let site = """
    hosts: { HUB1: { os: NT 4.0 SP5, memory: 128 MiB } }
    exchange: { HUB1: { version: 5.5 SP3, mailboxes: 5 } }
    mail:
      m: { from: HUB1, to: HUB1, volume: 4000/day }
      n: { from: HUB1, to: HUB1, volume: 2.5/mailbox/hour }
    internet: { example.net: { hosts: { mx.example.net: { latency: 20ms } } } }
    """

  static func study(_ sweep: String) throws -> Study {
    let compiled = Compiled(site + "\nsweep:\n" + sweep)
    return try #require(compiled.study, "\(compiled.report)")
  }

  @Test(
    "values are those of the range or the list, with the unit that the file has",
    arguments: [
      ("mail.m.volume: 1000..8000 x2", ["1000/day", "2000/day", "4000/day", "8000/day"]),
      ("mail.m.volume: 1000..7999 x2", ["1000/day", "2000/day", "4000/day"]),
      ("mail.m.volume: 1..2 step 0.25", ["1/day", "1.25/day", "1.5/day", "1.75/day", "2/day"]),
      ("mail.m.volume: 1..4 x1.5", ["1/day", "1.5/day", "2.25/day", "3.375/day"]),
      ("mail.n.volume: [1, 7/day, 0.5]", ["1/mailbox/hour", "7/day", "0.5/mailbox/hour"]),
      ("mail.*.recipients: [1, 20]", ["1", "20"]), ("run.seed: 7..9 step 1", ["7", "8", "9"]),
      ("run.seed: 7..9 step 3", ["7"]),
      ("hosts.HUB1.memory: 64..256 x2", ["64 MiB", "128 MiB", "256 MiB"]),
      ("exchange.HUB1.version: [5.5 SP3, 5.5 SP4]", ["5.5 SP3", "5.5 SP4"]),
      (
        "'internet.\"example.net\".hosts.\"mx.example.net\".latency': 10..40 x2",
        ["10ms", "20ms", "40ms"]
      ),
      ("run.duration: [1d, 36h]", ["1d", "36h"]),
    ]
  )
  func values(vary: String, values: [String]) throws {
    let study = try Self.study("  vary: { \(vary) }")
    #expect(study.axes.map(\.values) == [values])
    #expect(study.points.map(\.values) == values.map { [$0] })
    #expect(study.replications == 10)
  }

  @Test("each value meets each other, the last key varying fastest", arguments: 0..<30)
  func products(seed: UInt64) throws {
    var chance = Chance(seed)
    let keys = ["run.seed", "mail.m.recipients", "mail.n.recipients", "exchange.HUB1.mailboxes"]
    let axes = keys.prefix(1 + chance.below(4)).map { key in
      (key, (0..<1 + chance.below(4)).map { "\($0 * 3 + 1)" })
    }
    let vary = axes.map { "\($0.0): [\($0.1.joined(separator: ", "))]" }.joined(separator: ", ")
    let study = try Self.study("  replications: 4\n  vary: { \(vary) }")
    var points: [[String]] = [[]]
    for axis in axes { points = points.flatMap { point in axis.1.map { point + [$0] } } }
    #expect(study.points.map(\.values) == points, "seed \(seed)")
    #expect(study.axes.map(\.key) == axes.map(\.0))
    #expect(study.replications == 4)
  }

  @Test("keys that vary together make a point of the first values, one of the second ones…")
  func together() throws {
    let study = try Self.study(
      "  together: true\n  vary: { run.seed: [1, 2, 3], mail.m.volume: 10..40 x2 }"
    )
    #expect(study.points.map(\.values) == [["1", "10/day"], ["2", "20/day"], ["3", "40/day"]])
  }

  @Test("without a sweep there is no study, and the plan is that of the file")
  func plan() throws {
    let plain = Compiled(Self.site)
    #expect(plain.study == nil)
    let swept = Compiled(Self.site + "\nsweep: { vary: { mail.m.volume: [1] } }")
    #expect(swept.plan?.flows[0].perDayMillionths == 4_000_000_000)
  }

  @Test("of a large file no more than a share is read again")
  func cost() {
    let filler = (0..<4_000).map { "# \($0) " + String(repeating: "x", count: 60) + "\n" }.joined()
    let values = (1...1_000).map(String.init).joined(separator: ", ")
    let compiled = Compiled(filler + Self.site + "\nsweep: { vary: { run.seed: [\(values)] } }")
    #expect(compiled.study?.points.count == 1_000)
  }
}
