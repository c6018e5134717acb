public import Plan
public import Record

extension RunResult {
  /// What follows from the record of a run of this plan.
  public init(_ record: RunRecord, of plan: SitePlan) {
    let judge = Judge(record, plan)
    self.init(
      record: record,
      verdicts: plan.expectations.map { judge.verdict(on: $0) },
      findings: judge.findings()
    )
  }
}
