/// By how much the second values of pairs exceed the first, where both of a pair share their chances.
public struct PairedDifference: Hashable, Sendable {
  /// The differences, second less first.
  public let differences: SampleSummary
  /// The variance that a difference would have if the two of a pair shared nothing: the sum of both
  /// variances. Nil for a single pair.
  public let independentVariance: Double?

  /// The differences of pairs, one at least.
  public init(_ pairs: [(Double, Double)]) {
    precondition(!pairs.isEmpty, "there is no pair")
    differences = SampleSummary(pairs.map { $0.1 - $0.0 })
    let first = SampleSummary(pairs.map(\.0)).variance
    let second = SampleSummary(pairs.map(\.1)).variance
    independentVariance = first.flatMap { first in second.map { first + $0 } }
  }

  /// The differences of values with the same place, of which both must be there; nil where none are.
  public init?(_ first: [Double?], _ second: [Double?]) {
    precondition(first.count == second.count, "values are paired by their place")
    let pairs = zip(first, second).compactMap { first, second in
      first.flatMap { first in second.map { (first, $0) } }
    }
    if pairs.isEmpty { return nil }
    self.init(pairs)
  }

  /// How many pairs there are.
  public var count: Int { differences.count }

  /// The mean difference.
  public var mean: Double { differences.mean }

  /// The variance of a difference; nil for a single pair.
  public var variance: Double? { differences.variance }

  /// By how much the mean may be off on either side with this confidence; nil for a single pair.
  public func halfWidth(confidence: Double = 0.95) -> Double? {
    differences.halfWidth(confidence: confidence)
  }

  /// How likely a mean so far from 0 would be, were there no difference: the paired t test.
  ///
  /// Differences that are all the same leave no doubt: 1 where they are 0, else 0. Nil for one pair.
  public var twoSidedP: Double? {
    guard let error = differences.standardError else { return nil }
    if error == 0 { return mean == 0 ? 1 : 0 }
    return StudentDistribution(degrees: Double(count - 1)).twoSidedTail(mean / error)
  }
}
