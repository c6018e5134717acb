extension Arithmetic {
  /// e to the power of `x`, within 0.52 ulp of the true value.
  ///
  /// From 709.79 on it is infinity, below −745.13 zero; subnormal results are rounded once.
  @inlinable @inline(__always)
  public static func exp(_ x: Double) -> Double {
    // False for `nan` too.
    if x.magnitude < 664 {
      return exponential(x, plus: 0)
    }
    return exponentialOfUnusual(x)
  }

  /// e to the power of `x` + `rest`, where |x| < 664 and |rest| is at most an ulp of x.
  ///
  /// With n nearest to 256 x / log 2 it is 2^(n/256) exp r, the first from the table.
  @inlinable @inline(__always)
  static func exponential(_ x: Double, plus rest: Double) -> Double {
    let (scale, growth) = exponentialParts(x, plus: rest)
    return scale + scale * growth
  }

  /// Two numbers s and g with e^(x + rest) = s (1 + g), where s is 2^(n/256) rounded.
  ///
  /// For |x| over 664 the exponent of s is right only modulo 2^11.
  @inlinable @inline(__always)
  static func exponentialParts(_ x: Double, plus rest: Double) -> (Double, Double) {
    // Adding this rounds to the nearest integer, which then is in the lowest bits.
    let shifter = 0x1.8p52
    let shifted = x * 0x1.71547652b82fep8 + shifter
    let n = shifted - shifter
    let index = shifted.bitPattern
    let row = Int(truncatingIfNeeded: index & 255) &* 2
    // log 2/256 in two parts, the first a multiple of 2^-42, so that the first difference is exact.
    let r = (x - n * 0x1.62e42fef8p-9) - (n * 0x1.1cf79abc9e3b4p-44 - rest)
    let scale = Double(bitPattern: entry(exponentialTable, row &+ 1).bitPattern &+ (index &<< 44))
    // Minimax for exp r in |r| ≤ log 2/512: relative error 2^-57.4.
    let square = r * r
    let growth = 0x1.fffffffffffd4p-2 + r * 0x1.5555571d6b679p-3 + square * 0x1.55555769ab8b4p-5
    return (scale, (entry(exponentialTable, row) + r) + square * growth)
  }

  @usableFromInline @inline(never)
  static func exponentialOfUnusual(_ x: Double) -> Double {
    if x.isNaN { return x + x }
    if x > 0x1.62e42fefa39efp9 { return .infinity }
    if x < -746 { return 0 }
    return exponentialNearEnds(x, plus: 0)
  }

  /// e to the power of `x` + `rest`, where 664 ≤ |x| ≤ 746.
  @usableFromInline @inline(never)
  static func exponentialNearEnds(_ x: Double, plus rest: Double) -> Double {
    let (wrapped, growth) = exponentialParts(x, plus: rest)
    if x > 0 {
      // The scale may be 2^1024, which a double cannot hold.
      let scale = Double(bitPattern: wrapped.bitPattern &- 1 << 52)
      return (scale + scale * growth) * 2
    }
    // 2^1022 times the result. Where the result is subnormal its grid becomes that of 1 ... 2.
    let scale = Double(bitPattern: wrapped.bitPattern &+ 1022 << 52)
    let sum = scale + scale * growth
    if sum >= 1 { return sum * 0x1p-1022 }
    let lost = scale - sum + scale * growth
    let high = 1 + sum
    let low = 1 - high + sum + lost
    return (high + low - 1) * 0x1p-1022
  }
}
