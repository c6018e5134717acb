/// Where a quantile lies, whatever the distribution: between two values of the sorted sample.
///
/// How many values of n lie below the true quantile is binomial, which is all that this rests on.
public struct QuantileInterval: Hashable, Sendable {
  /// The value at `lowRank`.
  public let low: Double
  /// The value at `highRank`.
  public let high: Double
  /// The place of the lower bound among the sorted values, from 1.
  public let lowRank: Int
  /// The place of the upper bound.
  public let highRank: Int
  /// How likely such an interval holds the quantile of a continuous distribution; for one with
  /// equal values it is likelier. It is what was asked for or more.
  public let coverage: Double

  /// The interval of the quantile with this share below it, in which neither side is wrong more
  /// often than half of what the confidence leaves; nil where the values are too few for any.
  public init?(of values: [Double], share: Double, confidence: Double = 0.95) {
    precondition(!values.contains(where: \.isNaN), "a value must be a number")
    let chances = Self.chances(values.count, share)
    let allowed = Self.allowed(share, confidence)
    var (below, lowRank) = (0.0, 0)
    while lowRank < values.count, below + chances[lowRank] <= allowed {
      below += chances[lowRank]
      lowRank += 1
    }
    var (above, highRank) = (0.0, values.count + 1)
    while highRank > 1, above + chances[highRank - 1] <= allowed {
      above += chances[highRank - 1]
      highRank -= 1
    }
    guard lowRank >= 1, highRank <= values.count else { return nil }
    let sorted = values.sorted()
    self.lowRank = lowRank
    self.highRank = highRank
    low = sorted[lowRank - 1]
    high = sorted[highRank - 1]
    coverage = 1 - below - above
  }

  /// The fewest values of which there is an interval.
  public static func leastCount(share: Double, confidence: Double = 0.95) -> Int {
    let allowed = allowed(share, confidence)
    var (count, chance) = (0, 1.0)
    while chance > allowed {
      chance *= max(share, 1 - share)
      count += 1
    }
    return count
  }

  private static func allowed(_ share: Double, _ confidence: Double) -> Double {
    precondition(share > 0 && share < 1, "a share lies between 0 and 1")
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    return (1 - confidence) / 2
  }

  /// How likely 0 ... `count` of so many values lie below the quantile.
  ///
  /// Outwards from the likeliest, in units of it: no number is too large or too small to matter.
  private static func chances(_ count: Int, _ share: Double) -> [Double] {
    let middle = min(count, Int(Double(count + 1) * share))
    var chances = Array(repeating: 0.0, count: count + 1)
    chances[middle] = 1
    for below in stride(from: middle, to: count, by: 1) {
      chances[below + 1] =
        chances[below] * (Double(count - below) / Double(below + 1)) * (share / (1 - share))
    }
    for below in stride(from: middle, to: 0, by: -1) {
      chances[below - 1] =
        chances[below] * (Double(below) / Double(count - below + 1)) * ((1 - share) / share)
    }
    let sum = chances.compensatedSum
    return chances.map { $0 / sum }
  }
}
