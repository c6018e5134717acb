import Experiment
import Plan
import Text

extension RunWords {
  /// What nobody stated and the result rests upon; and how many others there are.
  var assumptions: (mattered: [Assumption], others: Int) {
    let mattered = plan.assumptions.filter(didMatter)
    return (mattered, plan.assumptions.count - mattered.count)
  }

  /// Whether a value had a part in what happened: those of the defects that were set off, and of what the
  /// site lives by those that are our own choice.
  private func didMatter(_ assumption: Assumption) -> Bool {
    let subject = assumption.name.prefix { $0 != ":" }
    if result.findings.contains(where: { $0.defect == subject }) { return true }
    return assumption.provenance == .assumed && !plan.defects.contains { $0.id == subject }
  }

  /// The values that are only counted; nil where there are none.
  var furtherAssumptions: String? {
    let (mattered, others) = assumptions
    guard others > 0 else { return nil }
    return "\(mattered.isEmpty ? "" : "and ")\(counted(others, "default")) that an article"
      + " states or that nothing came of"
  }
}
