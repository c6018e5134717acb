public import Record

extension PointResult {
  /// What became of the runs, as a record of remedies has it.
  public var outcome: RemedyRecord.Outcome {
    let half = survival?.quantile(0.5)
    return RemedyRecord.Outcome(
      runCount: runs.count,
      completeCount: completeCount,
      failedCount: survival?.failureCount ?? 0,
      half: RemedyRecord.Half(seconds: half?.value, low: half?.low, high: half?.high),
      failures: failures.map { RemedyRecord.Failure(what: $0.what, runCount: $0.count) },
      troubles: troubles.map(\.reason)
    )
  }
}
