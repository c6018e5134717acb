import Command
import Experiment
import Kernel
import Plan
import Schema
import Testing
import Topology

@testable import mailroom

/// Forecasts made halfway, held against what the same run then does.
///
/// `MAILROOM_FORECASTS=400` takes so many seeds of each and prints how many intervals hold, and how wide
/// they are.
@Suite("Forecasts of the articles' leaks")
struct ForecastHonestyTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let topology: String
    let changes: [String: String]

    init(_ topology: String, _ what: String, _ changes: [String: String]) {
      testDescription = "\(topology), \(what)"
      self.topology = topology
      self.changes = changes
    }

    func plan() throws -> SitePlan {
      let text = try #require(ShippedTopologies.text(of: topology))
      let overrides = changes.sorted { $0.key < $1.key }
        .map { Override(path: $0.key, value: $0.value, origin: "--set") }
      let reading = Reading(overrides: overrides)
      return try #require(Topologies.read(Array(text.utf8), file: topology, reading))
    }
  }

  static let cases = [
    Case("Q214573", "within weeks", ["run.duration": "60d", "changes.friday-restart.at": "59d"]),
    Case(
      "Q214573",
      "within days",
      ["run.duration": "20d", "changes.friday-restart.at": "19d", "pop3.ROAD.users": "1000"]
    ),
    Case(
      "Q260554",
      "within weeks",
      ["run.duration": "60d", "hosts.HUB1.memory": "128MiB", "hosts.HUB1.pagefile": "64MiB"]
    ),
    Case(
      "Q260554",
      "within days, more than is carried in time",
      [
        "run.duration": "20d", "hosts.HUB1.memory": "128MiB", "hosts.HUB1.pagefile": "64MiB",
        "mail.sales-out.volume": "20000/day",
      ]
    ),
    Case(
      "Q175982",
      "within days",
      [
        "run.duration": "30d", "faults.silence.from": "1h",
        "exchange.HUB1.internet-mail.connections": "{ one-host: 500, outbound: 600 }",
      ]
    ),
    Case(
      "Q175982",
      "within weeks",
      [
        "run.duration": "60d", "faults.silence.from": "1h", "mail.to-partner.volume": "200/day",
        "exchange.HUB1.internet-mail.connections": "{ one-host: 900, outbound: 950 }",
      ]
    ),
    Case("Q192265", "within months", ["run.duration": "100d"]),
  ]

  /// What became of the forecasts of one step of a limit.
  struct Score {
    private(set) var (held, over, begun, unknown) = (0, 0, 0, 0)
    private var widths: [Double] = []

    var count: Int { widths.count + unknown }

    /// Half of the interval, as a share of the time that still lay ahead.
    var width: Double { widths.isEmpty ? .infinity : widths.sorted()[widths.count / 2] }

    /// Notes what was expected, and what came.
    mutating func note(_ expected: Outlook.Estimate?, made: Instant, came: Instant) {
      guard let expected else {
        unknown += 1
        return
      }
      let (made, came) = (Double(made.ticks) / 1e7, Double(came.ticks) / 1e7)
      if expected.high < came {
        over += 1
      } else if expected.low > came {
        begun += 1
      } else {
        held += 1
      }
      widths.append((expected.high - expected.low) / 2 / (came - made))
    }
  }

  @Test("Made at half the time, the interval holds the true one", arguments: cases)
  func honesty(leak: Case) throws {
    let plan = try leak.plan()
    let count =
      environment("MAILROOM_FORECASTS").flatMap { Int($0) } ?? (SweepScripts.isLong ? 40 : 3)
    var scores: [String: Score] = [:]
    for seed in 1...UInt64(count) {
      for (place, outlook) in try outlooks(of: leak, plan, seed: seed).enumerated() {
        for (number, step) in outlook.steps.enumerated() {
          guard let came = step.reached else { continue }
          let half = Instant(ticks: came.ticks / 2)
          let then = try outlooks(of: leak, plan, seed: seed, until: half)
          let name = "\(outlook.limit ?? ""), \(step.symptom)"
          let expected = then.dropFirst(place).first?.steps[number].expected
          scores[name, default: Score()].note(expected, made: half, came: came)
        }
      }
    }
    #expect(!scores.isEmpty)
    for (name, score) in scores.sorted(by: { $0.key < $1.key }) {
      print(
        "\(leak.testDescription): \(name): \(score.held) of \(score.count) held,",
        "\(score.over) were over and \(score.begun) had not begun;",
        "half as wide as \((score.width * 1_000).rounded() / 10) % of the time ahead"
      )
      // 85 of 100, and what chance takes of so few.
      let count = Double(score.count)
      #expect(Double(score.held) >= 0.85 * count - 3 * (0.1275 * count).squareRoot(), "\(name)")
      #expect(score.unknown == 0, "\(name)")
    }
  }

  private func outlooks(
    of leak: Case,
    _ plan: SitePlan,
    seed: UInt64,
    until end: Instant? = nil
  ) throws -> [Outlook] {
    let result = try SingleRun(plan, seed: seed, until: end).result(unless: StopRequest())
    return result.findings.first { $0.defect == leak.topology }?.outlooks ?? []
  }
}
