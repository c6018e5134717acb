/// The time-weighted mean, variance and extremes of a whole-numbered level over virtual time.
///
/// The areas under the level and under its square are kept exactly, whatever the levels and however
/// long the time: nothing is rounded before a result is asked for. All zero bits are a tally of the
/// level 0 from the start of the run, so that a slab of tallies is ready as it comes.
@frozen
public struct LevelTally: BitwiseCopyable, Hashable, Sendable {
  @usableFromInline var current: Int64
  @usableFromInline var lowest: Int64
  @usableFromInline var highest: Int64
  @usableFromInline var begun: Instant

  /// Until when the areas reach.
  @usableFromInline var changed: Instant

  /// The sum of level × ticks from `begun` to `changed`; at most 2^127, as the ticks are below 2^64.
  @usableFromInline var area: Int128

  /// The sum of level² × ticks, in units of 1 and of 2^128; at most 2^190.
  @usableFromInline var squaresLow: UInt128
  @usableFromInline var squaresHigh: UInt64

  /// A tally of a level that holds from `start` on.
  @inlinable
  public init(level: Int64 = 0, from start: Instant = .start) {
    current = level
    lowest = level
    highest = level
    begun = start
    changed = start
    area = 0
    squaresLow = 0
    squaresHigh = 0
  }

  /// The level since the last change.
  @inlinable public var level: Int64 { current }

  /// The lowest level there was, be it for no time at all.
  @inlinable public var minimum: Int64 { lowest }

  /// The highest level there was, be it for no time at all.
  @inlinable public var maximum: Int64 { highest }

  /// From when on the level is counted.
  @inlinable public var start: Instant { begun }

  /// Lets `level` hold from `instant` on, which must not lie before the last change.
  @inlinable
  public mutating func set(_ level: Int64, at instant: Instant) {
    hold(until: instant)
    current = level
    if level < lowest { lowest = level }
    if level > highest { highest = level }
  }

  /// Changes the level by `change` from `instant` on; the new level must be an `Int64`.
  @inlinable
  public mutating func add(_ change: Int64, at instant: Instant) {
    set(current + change, at: instant)
  }

  /// Forgets what was before `instant`, as at the end of a warm-up; the level goes on.
  @inlinable
  public mutating func restart(at instant: Instant) {
    precondition(instant >= changed, "a level cannot change in the past")
    self = LevelTally(level: current, from: instant)
  }

  /// Counts the present level up to `instant`.
  ///
  /// Nothing here can overflow: the ticks of all calls together are below 2^64, so that the areas stay
  /// below their bounds.
  @inlinable @inline(__always)
  mutating func hold(until instant: Instant) {
    precondition(instant >= changed, "a level cannot change in the past")
    let ticks = instant.ticks &- changed.ticks
    changed = instant
    area &+= Int128(current) &* Int128(ticks)
    let size = current.magnitude
    let square = size.multipliedFullWidth(by: size)
    addSquares(square.low.multipliedFullWidth(by: ticks))
    if square.high != 0 {
      let upper = square.high.multipliedFullWidth(by: ticks)
      addSquares((upper.low, 0))
      squaresHigh &+= upper.high
    }
  }

  @inlinable @inline(__always)
  mutating func addSquares(_ words: (high: UInt64, low: UInt64)) {
    let addend = UInt128(words.high) &<< 64 | UInt128(words.low)
    let (sum, carry) = squaresLow.addingReportingOverflow(addend)
    squaresLow = sum
    squaresHigh &+= carry ? 1 : 0
  }
}
