extension Arithmetic {
  /// `x` to the power of `y`, within 0.6 ulp of the true value, with the special cases of C99 Annex F.
  @inlinable @inline(__always)
  public static func pow(_ x: Double, _ y: Double) -> Double {
    let bits = x.bitPattern
    if bits &- 0x0010_0000_0000_0000 < 0x7ff0_0000_0000_0000 - 0x0010_0000_0000_0000 {
      let (high, low) = productOfLogarithm(bits: bits, exponent: 0, times: y)
      // False for `nan` too.
      if high.magnitude < 664 { return exponential(high, plus: low) }
    }
    return powerOfUnusual(x, y)
  }

  /// y log(x · 2^exponent) as a double and a rest, of the positive normal number x with these bits.
  ///
  /// As the logarithm does, but r = z i − 1 with i from the table and short enough that both products
  /// with the halves of z are exact, and everything up to the square of r in two doubles. Relative error
  /// of the logarithm 2^-65, which times 708 leaves 0.1 ulp of the power.
  @inlinable @inline(__always)
  static func productOfLogarithm(
    bits: UInt64,
    exponent: Int64,
    times y: Double
  ) -> (high: Double, low: Double) {
    let shifted = bits &- 0x3fe6_0040_0000_0000
    let row = Int(truncatingIfNeeded: (shifted &>> 44) & 255) &* 3
    let normal = bits &- (shifted & 0xfff0_0000_0000_0000)
    let k = Double((Int64(bitPattern: shifted) &>> 52) &+ exponent)
    let inverse = entry(powerTable, row)
    let front = Double(bitPattern: normal & 0xffff_ffff_0000_0000)
    let frontProduct = front * inverse - 1
    let backProduct = (Double(bitPattern: normal) - front) * inverse
    let r = frontProduct + backProduct
    let rest = frontProduct - r + backProduct
    // The square's half in two parts, the first exact.
    let short = leading(r)
    let half = -0.5 * short
    let square = half * short
    let squareRest = half * (r - short) - 0.5 * r * (r - short)
    // The sum from the largest to the smallest, and what each addition loses.
    let base = k * 0x1.62e42fefa38p-1 + entry(powerTable, row &+ 1)
    let linear = base + r
    let linearLost = base - linear + r
    let sum = linear + square
    let sumLost = linear - sum + square
    let r2 = r * r
    let odd = 0x1.5555555555557p-2 + r * -0x1.fffffffffff89p-3
    let even = 0x1.999999989d177p-3 + r * -0x1.5555556d4739p-3
    let top = 0x1.2493fe394d74dp-3 + r * -0x1.ffddab5092905p-4
    let cubic = r * r2 * (odd + r2 * (even + r2 * top))
    let low =
      k * 0x1.ef35793c7673p-45 + entry(powerTable, row &+ 2) + (rest - r * rest) + linearLost
      + (squareRest + sumLost) + cubic
    let logarithm = sum + low
    let logarithmRest = sum - logarithm + low
    let shortLogarithm = leading(logarithm)
    let shortY = leading(y)
    let high = shortY * shortLogarithm
    return (
      high,
      (y - shortY) * shortLogarithm + y * (logarithm - shortLogarithm + logarithmRest)
    )
  }

  /// The number without the last 27 bits of its fraction, so that products of two such are exact.
  @inlinable @inline(__always)
  static func leading(_ x: Double) -> Double {
    Double(bitPattern: x.bitPattern & 0xffff_ffff_f800_0000)
  }
}
