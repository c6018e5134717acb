/// An endless sequence of random bits, determined by its key alone.
///
/// The generator is L64X128Mix (Steele and Vigna, "LXM: better splittable pseudorandom number
/// generators (and almost as fast)", OOPSLA 2021; Java's `L64X128MixRandom`): a linear congruential
/// and an xor-based generator of coprime periods, their sum mixed. The odd `addend` picks one of 2^63
/// sequences of period 2^64 (2^128 − 1), and the other three words a place in it. All four come from
/// the key's hash, so streams neither meet nor know of one another. A draw starts from the state that
/// is stored, and so does not wait for the step to the next.
@frozen
public struct RandomStream: Hashable, Sendable {
  @usableFromInline let addend: UInt64
  @usableFromInline var linear: UInt64
  @usableFromInline var first: UInt64
  @usableFromInline var second: UInt64

  /// A stream with this state; the addend becomes odd, and the last two words must not both be zero.
  @inlinable
  public init(addend: UInt64, linear: UInt64, first: UInt64, second: UInt64) {
    precondition(first | second != 0, "the xor-based half would stay at zero")
    self.addend = addend | 1
    self.linear = linear
    self.first = first
    self.second = second
  }

  /// The next 64 bits.
  @inlinable @inline(__always)
  public mutating func next() -> UInt64 {
    var mixed = linear &+ first
    mixed = (mixed ^ (mixed &>> 32)) &* 0xdaba_0b6e_b093_22e3
    mixed = (mixed ^ (mixed &>> 32)) &* 0xdaba_0b6e_b093_22e3
    mixed ^= mixed &>> 32
    linear = linear &* 0xd134_2543_de82_ef95 &+ addend
    let difference = second ^ first
    first = Self.rotated(first, by: 24) ^ difference ^ (difference &<< 16)
    second = Self.rotated(difference, by: 37)
    return mixed
  }

  @inlinable @inline(__always)
  static func rotated(_ word: UInt64, by count: UInt64) -> UInt64 {
    (word &<< count) | (word &>> (64 &- count))
  }
}

extension RandomStream: RandomNumberGenerator {}
