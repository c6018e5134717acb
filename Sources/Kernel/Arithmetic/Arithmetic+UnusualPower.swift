extension Arithmetic {
  /// The power where x is not a positive normal number or the result is near an end of the range.
  @usableFromInline @inline(never)
  static func powerOfUnusual(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if x.isNaN || y.isNaN { return x + y }
    let wholeness = wholeness(of: y)
    if y.isInfinite {
      if x == -1 { return 1 }
      return (x.magnitude > 1) == (y > 0) ? .infinity : 0
    }
    // Of a negative x (of −0 too) only an odd power is negative.
    let sign: Double = x.sign == .minus && wholeness == .odd ? -1 : 1
    if x == 0 { return y < 0 ? sign * .infinity : sign * 0 }
    if x.isInfinite { return y < 0 ? sign * 0 : sign * .infinity }
    if x < 0, wholeness == .broken { return .nan }
    return sign * powerOfMagnitude(x.magnitude, y)
  }

  /// The power of a finite positive x and a finite y other than 0.
  private static func powerOfMagnitude(_ x: Double, _ y: Double) -> Double {
    if x == 1 { return 1 }
    // From here on the result is an end of the range, or 1, whatever x is.
    if y.magnitude > 0x1p65 { return (x > 1) == (y > 0) ? .infinity : 0 }
    if y.magnitude < 0x1p-65 { return 1 }
    let subnormal = x < 0x1p-1022
    let bits = (subnormal ? x * 0x1p54 : x).bitPattern
    let (high, low, near) = productOfLogarithm(
      bits: bits,
      exponent: subnormal ? -54 : 0,
      times: y
    )
    if near.magnitude < 664 {
      let (scale, increase) = exponentialParts(high, plus: low, near: near, shift: 0)
      return scale + increase
    }
    if near > 710 { return .infinity }
    if near < -746 { return 0 }
    return exponentialNearEnds(high, plus: low)
  }

  private enum Wholeness { case broken, even, odd }

  /// Whether a number that is not `nan` is whole, and then even or odd.
  private static func wholeness(of y: Double) -> Wholeness {
    guard y.rounded(.towardZero) == y else { return .broken }
    // From 2^53 on all are even.
    guard y.magnitude < 0x1p53 else { return .even }
    return Int64(y) & 1 == 0 ? .even : .odd
  }
}
