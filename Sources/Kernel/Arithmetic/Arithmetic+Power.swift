extension Arithmetic {
  /// `x` to the power of `y`, within 0.6 ulp of the true value, with the special cases of C99 Annex F.
  @inlinable @inline(__always)
  public static func pow(_ x: Double, _ y: Double) -> Double {
    let bits = x.bitPattern
    if bits &- 0x0010_0000_0000_0000 < 0x7ff0_0000_0000_0000 - 0x0010_0000_0000_0000 {
      let (high, low, near) = productOfLogarithm(bits: bits, exponent: 0, times: y)
      // False for `nan` too.
      if near.magnitude < 664 {
        let (scale, increase) = exponentialParts(high, plus: low, near: near, shift: 0)
        return scale + increase
      }
    }
    return powerOfUnusual(x, y)
  }

  /// y log(x · 2^exponent) as two doubles and, sooner, roughly; of the normal x > 0 with these bits.
  ///
  /// As the logarithm does, but r = z i − 1 with i from the table and so short that r is exact, and all
  /// up to the square of r in two doubles. Relative error of the logarithm 2^-65, which times 664
  /// leaves 0.1 ulp of the power. The second double is under 2^-16 of the first.
  @inlinable @inline(__always)
  static func productOfLogarithm(
    bits: UInt64,
    exponent: Int64,
    times y: Double
  ) -> (high: Double, low: Double, near: Double) {
    let shifted = bits &- 0x3fe6_0040_0000_0000
    let row = Int(truncatingIfNeeded: (shifted &>> 44) & 255)
    let normal = bits &- (shifted & 0xfff0_0000_0000_0000)
    let k = Double((Int64(bitPattern: shifted) &>> 52) &+ exponent)
    // Everything is exact up to the square's half: of its two parts the first has the leading bits.
    let inverse = entry(powerInverses, row)
    let front = Double(bitPattern: (normal &+ 0x8000_0000) & 0xffff_ffff_0000_0000)
    let short = front * inverse - 1
    let back = (Double(bitPattern: normal) - front) * inverse
    let r = short + back
    let half = -0.5 * short
    let square = half * short
    let squareRest = back * (half - 0.5 * r)
    // The sum from the largest to the smallest, and what each addition loses.
    let base = k * 0x1.62e42fefa38p-1 + entry(powerLogarithms, row)
    let linear = base + r
    let sum = linear + square
    let lost = (base - linear + r) + (linear - sum + square)
    let r2 = r * r
    let r3 = r * r2
    let near = y * (linear + r2 * (r * 0x1.5555555555555p-2 - 0.5))
    // Minimax for log(1 + r) in |r| ≤ 1.02/256 with weight 1/|r|: relative error 2^-71.4.
    let odd = 0x1.5555555555557p-2 + r * -0x1.fffffffffffb1p-3
    let even = 0x1.99999998974d1p-3 + r * -0x1.55555564fce49p-3
    let top = 0x1.249402fcaae89p-3 + r * -0x1.ffea5da741e79p-4
    let cubic = r3 * (odd + r2 * even + r2 * r2 * top)
    let low =
      (k * 0x1.ef35793c7673p-45 + entry(powerLogarithmRests, row)) + (lost + squareRest) + cubic
    // The product of the halves of y and the sum is exact.
    let shortSum = leading(sum)
    let shortY = leading(y)
    return (
      shortY * shortSum,
      (y - shortY) * shortSum + y * ((sum - shortSum) + low),
      near
    )
  }

  /// The number's first 26 bits (Veltkamp), so that products of two such are exact.
  @inlinable @inline(__always)
  static func leading(_ x: Double) -> Double {
    let scaled = x * 0x1.0000002p27
    return scaled - (scaled - x)
  }
}
