import Experiment
import Plan
import Record
import Text

extension SummaryText {
  /// What nobody stated and the result rests upon, with where it comes from; the rest is counted.
  func addAssumptions(_ lines: inout Lines) {
    let mattered = plan.assumptions.filter(didMatter)
    let others = plan.assumptions.count - mattered.count
    guard !plan.assumptions.isEmpty else { return }
    lines.title("What this rests upon")
    lines.rows(mattered.map { ["\($0.provenance)", "\($0.name) = \($0.value)"] })
    if others > 0 {
      lines.line(
        "\(mattered.isEmpty ? "" : "and ")\(counted(others, "default")) that an article states or that nothing came of:"
          + " \(source.planCommand)"
      )
    }
  }

  /// Whether a value had a part in what happened: those of the defects that were set off, and of what the
  /// site lives by those that are our own choice.
  private func didMatter(_ assumption: Assumption) -> Bool {
    let subject = assumption.name.prefix { $0 != ":" }
    if result.findings.contains(where: { $0.defect == subject }) { return true }
    return assumption.provenance == .assumed && !plan.defects.contains { $0.id == subject }
  }

  /// How to get the same again.
  func addSource(_ lines: inout Lines) {
    lines.title("The same again")
    // Two columns stay free for what continues a line in a shell.
    let command = wrapped(source.command, width: width - 2, indent: 2, hanging: 2)
    for (number, line) in command.enumerated() {
      lines.verbatim(line + (number < command.count - 1 ? " \\" : ""))
    }
    lines.line("mailroom \(source.version), seed \(record.seed)")
    lines.line("fingerprint: \(record.fingerprintText)")
  }
}
