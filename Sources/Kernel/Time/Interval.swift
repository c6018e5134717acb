/// A length of virtual time, never negative, in ticks of 100 ns.
///
/// Conversions round to the nearest tick and refuse what has no length (`nan`, a negative number, more
/// than the clock can count); arithmetic traps where it would overflow.
@frozen
public struct Interval: Hashable, Comparable, Sendable {
  /// How many ticks make a second.
  @inlinable public static var ticksPerSecond: UInt64 { 10_000_000 }

  /// The length in ticks of 100 ns.
  public let ticks: UInt64

  /// An interval of so many ticks.
  @inlinable
  public init(ticks: UInt64) {
    self.ticks = ticks
  }

  /// The nearest interval to so many seconds; `nil` for `nan`, a negative number or one past the clock.
  @inlinable
  public init?(seconds: Double) {
    self.init(roundingTicks: seconds * 1e7)
  }

  /// The nearest interval to so many ticks; `nil` for `nan`, a negative number or one past the clock.
  @inlinable
  public init?(roundingTicks ticks: Double) {
    let rounded = ticks.rounded(.toNearestOrEven)
    // 2^64 is the first double that does not fit; every comparison with `nan` is false.
    guard ticks >= 0, rounded < 0x1p64 else { return nil }
    self.ticks = UInt64(rounded)
  }

  /// No time at all.
  @inlinable public static var zero: Interval { Interval(ticks: 0) }

  /// So many milliseconds.
  @inlinable public static func milliseconds(_ count: UInt64) -> Interval { of(count, 10_000) }

  /// So many seconds.
  @inlinable public static func seconds(_ count: UInt64) -> Interval { of(count, 10_000_000) }

  /// So many minutes.
  @inlinable public static func minutes(_ count: UInt64) -> Interval { of(count, 600_000_000) }

  /// So many hours.
  @inlinable public static func hours(_ count: UInt64) -> Interval { of(count, 36_000_000_000) }

  /// So many days of 24 hours.
  @inlinable public static func days(_ count: UInt64) -> Interval { of(count, 864_000_000_000) }

  @inlinable
  static func of(_ count: UInt64, _ ticks: UInt64) -> Interval {
    Interval(ticks: count * ticks)
  }

  /// The length in seconds, rounded to the nearest double.
  @inlinable public var seconds: Double { Double(ticks) / 1e7 }

  /// Whether `left` is shorter than `right`.
  @inlinable
  public static func < (left: Interval, right: Interval) -> Bool {
    left.ticks < right.ticks
  }

  /// Both lengths together.
  @inlinable
  public static func + (left: Interval, right: Interval) -> Interval {
    Interval(ticks: left.ticks + right.ticks)
  }

  /// What is left of `longer`, which must be at least as long, without `shorter`.
  @inlinable
  public static func - (longer: Interval, shorter: Interval) -> Interval {
    Interval(ticks: longer.ticks - shorter.ticks)
  }

  /// The interval `count` times over.
  @inlinable
  public static func * (interval: Interval, count: UInt64) -> Interval {
    Interval(ticks: interval.ticks * count)
  }
}

extension Interval: CustomStringConvertible {
  /// Exact and as short as the length allows: `0s`, `250ms`, `5m`, `1d 02:00:01`, `00:00:01.5`.
  public var description: String {
    let whole = ticks / Interval.ticksPerSecond
    let fraction = ticks % Interval.ticksPerSecond
    if whole == 0 {
      return fraction == 0 ? "0s" : Self.subsecond(fraction)
    }
    if fraction == 0 {
      for (size, unit) in [(86_400, "d"), (3_600, "h"), (60, "m")] as [(UInt64, String)]
      where whole % size == 0 {
        return "\(whole / size)\(unit)"
      }
      if whole < 60 { return "\(whole)s" }
    }
    let days = whole / 86_400
    let clock = [whole / 3_600 % 24, whole / 60 % 60, whole % 60].map(Self.two)
      .joined(separator: ":")
    return (days == 0 ? "" : "\(days)d ") + clock + Self.decimals(fraction)
  }

  private static func two(_ number: UInt64) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// Seven decimals of a second without the zeros at their end.
  private static func decimals(_ ticks: UInt64) -> String {
    guard ticks > 0 else { return "" }
    var digits = String(String(ticks + 10_000_000).dropFirst())
    while digits.hasSuffix("0") { digits.removeLast() }
    return "." + digits
  }

  /// A length under a second, in the largest unit that keeps it a short number.
  private static func subsecond(_ ticks: UInt64) -> String {
    if ticks % 10_000 == 0 { return "\(ticks / 10_000)ms" }
    if ticks % 10 == 0 { return "\(ticks / 10)us" }
    return "\(ticks * 100)ns"
  }
}
