/// A moment of virtual time, in ticks of 100 ns since the run began.
///
/// An instant never saturates: `+` traps where it would pass `latest`, and `advanced(by:)` says so with
/// `nil`.
@frozen
public struct Instant: Hashable, Comparable, Sendable {
  /// Ticks of 100 ns since the run began.
  public let ticks: UInt64

  /// The instant that lies `ticks` after the start.
  @inlinable
  public init(ticks: UInt64) {
    self.ticks = ticks
  }

  /// The start of every run.
  @inlinable public static var start: Instant { Instant(ticks: 0) }

  /// The last instant there is, some 58,000 years after the start.
  @inlinable public static var latest: Instant { Instant(ticks: .max) }

  /// Whether `left` comes before `right`.
  @inlinable
  public static func < (left: Instant, right: Instant) -> Bool {
    left.ticks < right.ticks
  }

  /// The instant `interval` later, which must exist.
  @inlinable
  public static func + (instant: Instant, interval: Interval) -> Instant {
    Instant(ticks: instant.ticks + interval.ticks)
  }

  /// The time from `earlier` to `later`, in this order.
  @inlinable
  public static func - (later: Instant, earlier: Instant) -> Interval {
    Interval(ticks: later.ticks - earlier.ticks)
  }

  /// The instant `interval` later, or `nil` where it would lie past `latest`.
  @inlinable
  public func advanced(by interval: Interval) -> Instant? {
    let (sum, overflow) = ticks.addingReportingOverflow(interval.ticks)
    return overflow ? nil : Instant(ticks: sum)
  }
}

extension Instant: CustomStringConvertible {
  /// The time since the start, as an interval prints it.
  public var description: String { Interval(ticks: ticks).description }
}
