import Kernel
public import Plan
import Record
import Text

/// Numbers, times and names as a sentence has them.
enum Words {
  /// A number with its thousands parted: whole from 100 on, else with so many decimals as tell it.
  static func number(_ value: Double) -> String {
    let size = value.magnitude
    let decimals = value == value.rounded() || size >= 100 ? 0 : size >= 1 ? 1 : 3
    let text = fixedPoint(value, decimals: decimals)
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isNegative = parts[0].hasPrefix("-")
    var whole = ""
    for (place, digit) in parts[0].drop(while: { $0 == "-" }).reversed().enumerated() {
      if place > 0, place % 3 == 0 { whole.append(",") }
      whole.append(digit)
    }
    let fraction = parts.count > 1 ? "." + parts[1] : ""
    return (isNegative ? "-" : "") + String(whole.reversed()) + fraction
  }

  /// An amount in bytes, in the largest unit of which there is one at least.
  static func bytes(_ value: Double) -> String {
    let units: [(String, Double)] = [("GiB", 0x1p30), ("MiB", 0x1p20), ("KiB", 0x1p10)]
    for (unit, size) in units where value.magnitude >= size {
      let amount = value / size
      return fixedPoint(amount, decimals: amount.magnitude < 100 ? 1 : 0) + " " + unit
    }
    return number(value.rounded()) + " bytes"
  }

  /// A value of a counter, or an amount of something.
  static func amount(_ value: Double, isBytes: Bool) -> String {
    isBytes ? bytes(value) : number(value)
  }

  /// How many there are of something that has a plural in s.
  static func count(_ value: UInt64, _ noun: String) -> String {
    "\(number(Double(value))) \(noun)\(value == 1 ? "" : "s")"
  }

  /// A length of time in its two largest units: `3 days 4 hours`.
  static func length(days: Double) -> String {
    let seconds = UInt64((max(0, days) * 86_400).rounded())
    let minutes = (seconds + 30) / 60
    if seconds < 120 { return count(seconds, "second") }
    var parts: [String] = []
    if minutes >= 1_440 { parts.append(count(minutes / 1_440, "day")) }
    if minutes / 60 % 24 > 0 { parts.append(count(minutes / 60 % 24, "hour")) }
    if minutes < 1_440, minutes % 60 > 0 { parts.append(count(minutes % 60, "minute")) }
    return parts.joined(separator: " ")
  }

  /// A length of time.
  static func length(_ interval: Interval) -> String { length(days: interval.seconds / 86_400) }

  /// A share in parts of a hundred, never rounded up to all of them.
  static func share(_ part: UInt64, of all: UInt64) -> String {
    let hundredths = all == 0 ? 0 : Double(part) * 100 / Double(all)
    let rounded = (hundredths * 100).rounded(.down) / 100
    return fixedPoint(rounded, decimals: rounded == rounded.rounded() ? 0 : 2) + " %"
  }
}

/// When something happens, as a run's calendar has it.
struct Calendar: Hashable, Sendable {
  /// The first day of the run.
  let start: CivilDate

  /// A time to the minute: `Tue 5 Jan 1999 14:05`.
  func time(_ instant: Instant) -> String {
    CivilTime(instant, start: start).spoken
  }
}

extension CounterPath {
  /// The counter as people speak of it: `Handle Count of services on MAIL1`.
  public var spoken: String {
    let ownership = instance.map { object == "Process" ? " of \($0)" : " of \(object) \($0)" }
    let place = host.map { " on \($0)" } ?? ""
    return counter + (ownership ?? (object == "Process" ? "" : " of \(object)")) + place
  }

  /// Whether its values are bytes.
  public var isBytes: Bool { counter.contains("Bytes") }

  /// Whether it names another one, perhaps with `*` for all hosts or instances.
  public func matches(_ other: CounterPath) -> Bool {
    func isSame(_ left: String?, _ right: String?) -> Bool {
      left == "*" || left?.lowercased() == right?.lowercased()
    }
    return isSame(host, other.host) && isSame(object, other.object)
      && isSame(instance, other.instance) && isSame(counter, other.counter)
  }
}
