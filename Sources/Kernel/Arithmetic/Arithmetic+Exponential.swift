extension Arithmetic {
  /// e to the power of `x`, within 0.55 ulp of the true value.
  ///
  /// From 709.79 on it is infinity, below −745.13 zero; subnormal results are rounded once.
  @inlinable @inline(__always)
  public static func exp(_ x: Double) -> Double {
    // False for `nan` too.
    if x.magnitude < 664 {
      let (scale, increase) = exponentialParts(x, plus: 0, near: x, shift: 0)
      return scale + increase
    }
    return exponentialOfUnusual(x)
  }

  /// e^(x + rest), times 2^shift, as a number s = 2^(n/256 + shift), rounded, and what is to be added.
  ///
  /// n is the integer nearest to 256 near/log 2, where `near` is close to x + rest. The increase is
  /// s (exp r − 1), of what is left over, and what s was rounded by. Only the shift may keep s a double.
  @inlinable @inline(__always)
  static func exponentialParts(
    _ x: Double,
    plus rest: Double,
    near: Double,
    shift: Int64
  ) -> (scale: Double, increase: Double) {
    // Adding this rounds to the nearest integer, which then is in the lowest bits.
    let shifter = 0x1.8p52
    let shifted = near * 0x1.71547652b82fep8 + shifter
    let n = shifted - shifter
    let index = shifted.bitPattern
    let row = Int(truncatingIfNeeded: index & 255)
    // log 2/256 in two parts, the first a multiple of 2^-42, so that the first difference is exact.
    let r = (x - n * 0x1.62e42fef8p-9) - (n * 0x1.1cf79abc9e3b4p-44 - rest)
    let power = (index &<< 44) &+ UInt64(bitPattern: shift &<< 52)
    let scale = Double(bitPattern: entry(exponentialScales, row).bitPattern &+ power)
    // Minimax for exp r in |r| ≤ log 2/512: relative error 2^-57.4.
    let square = r * r
    let curve = 0x1.fffffffffffd4p-2 + r * 0x1.5555571d6b679p-3 + square * 0x1.55555769ab8b4p-5
    return (scale, scale * (entry(exponentialRests, row) + r) + scale * square * curve)
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
    if x > 0 {
      // The scale may be 2^1024, which is no double.
      let (scale, increase) = exponentialParts(x, plus: rest, near: x + rest, shift: -1)
      return (scale + increase) * 2
    }
    // Where the result is subnormal, its grid becomes that of the doubles from 1 to 2.
    let (scale, increase) = exponentialParts(x, plus: rest, near: x + rest, shift: 1022)
    let sum = scale + increase
    if sum >= 1 { return sum * 0x1p-1022 }
    let high = 1 + sum
    let low = 1 - high + sum + (scale - sum + increase)
    return (high + low - 1) * 0x1p-1022
  }
}
