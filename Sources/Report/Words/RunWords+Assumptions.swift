import Experiment
import Plan
import Text

extension RunWords {
  /// What nobody stated and the result rests upon; and how many others there are.
  var assumptions: (mattered: [Assumption], others: Int) {
    let mattered = result.assumptions(of: plan)
    return (mattered, plan.assumptions.count - mattered.count)
  }

  /// The values that are only counted; nil where there are none.
  var furtherAssumptions: String? {
    let (mattered, others) = assumptions
    guard others > 0 else { return nil }
    return "\(mattered.isEmpty ? "" : "and ")\(counted(others, "default")) that an article"
      + " states or that nothing came of"
  }
}
