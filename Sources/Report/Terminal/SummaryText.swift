public import Experiment
import Kernel
public import Plan
import Record
public import Text

/// A run in words: the verdict first, then mail, hosts, what was assumed, and how to get it again.
///
/// What is as it should be takes a line or none.
public struct SummaryText {
  let plan: SitePlan
  let result: RunResult
  let source: ReportSource
  let style: Style
  let width: Int

  /// The summary of a run of this plan, for a terminal of `width` columns.
  public init(
    of result: RunResult,
    plan: SitePlan,
    source: ReportSource,
    style: Style,
    width: Int
  ) {
    self.plan = plan
    self.result = result
    self.source = source
    self.style = style
    self.width = width
  }

  var record: RunRecord { result.record }
  var clock: SiteClock { SiteClock(start: record.start) }

  /// All of it.
  public var text: String {
    var lines = Lines(style: style, width: width)
    lines.title(record.title)
    addRun(&lines)
    addVerdicts(&lines)
    for finding in result.findings { add(finding, &lines) }
    addMail(&lines)
    addHosts(&lines)
    addAssumptions(&lines)
    addSource(&lines)
    return lines.text
  }

  private func addRun(_ lines: inout Lines) {
    let whole = SiteClock.about(record.duration)
    let passed = SiteClock.about(record.end - .start)
    let start = SiteClock.day(record.start)
    let events = counted(record.eventCount, "event")
    switch record.ending {
    case .complete:
      lines.line("\(whole) from \(start); \(events)")
    case .partial:
      lines.line(
        ": \(passed) of \(whole) from \(start); \(events)",
        lead: "stopped early",
        paint: style.yellow
      )
    case .halted(let halt):
      lines.line(
        " after \(passed) of \(whole) from \(start): \(halt); what follows is what was seen until then",
        lead: "halted",
        paint: style.red
      )
    }
  }

  private func addVerdicts(_ lines: inout Lines) {
    let verdicts = result.verdicts
    if verdicts.isEmpty {
      lines.title("Verdict: nothing was expected")
      if result.findings.isEmpty { lines.line("No defect was set off.") }
      return
    }
    lines.title("Verdict: \(Self.counts(of: verdicts))")
    // What did not hold is what one came to see.
    for outcome in Self.gravestFirst {
      for verdict in verdicts where verdict.outcome == outcome { add(verdict, &lines) }
    }
  }

  private static let gravestFirst: [Verdict.Outcome] = [.failed, .undecided, .held]

  /// `1 failed, 2 undecided and 3 held`
  private static func counts(of verdicts: [Verdict]) -> String {
    let counts = gravestFirst.map { outcome in
      (outcome: outcome, count: verdicts.count { $0.outcome == outcome })
    }
    if counts.last?.count == verdicts.count {
      return verdicts.count == 1
        ? "the expectation held" : "all \(verdicts.count) expectations held"
    }
    return listed(counts.filter { $0.count > 0 }.map { "\($0.count) \($0.outcome.rawValue)" })
  }

  private func add(_ verdict: Verdict, _ lines: inout Lines) {
    let paint =
      switch verdict.outcome {
      case .held: style.green
      case .failed: style.red
      case .undecided: style.yellow
      }
    let word = verdict.outcome.rawValue
    let column = "undecided".count
    lines.line(
      String(repeating: Lines.glue, count: column - word.count + 2) + verdict.text,
      hanging: column + 2,
      lead: word,
      paint: paint
    )
    // One sentence is enough for what is as expected.
    let evidence = verdict.evidence.prefix(verdict.outcome == .held ? 1 : verdict.evidence.count)
    for sentence in evidence { lines.line(sentence, indent: column + 4, hanging: 0) }
  }
}
