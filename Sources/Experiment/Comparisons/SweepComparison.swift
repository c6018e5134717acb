import Plan
import Record

/// Two sweeps side by side: how the measures of equal points differ.
public struct SweepComparison: Sendable {
  /// A measure at a point.
  public struct Line: Sendable {
    /// The values of the point.
    public let values: [String]
    /// The measure.
    public let measure: String
    /// Its mean in the first sweep.
    public let first: Double
    /// The difference of the means, second less first.
    public let difference: Double
    /// By how much the difference may be off, with 95 % confidence.
    public let halfWidth: Double
    /// How likely it would be by chance, corrected for the number of comparisons.
    public let adjustedP: Double

    /// In a word.
    public var word: String {
      adjustedP >= 0.05 ? "no difference" : difference > 0 ? "more" : "less"
    }
  }

  /// Whether runs are compared one by one, as both sweeps have the same seed.
  public let isPaired: Bool
  /// All measures of the points that both have, in order.
  public let lines: [Line]
  /// Points that only one of them has.
  public let unmatched: [[String]]
  /// Whether every run of both is the same.
  public let isEqual: Bool

  /// The lines that differ by more than chance.
  public var differing: [Line] { lines.filter { $0.adjustedP < 0.05 } }

  /// Compares two sweeps, point by point of equal values.
  public init(_ first: SweepResult, _ second: SweepResult) {
    let isPaired = first.order.seed == second.order.seed
    self.isPaired = isPaired
    var places: [[String]: Int] = [:]
    for (place, point) in second.order.points.enumerated() { places[point.values] = place }
    var found: [(values: [String], measure: String, mean: Double, Change)] = []
    var unmatched: [[String]] = []
    var matched: Set<Int> = []
    for (place, point) in first.order.points.enumerated() {
      guard let other = places[point.values] else {
        unmatched.append(point.values)
        continue
      }
      matched.insert(other)
      for measure in first.measures {
        guard let summary = first.points[place].summary(of: measure),
          let change = Change(
            measure,
            first.points[place],
            second.points[other],
            isPaired: isPaired
          )
        else { continue }
        found.append((point.values, measure, summary.mean, change))
      }
    }
    unmatched += second.order.points.indices.filter { !matched.contains($0) }
      .map { second.order.points[$0].values }
    self.unmatched = unmatched
    let adjusted = holmAdjusted(found.map(\.3.p))
    lines = zip(found, adjusted).map { found, p in
      Line(
        values: found.values,
        measure: found.measure,
        first: found.mean,
        difference: found.3.mean,
        halfWidth: found.3.halfWidth,
        adjustedP: p
      )
    }
    isEqual = unmatched.isEmpty && first.digests == second.digests
  }

  private struct Change {
    let mean: Double
    let halfWidth: Double
    let p: Double

    init?(_ measure: String, _ first: PointResult, _ second: PointResult, isPaired: Bool) {
      if isPaired {
        guard let difference = second.difference(from: first, { $0[measure] }) else { return nil }
        mean = difference.mean
        halfWidth = difference.halfWidth() ?? 0
        p = difference.twoSidedP ?? 1
      } else {
        guard let one = first.summary(of: measure), let other = second.summary(of: measure),
          let difference = IndependentDifference(one, other)
        else { return nil }
        mean = difference.mean
        halfWidth = difference.halfWidth()
        p = difference.twoSidedP
      }
    }
  }
}
