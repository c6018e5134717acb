import Experiment
import Plan
import Record
import Text

/// What a sweep says in words, wherever they are shown: cells of tables.
struct SweepWords {
  let result: SweepResult

  /// How many runs of a point failed, by when half of them had, and the interval of that; nil where half
  /// of them never did.
  func failure(_ point: Int) -> (failed: String, half: String?, interval: String?) {
    guard let survival = result.points[point].survival else { return ("-", nil, nil) }
    let median = survival.quantile(0.5)
    let failed = "\(survival.failureCount) of \(survival.count)"
    guard let value = median.value else { return (failed, nil, nil) }
    let ends = [median.low, median.high].map { $0.map { SiteClock.about(seconds: $0) } ?? "?" }
    return (failed, SiteClock.about(seconds: value), ends.joined(separator: " to "))
  }

  /// The means of measures at a point, and how long mail took there.
  func mail(_ point: Int, _ measures: [String]) -> [String] {
    let point = result.points[point]
    let latency = point.summary(of: "mail.latency-mean-seconds")
    return measures.map { Self.mean(point.summary(of: $0)) }
      + [latency.map { SiteClock.about(seconds: $0.mean) } ?? "-"]
  }

  /// How much more of something there is, its interval, and how likely that is by chance.
  static func difference(_ difference: PairedDifference, _ p: Double) -> [String] {
    let half = difference.halfWidth() ?? 0
    return [
      signed(difference.mean),
      "\(signed(difference.mean - half)) to \(signed(difference.mean + half))",
      chance(p),
    ]
  }

  /// How likely something is by chance.
  static func chance(_ p: Double) -> String {
    p < 0.001 ? "p < 0.001" : "p = \(fixedPoint(p, decimals: 3))"
  }

  /// The points of which a run did not come to its end, with how many and why.
  var troubles: [(point: Int, cells: [String])] {
    result.points.indices.filter { !result.points[$0].troubles.isEmpty }.map { number in
      let point = result.points[number]
      return (
        number,
        [
          "\(point.runs.count - point.completeCount) of \(point.runs.count)",
          point.troubles.map { "\($0.word): \($0.reason)" }.joined(separator: "; "),
        ]
      )
    }
  }

  /// The last name of a key.
  static func short(_ key: String) -> String {
    key.split(separator: ".").last.map(String.init) ?? key
  }

  /// `1,234 ±12`
  private static func mean(_ summary: SampleSummary?) -> String {
    guard let summary else { return "-" }
    let mean = grouped(Int(summary.mean.rounded()))
    guard let half = summary.halfWidth(), half > 0 else { return mean }
    return "\(mean) ±\(half < 10 ? fixedPoint(half, decimals: 1) : grouped(Int(half.rounded())))"
  }

  private static func signed(_ value: Double) -> String {
    let whole = Int(value.rounded())
    return whole > 0 ? "+\(grouped(whole))" : grouped(whole)
  }
}
