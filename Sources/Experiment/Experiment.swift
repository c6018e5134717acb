public import Plan
public import Record
import Simulation

extension RunResult {
  /// What follows from the record of a run of this plan.
  public init(_ record: RunRecord, of plan: SitePlan) {
    self.init(record: record, verdicts: [], findings: [])
  }
}
