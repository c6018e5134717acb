/// A share of the observations, counted from the smallest, in exact millionths.
///
/// The value at a quantile is the observation of the *nearest rank*: of `n` observations in rising
/// order the one whose number is n × share, rounded up, and the first for the share 0. It is always an
/// observation, never something between two.
@frozen
public struct Quantile: Hashable, Comparable, Sendable {
  /// The share in millionths, from 0 to 1,000,000.
  public let millionths: UInt32

  /// The quantile at so many millionths, at most 1,000,000.
  @inlinable
  public init(millionths: UInt32) {
    precondition(millionths <= 1_000_000, "a quantile is at most the whole")
    self.millionths = millionths
  }

  /// The median.
  @inlinable public static var p50: Quantile { Quantile(millionths: 500_000) }

  /// 90 % of the observations are not above it.
  @inlinable public static var p90: Quantile { Quantile(millionths: 900_000) }

  /// 95 % of the observations are not above it.
  @inlinable public static var p95: Quantile { Quantile(millionths: 950_000) }

  /// 99 % of the observations are not above it.
  @inlinable public static var p99: Quantile { Quantile(millionths: 990_000) }

  /// 99.9 % of the observations are not above it.
  @inlinable public static var p999: Quantile { Quantile(millionths: 999_000) }

  /// Whether `left` is the smaller share.
  @inlinable
  public static func < (left: Quantile, right: Quantile) -> Bool {
    left.millionths < right.millionths
  }

  /// The number, from 1, of the observation at this quantile among `count`, which must not be 0.
  public func rank(among count: UInt64) -> UInt64 {
    precondition(count > 0, "nothing has no quantile")
    let rank = (UInt128(count) * UInt128(millionths) + 999_999) / 1_000_000
    return max(1, UInt64(rank))
  }
}
