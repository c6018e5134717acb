/// What cancels one timer; worth nothing once the timer has fired or was cancelled.
///
/// A token names a slot of the table and the how-manieth timer there it is, counted in 31 bits: only a
/// token kept while its slot serves two thousand million timers more could name another one.
@frozen
public struct TimerToken: BitwiseCopyable, Hashable, Sendable {
  @usableFromInline let word: UInt64

  /// A token of no timer.
  @inlinable public static var none: TimerToken { TimerToken(slot: 0, generation: 0) }

  /// The token in a timer's entry.
  @inlinable
  init(_ word: UInt64) {
    self.word = word & ~QueueEntry.timerMark
  }

  @inlinable
  init(slot: Int, generation: UInt32) {
    word = UInt64(slot) | UInt64(generation) &<< 31
  }

  @inlinable var slot: Int { Int(word & 0x7fff_ffff) }
  @inlinable var generation: UInt32 { UInt32(truncatingIfNeeded: word &>> 31) }
}

/// The armed timers' payloads, at 16 bytes each, and which timer each slot serves.
@frozen @usableFromInline
struct TimerTable: ~Copyable {
  @frozen @usableFromInline
  struct Slot: BitwiseCopyable {
    /// The caller's payload while armed; the next free slot while not.
    @usableFromInline var content: UInt64

    /// How often the slot was armed and freed: odd while armed.
    @usableFromInline var generation: UInt32

    @inlinable
    init(content: UInt64, generation: UInt32) {
      self.content = content
      self.generation = generation
    }
  }

  @usableFromInline let slots: Slab<Slot>
  @usableFromInline var armed = 0
  @usableFromInline var firstFree = Int.max
  @usableFromInline var firstFresh = 0

  init(capacity: Int) {
    slots = Slab(count: capacity)
  }

  static func bytes(capacity: Int) -> Int {
    Slab<Slot>.bytes(count: capacity)
  }

  @inlinable var isFull: Bool { armed == slots.count }

  /// Arms a timer; the table must not be full.
  @inline(__always) @inlinable
  mutating func arm(_ payload: UInt64) -> TimerToken {
    var slot = firstFree
    if slot == Int.max {
      slot = firstFresh
      firstFresh &+= 1
    } else {
      firstFree = unsafe Int(truncatingIfNeeded: slots.unchecked[slot].content)
    }
    armed &+= 1
    let generation = unsafe slots.unchecked[slot].generation &+ 1
    unsafe slots.unchecked[slot] = Slot(content: payload, generation: generation)
    return TimerToken(slot: slot, generation: generation)
  }

  /// Whether the timer of a token still waits.
  @inline(__always) @inlinable
  func isArmed(_ token: TimerToken) -> Bool {
    // Only odd generations are given out, so the one of a free slot equals none of them.
    guard token.slot < slots.count, token.generation & 1 == 1 else { return false }
    return unsafe slots.unchecked[token.slot].generation == token.generation
  }

  /// Frees the slot of an armed timer and returns its payload.
  @inline(__always) @inlinable
  mutating func release(_ token: TimerToken) -> UInt64 {
    let slot = token.slot
    let payload = unsafe slots.unchecked[slot].content
    unsafe slots.unchecked[slot] = Slot(
      content: UInt64(truncatingIfNeeded: firstFree),
      generation: token.generation &+ 1
    )
    firstFree = slot
    armed &-= 1
    return payload
  }
}
