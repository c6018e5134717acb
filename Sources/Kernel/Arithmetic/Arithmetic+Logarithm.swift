extension Arithmetic {
  /// The natural logarithm of `x`, within 0.80 ulp of the true value.
  ///
  /// Of ±0 it is −infinity, of +infinity itself, of a negative number or `nan` it is `nan`.
  @inlinable @inline(__always)
  public static func log(_ x: Double) -> Double {
    let bits = x.bitPattern
    // One comparison for all that is not a positive normal number.
    if bits &- 0x0010_0000_0000_0000 >= 0x7ff0_0000_0000_0000 - 0x0010_0000_0000_0000 {
      return logarithmOfUnusual(x)
    }
    return logarithm(bits: bits, exponent: 0)
  }

  /// log(x · 2^exponent), of the positive normal number x with these bits.
  ///
  /// With x = 2^k z, and c near z from the table, it is k log 2 + log c + log(1 + r) with r = (z − c)/c.
  /// The cells are spaced evenly in the bits of z, from 0.688 to 1.377, so that 1 lies in the middle of
  /// one of them, and it and its neighbours have c = 1: there r = z − 1 is exact and the table adds
  /// nothing, so that the result near 1 is as good as elsewhere, without a branch.
  ///
  /// Error, in ulp of the result: the last rounding 0.5; r and the sum in front of the last at most
  /// 0.125 each, because outside the three cells about 1 the result is over 3 |r|; the table 0.03 and
  /// the polynomial 0.01.
  @inlinable @inline(__always)
  static func logarithm(bits: UInt64, exponent: Int64) -> Double {
    let shifted = bits &- 0x3fe6_0800_0000_0000
    let row = Int(truncatingIfNeeded: (shifted >> 44) & 255) &* 3
    let z = Double(bitPattern: bits &- (shifted & 0xfff0_0000_0000_0000))
    let k = Double((Int64(bitPattern: shifted) >> 52) &+ exponent)
    let r = (z - logarithmTable[row]) * logarithmTable[row &+ 1]
    // log 2 in two parts, the first a multiple of 2^-42, so that the sum with the table's is exact.
    let high = k * 0x1.62e42fefa38p-1 + logarithmTable[row &+ 2]
    let low = k * 0x1.ef35793c7673p-45
    let square = r * r
    // Minimax for log(1 + r) in |r| ≤ 1.5/256 with weight 1/|r|: relative error 2^-60.1.
    let odd = 0x1.5555555555567p-2 + r * -0x1.fffffffd64bbbp-3
    let even = 0x1.99999993d2567p-3 + r * -0x1.5558aedac864dp-3 + square * 0x1.2496699f74b8fp-3
    let cube = r * square
    return high + (r + (low - 0.5 * square + cube * odd + cube * square * even))
  }

  @usableFromInline @inline(never)
  static func logarithmOfUnusual(_ x: Double) -> Double {
    if x == 0 { return -.infinity }
    if x == .infinity { return x }
    guard x > 0 else { return .nan }
    return logarithm(bits: (x * 0x1p54).bitPattern, exponent: -54)
  }
}
