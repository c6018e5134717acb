extension RandomStream {
  /// An exponential number with mean 1: −log of a uniform one in (0, 1], so at most 36.74.
  ///
  /// It takes one draw, and the longer it is the smaller was the draw.
  @inlinable @inline(__always)
  public mutating func exponential() -> Double {
    // The numerator of the uniform is a positive normal number: there are no special cases to look at.
    let numerator = Double(Int64(bitPattern: next() &>> 11) &+ 1)
    return -Arithmetic.logarithm(bits: numerator.bitPattern, exponent: -53)
  }
}
