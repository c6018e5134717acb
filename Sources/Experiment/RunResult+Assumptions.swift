public import Plan

extension RunResult {
  /// What nobody stated and had a part in what happened: the values of the defects that were set off, and
  /// of what the site lives by those that are our own choice.
  public func assumptions(of plan: SitePlan) -> [Assumption] {
    plan.assumptions.filter { assumption in
      let subject = assumption.name.prefix { $0 != ":" }
      if findings.contains(where: { $0.defect == subject }) { return true }
      return assumption.provenance == .assumed && !plan.defects.contains { $0.id == subject }
    }
  }
}
