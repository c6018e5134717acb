/// 64 bits that tell one run from another: over time, ordinal, stable name and kind of every event.
///
/// Each event folds a 128-bit product into the state, so the fingerprint depends on the order of all
/// events. It is meant to tell runs apart, not to withstand an adversary.
@frozen
public struct Fingerprint: Hashable, Sendable {
  @usableFromInline var state: UInt64
  @usableFromInline var count: UInt64

  /// The fingerprint of no event.
  @inlinable
  public init() {
    state = Self.origin
    count = 0
  }

  /// The 64 bits.
  @inlinable public var bits: UInt64 { state }

  /// How many events it runs over.
  @inlinable public var eventCount: UInt64 { count }

  // Digits of π after the point: numbers with nothing up their sleeves.
  @inlinable static var origin: UInt64 { 0x243f_6a88_85a3_08d3 }
  @inlinable static var timeMask: UInt64 { 0x1319_8a2e_0370_7344 }
  @inlinable static var nameMask: UInt64 { 0xa409_3822_299f_31d0 }
  @inlinable static var kindFactor: UInt64 { 0x082e_fa98_ec4e_6c89 }

  /// Adds the next event.
  @inline(__always) @inlinable
  public mutating func add(_ identity: EventIdentity, at time: Instant) {
    let what = identity.name ^ (UInt64(identity.kind) &+ 1) &* Self.kindFactor
    let left = state ^ time.ticks ^ Self.timeMask
    let right = (what &+ count) ^ Self.nameMask
    let product = left.multipliedFullWidth(by: right)
    // The state is kept beside the product, so that a factor of zero forgets nothing.
    state = (state &<< 23 | state &>> 41) ^ product.high ^ product.low
    count &+= 1
  }
}

extension Fingerprint: CustomStringConvertible {
  /// The bits as sixteen hexadecimal digits.
  public var description: String {
    let digits = String(bits, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
