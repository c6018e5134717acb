public import Kernel
import Record

/// Moments of a run in words, on the calendar of its site.
public struct SiteClock: Hashable, Sendable {
  /// The first day of the run, which begins at midnight.
  public let start: CivilDate

  /// The clock of a run that begins on `start`.
  public init(start: CivilDate) {
    self.start = start
  }

  /// `Mon 2 Mar 1998 10:15`
  public func moment(_ instant: Instant) -> String {
    CivilTime(instant, start: start).spoken
  }

  /// The moment, and how long it lies after the start: `Mon 2 Mar 1998 10:15 (10h 15m)`.
  public func both(_ instant: Instant) -> String {
    "\(moment(instant)) (\(Self.about(instant - .start)))"
  }

  /// A length of time in its two largest units, rounded: `11d 4h`, `5m 3s`, `1.2s`, `80ms`.
  public static func about(_ interval: Interval) -> String {
    let units: [(name: String, seconds: UInt64)] = [
      ("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1),
    ]
    let milliseconds = (interval.ticks + 5_000) / 10_000
    if milliseconds < 1_000 { return milliseconds == 0 ? "0s" : "\(milliseconds)ms" }
    if milliseconds < 9_950 {
      let tenths = (milliseconds + 50) / 100
      return tenths % 10 == 0 ? "\(tenths / 10)s" : "\(tenths / 10).\(tenths % 10)s"
    }
    for (place, unit) in units.enumerated().dropLast() {
      let next = units[place + 1]
      // Rounded first: 59m 59.9s are an hour.
      let step = next.seconds * 1_000
      let count = (milliseconds + step / 2) / step
      let whole = count * next.seconds / unit.seconds
      guard whole > 0 else { continue }
      let rest = count - whole * unit.seconds / next.seconds
      return "\(whole)\(unit.name)" + (rest == 0 ? "" : " \(rest)\(next.name)")
    }
    return "\((milliseconds + 500) / 1_000)s"
  }

  /// So many seconds in words; what the clock cannot count is `for ever`.
  public static func about(seconds: Double) -> String {
    guard seconds >= 0 else { return "0s" }
    return Interval(seconds: seconds).map { about($0) } ?? "for ever"
  }
}
