/// A name as 64 bits that stay the same in every run, on every machine, in every version.
///
/// A name is a path of parts, each a text or a number. The bits are SipHash-2-4, key zero, over the kind
/// of the last part (0 for a text, 1 for a number), the 8 bytes of the path before it, and the text's
/// UTF-8 bytes or the number's 8. So ("ab", "c") and ("a", "bc") differ, and so do "7" and 7. Two of
/// a million names are equal with a chance of 1 in 37 million; who needs certainty compares them.
@frozen
public struct StableName: Hashable, Sendable {
  /// The name's 64 bits.
  public let bits: UInt64

  /// A name with these bits.
  @inlinable
  public init(bits: UInt64) {
    self.bits = bits
  }

  /// The path with no parts, from which all names come.
  @inlinable public static var root: StableName { StableName(bits: 0) }

  /// The path of these texts.
  public init(_ parts: String...) {
    self = parts.reduce(.root) { $0.child($1) }
  }

  /// The path with `text` as one more part.
  public func child(_ text: String) -> StableName {
    var hash = SipHash(key: (0, 0))
    hash.absorb(0 as UInt8)
    hash.absorb(bits)
    for byte in text.utf8 { hash.absorb(byte) }
    return StableName(bits: hash.finish())
  }

  /// The path with `number` as one more part.
  public func child(_ number: UInt64) -> StableName {
    var hash = SipHash(key: (0, 0))
    hash.absorb(1 as UInt8)
    hash.absorb(bits)
    hash.absorb(number)
    return StableName(bits: hash.finish())
  }
}
