public import Kernel

/// What a clock on the wall shows at a moment of a run; a run begins at midnight of its first day.
public struct CivilTime: Hashable, Sendable {
  /// The day.
  public let date: CivilDate
  /// Hours since midnight.
  public let hour: Int
  /// Minutes of the hour.
  public let minute: Int
  /// Seconds of the minute.
  public let second: Int
  /// Milliseconds of the second; what is finer is cut off.
  public let millisecond: Int

  /// What the clock shows at `instant` of a run whose first day is `start`.
  public init(_ instant: Instant, start: CivilDate) {
    let perDay = Interval.days(1).ticks
    date = start.advanced(byDays: Int(instant.ticks / perDay))
    let milliseconds = Int(instant.ticks % perDay / Interval.milliseconds(1).ticks)
    hour = milliseconds / 3_600_000
    minute = milliseconds / 60_000 % 60
    second = milliseconds / 1_000 % 60
    millisecond = milliseconds % 1_000
  }

  /// `1998-03-02 10:15:00.000`, which sorts as time does.
  public var sortable: String {
    let day = Self.padded(date.year, 4) + "-" + Self.padded(date.month) + "-"
    return day + Self.padded(date.day) + " " + clock + "." + Self.padded(millisecond, 3)
  }

  /// `10:15:00`
  public var clock: String {
    [hour, minute, second].map { Self.padded($0) }.joined(separator: ":")
  }

  /// A number with zeros before it, so that it has at least so many digits.
  public static func padded(_ number: Int, _ digits: Int = 2) -> String {
    let text = "\(number)"
    return String(repeating: "0", count: max(digits - text.count, 0)) + text
  }
}
