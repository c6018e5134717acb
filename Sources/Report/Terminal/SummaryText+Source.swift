import Experiment
import Plan
import Record
import Text

extension SummaryText {
  /// What nobody stated and the result rests upon, with where it comes from; the rest is counted.
  func addAssumptions(_ lines: inout Lines) {
    guard !plan.assumptions.isEmpty else { return }
    lines.title("What this rests upon")
    lines.rows(words.assumptions.mattered.map { ["\($0.provenance)", "\($0.name) = \($0.value)"] })
    if let further = words.furtherAssumptions { lines.line("\(further): \(source.planCommand)") }
  }

  /// How to get the same again.
  func addSource(_ lines: inout Lines) {
    lines.title("The same again")
    lines.command(source.command)
    lines.line("mailroom \(source.version), seed \(record.seed)")
    lines.line("fingerprint: \(record.fingerprintText)")
  }
}
