/// How a histogram cuts the whole range of `UInt64` into buckets of a stated relative error.
///
/// Every power of two is cut into 2^`bits` buckets of equal width, and all numbers below
/// 2^(`bits` + 1) have a bucket of their own. A bucket is reported as its middle, which is less than
/// 2^−(`bits` + 1) of the value away from each value in it.
@frozen
public struct HistogramScale: Hashable, Sendable {
  /// The binary digits after the first one that a bucket keeps.
  public let bits: UInt64

  /// The coarsest scale on which a reported value differs from the true one by at most `relativeError`.
  ///
  /// The error must lie between 2^−17 and 1/2; 1 % takes 3,776 buckets.
  public init(relativeError: Double = 0.01) {
    precondition(relativeError >= 0x1p-17 && relativeError <= 0.5, "no scale has this error")
    var bits: UInt64 = 0
    var error = 0.5
    while error > relativeError {
      error /= 2
      bits += 1
    }
    self.bits = bits
  }

  /// The largest distance of a reported value from the true one, divided by the true one.
  public var relativeError: Double { 0.5 / Double(UInt64(1) << bits) }

  /// All numbers below this one are told apart.
  public var exactBelow: UInt64 { 2 << bits }

  /// How many buckets the whole range of `UInt64` takes.
  public var bucketCount: Int { Int((65 - bits) << bits) }

  /// The bucket that `value` falls into.
  @inlinable
  public func bucket(of value: UInt64) -> Int {
    // The lowest bit of the linear part makes every small number count as if it were as large as that.
    let highest = 63 &- UInt64((value | (1 &<< bits)).leadingZeroBitCount)
    let shift = highest &- bits
    return Int(truncatingIfNeeded: (shift &<< bits) &+ (value &>> shift))
  }

  /// The values that fall into `bucket`, which must be one of the scale's.
  public func values(in bucket: Int) -> ClosedRange<UInt64> {
    precondition(bucket >= 0 && bucket < bucketCount, "no bucket of this scale")
    let number = UInt64(bucket)
    guard number >= exactBelow else { return number...number }
    let shift = (number >> bits) - 1
    let lowest = (number - (shift << bits)) << shift
    return lowest...(lowest + ((1 << shift) - 1))
  }

  /// The value that stands for all in `bucket`: the middle one, the lower where there are two.
  public func representative(of bucket: Int) -> UInt64 {
    let range = values(in: bucket)
    return range.lowerBound + (range.upperBound - range.lowerBound) / 2
  }
}
