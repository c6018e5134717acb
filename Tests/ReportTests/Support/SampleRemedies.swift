import Kernel
import Plan
import Record

/// What was tried on a site whose connections are lost: something of each effect.
struct SampleRemedies {
  var name = "HUB1"
  var effects = RemedyRecord.Effect.allCases
  var hasCauses = true
  var failedCount = 3

  var record: RemedyRecord {
    RemedyRecord(
      title: "A site of \(name)",
      program: "1.2.3",
      command: "mailroom remedy --replications 3 \(name).yaml",
      seed: 7,
      start: CivilDate(year: 1998, month: 3, day: 2)!,
      duration: .days(7),
      replications: 3,
      causes: hasCauses ? [.init(defect: "Q175982", title: "Mail never leaves", host: name)] : [],
      base: outcome(failedCount),
      remedies: effects.enumerated().map { number, effect in remedy(number, effect) },
      assumptions: [
        Assumption(
          name: "Q175982: connections",
          value: "10 \(name)",
          reason: "nothing says",
          provenance: .assumed
        )
      ]
    )
  }

  private func outcome(_ failed: Int) -> RemedyRecord.Outcome {
    RemedyRecord.Outcome(
      runCount: 3,
      completeCount: 3,
      failedCount: failed,
      half: .init(seconds: failed > 1 ? 115_200 : nil, low: nil, high: nil),
      failures: failed > 0 ? [.init(what: "Q175982: mail of \(name) shut", runCount: failed)] : [],
      troubles: []
    )
  }

  private func remedy(_ number: Int, _ effect: RemedyRecord.Effect) -> RemedyRecord.Remedy {
    let delay: Double =
      switch effect {
      case .prevents: 489_600
      case .delays: 90_000
      case .worsens: -40_000
      case .eases, .nothing, .untried: 0
      }
    return RemedyRecord.Remedy(
      words: "thing \(number) on \(name)",
      kind: "a setting",
      effect: effect,
      changes: [.init(key: "exchange.\(name).version", value: "5.5 SP\(number)")],
      command: "mailroom run --set 'exchange.\(name).version=5.5 SP\(number)' site.yaml",
      outcome: effect == .untried
        ? RemedyRecord.Outcome(
          runCount: 3,
          completeCount: 0,
          failedCount: 0,
          half: .init(seconds: nil, low: nil, high: nil),
          failures: [],
          troubles: ["there is no \(name)"]
        ) : outcome(effect == .prevents ? 0 : 3),
      delay: .init(count: 3, mean: delay, halfWidth: 3_600, chance: delay == 0 ? 1 : 0.001),
      undelivered: .init(
        count: 3,
        mean: effect == .eases ? -1_631 : effect == .prevents ? -1_664 : 0,
        halfWidth: 76,
        chance: effect == .eases || effect == .prevents ? 0.002 : 1
      )
    )
  }
}
