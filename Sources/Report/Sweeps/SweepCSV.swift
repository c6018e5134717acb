public import Experiment
import Plan
import Record
import Text

/// `points.csv`: a row for each point of a sweep, with what its runs say of each measure.
public enum PointsCSV {
  /// The file's name.
  public static let name = "points.csv"

  /// Hands over the lines of the file, in pieces.
  public static func lines<Failure: Error>(
    of result: SweepResult,
    to write: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var table = CSVTable()
    let fixed = [
      "point", "runs", "complete", "failed", "failure-median-seconds", "failure-median-low-seconds",
      "failure-median-high-seconds", "held", "held-low", "held-high",
    ]
    table.row(
      fixed + result.order.axes.map(\.key)
        + result.measures.flatMap { measure in Self.columns.map { "\(measure) \($0)" } }
    )
    for (number, point) in result.points.enumerated() {
      let median = point.survival?.quantile(0.5)
      let held = point.held.map { ($0.share, $0.interval()) }
      table.row(
        [
          "\(number + 1)", "\(point.runs.count)", "\(point.completeCount)",
          "\(point.survival?.failureCount ?? 0)", text(median?.value), text(median?.low),
          text(median?.high), text(held?.0), text(held?.1.low), text(held?.1.high),
        ]
          + result.order.points[number].values
          + result.measures.flatMap { cells(point.summary(of: $0)) }
      )
      try table.pass(to: write)
    }
    try table.finish(to: write)
  }

  private static let columns = ["n", "mean", "half-width", "min", "p25", "p50", "p75", "max"]

  private static func cells(_ summary: SampleSummary?) -> [String] {
    guard let summary else { return ["0"] + columns.dropFirst().map { _ in "" } }
    return ["\(summary.count)"]
      + [
        summary.mean, summary.halfWidth(), summary.minimum, summary.lowerQuartile, summary.median,
        summary.upperQuartile, summary.maximum,
      ].map(text)
  }

  private static func text(_ value: Double?) -> String { value.map(plainNumber) ?? "" }
}

/// `runs.csv`: a row for each measure of each run of a sweep.
public enum RunsCSV {
  /// The file's name.
  public static let name = "runs.csv"

  /// Hands over the lines of the file, in pieces.
  public static func lines<Failure: Error>(
    of result: SweepResult,
    to write: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var table = CSVTable()
    table.row(
      ["point"] + result.order.axes.map(\.key)
        + ["seed", "replication", "ending", "fingerprint", "measure", "value"]
    )
    for run in result.digests {
      let head =
        ["\(run.place.point + 1)"] + result.order.points[run.place.point].values
        + [
          "\(result.order.seed)", "\(run.place.replication + 1)", run.ending.word,
          hexadecimal(run.fingerprint),
        ]
      for measure in run.measures { table.row(head + [measure.name, plainNumber(measure.value)]) }
      if run.measures.isEmpty { table.row(head + ["", ""]) }
      try table.pass(to: write)
    }
    try table.finish(to: write)
  }
}
