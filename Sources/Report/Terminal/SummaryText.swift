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
  var words: RunWords { RunWords(plan: plan, result: result) }

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
    let (lead, rest) = words.extent
    switch record.ending {
    case .complete: lines.line(rest)
    case .partial: lines.line(rest, lead: lead, paint: style.yellow)
    case .halted: lines.line(rest, lead: lead, paint: style.red)
    }
  }

  private func addVerdicts(_ lines: inout Lines) {
    lines.title("Verdict: \(words.verdict)")
    if result.verdicts.isEmpty, result.findings.isEmpty { lines.line("No defect was set off.") }
    for verdict in words.verdicts { add(verdict, &lines) }
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
    for sentence in verdict.evidence { lines.line(sentence, indent: column + 4, hanging: 0) }
  }
}
