extension RandomStream {
  /// A multiple of 2^-53 in [0, 1), each as likely as the next.
  @inlinable @inline(__always)
  public mutating func uniform() -> Double {
    Double(Int64(bitPattern: next() &>> 11)) * 0x1p-53
  }

  /// A multiple of 2^-53 in (0, 1], each as likely as the next.
  @inlinable @inline(__always)
  public mutating func positiveUniform() -> Double {
    Double(Int64(bitPattern: next() &>> 11) &+ 1) * 0x1p-53
  }

  /// A whole number in 0 ..< `bound`, each exactly as likely as the next; `bound` must not be zero.
  ///
  /// Lemire, "Fast random integer generation in an interval" (2019): one multiplication, and a division
  /// only where the low half of the product is smaller than `bound`.
  @inlinable @inline(__always)
  public mutating func integer(below bound: UInt64) -> UInt64 {
    precondition(bound > 0, "there is no number below zero")
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      // 2^64 mod bound: the products under it are the ones too many.
      let excess = (0 &- bound) % bound
      while product.low < excess {
        product = next().multipliedFullWidth(by: bound)
      }
    }
    return product.high
  }

  /// `true` with this probability: never for 0 (or less, or `nan`), always for 1 (or more).
  @inlinable @inline(__always)
  public mutating func chance(_ probability: Double) -> Bool {
    uniform() < probability
  }
}
