import Experiment
import Kernel
import Plan
import Record
import Text

/// What a run says in words, wherever they are shown: sentences, and rows of tables.
struct RunWords {
  let plan: SitePlan
  let result: RunResult

  var record: RunRecord { result.record }
  var clock: SiteClock { SiteClock(start: record.start) }

  /// How far the run came; what is out of the ordinary stands in `lead`.
  var extent: (lead: String, rest: String) {
    let whole = SiteClock.about(record.duration)
    let passed = SiteClock.about(record.end - .start)
    let start = record.start.spoken
    let events = counted(record.eventCount, "event")
    return switch record.ending {
    case .complete: ("", "\(whole) from \(start); \(events)")
    case .partial: ("stopped early", ": \(passed) of \(whole) from \(start); \(events)")
    case .halted(let halt):
      (
        "halted",
        " after \(passed) of \(whole) from \(start): \(halt); what follows is what was seen until then"
      )
    }
  }

  /// How many expectations held, in a few words.
  var verdict: String {
    let verdicts = result.verdicts
    let counts = Self.gravestFirst.map { outcome in
      (outcome: outcome, count: verdicts.count { $0.outcome == outcome })
    }
    if verdicts.isEmpty { return "nothing was expected" }
    if counts.last?.count == verdicts.count {
      return verdicts.count == 1
        ? "the expectation held" : "all \(verdicts.count) expectations held"
    }
    return listed(counts.filter { $0.count > 0 }.map { "\($0.count) \($0.outcome.rawValue)" })
  }

  /// The verdicts, those first that one came to see; of what is as expected one sentence is enough.
  var verdicts: [Verdict] {
    Self.gravestFirst.flatMap { outcome in result.verdicts.filter { $0.outcome == outcome } }
      .map { verdict in
        guard verdict.outcome == .held else { return verdict }
        return Verdict(
          text: verdict.text,
          outcome: .held,
          evidence: Array(verdict.evidence.prefix(1))
        )
      }
  }

  private static let gravestFirst: [Verdict.Outcome] = [.failed, .undecided, .held]
}
