/// A lognormal distribution, given by the two figures that people know of a size or a delay.
@frozen
public struct Lognormal: Hashable, Sendable {
  /// The number that half of the draws are under.
  public let median: Double

  /// The deviation of the logarithm.
  public let spread: Double

  /// A distribution of which half the draws are under `median` and 95 of 100 under `p95`.
  public init(median: Double, p95: Double) throws(Invalid) {
    guard median > 0, median.isFinite else { throw .median(median) }
    guard p95 >= median, p95.isFinite else { throw .p95(p95) }
    self.median = median
    // The 95th percentile of the normal distribution.
    spread = Arithmetic.log(p95 / median) / 0x1.a515209676abdp0
  }

  /// One number, by inversion of one draw of `stream`.
  @inlinable
  public func draw(from stream: inout RandomStream) -> Double {
    median * Arithmetic.exp(spread * stream.normal())
  }

  /// Why there is no such distribution.
  public enum Invalid: Error, Hashable, Sendable {
    /// The median must be a positive number.
    case median(Double)
    /// The 95th percentile must be a number no smaller than the median.
    case p95(Double)
  }
}
