extension Arithmetic {
  /// The natural logarithm of `x`, within 0.85 ulp of the true value.
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
  /// With x = 2^k z and 0.69 < z < 1.38, and a number c near z from the table, it is
  /// k log 2 + log c + log(1 + r) with r = (z − c)/c. The three cells about 1, from 1 − 0.99/256 to
  /// 1 + 1.02/256, have c = 1: there r = z − 1 is exact and the table adds nothing, so that the result
  /// is as good near 1 as elsewhere, without a branch.
  ///
  /// Error, in ulp of the result, outside the three: the last rounding 0.5; the roundings of r and of
  /// the sum before the last 0.125 each, since |r| is under 1/2 of the power of 2 below the result; the
  /// table 0.03, the polynomial 0.05, the other roundings 0.02. Within them: 0.5, 0.19 and 0.01.
  @inlinable @inline(__always)
  static func logarithm(bits: UInt64, exponent: Int64) -> Double {
    let shifted = bits &- 0x3fe6_0040_0000_0000
    let row = Int(truncatingIfNeeded: (shifted &>> 44) & 255)
    let z = Double(bitPattern: bits &- (shifted & 0xfff0_0000_0000_0000))
    let r = (z - entry(logarithmCenters, row)) * entry(logarithmInverses, row)
    let k = Double((Int64(bitPattern: shifted) &>> 52) &+ exponent)
    // log 2 in two parts, the first a multiple of 2^-42, so that the sum with the table's is exact.
    let high = k * 0x1.62e42fefa38p-1 + entry(logarithmsOfCenters, row)
    let low = k * 0x1.ef35793c7673p-45
    // Minimax for log(1 + r) on −1/512 ... 1/256 with weight 1/|r|: relative error 2^-57.4, and
    // absolute 2^-66.5 for |r| ≤ 1/512.
    // Minimax for log(1 + r) in the three cells with weight 1/|r|: relative error 2^-55.4, and absolute
    // 2^-64.5 for |r| ≤ 1/512. No two lines alike: as pairs they would be packed, which takes longer.
    let square = r * r
    let cube = r * square
    let rest = -0x1.00000005b8aaap-2 + r * 0x1.999b30cca028dp-3 - square * 0x1.554679f3733b2p-3
    let front = low - 0.5 * square + cube * 0x1.5555555516b52p-2
    return high + (r + (front + square * square * rest))
  }

  @usableFromInline @inline(never)
  static func logarithmOfUnusual(_ x: Double) -> Double {
    if x == 0 { return -.infinity }
    if x == .infinity { return x }
    guard x > 0 else { return .nan }
    return logarithm(bits: (x * 0x1p54).bitPattern, exponent: -54)
  }
}
