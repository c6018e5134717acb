public import Kernel
public import Text

extension JSON {
  /// A count: a number, or its digits as a text where it is past 2^63 − 1, which many readers of JSON
  /// would round.
  static func count(_ value: UInt64) -> JSON {
    Int(exactly: value).map { .integer($0) } ?? .string("\(value)")
  }

  /// A moment, in seconds since the start.
  public static func time(_ instant: Instant) -> JSON { .duration(Interval(ticks: instant.ticks)) }

  /// A length of time in seconds; up to seventeen years its decimals say the very tick.
  static func duration(_ interval: Interval) -> JSON {
    let (seconds, rest) = interval.ticks.quotientAndRemainder(dividingBy: Interval.ticksPerSecond)
    return rest == 0 ? .count(seconds) : .number(interval.seconds)
  }

  /// A whole number.
  static func whole(_ value: Int64) -> JSON { .integer(Int(value)) }

  /// A value, or null.
  static func optional<Value>(_ value: Value?, _ form: (Value) -> JSON) -> JSON {
    value.map(form) ?? .null
  }

  /// Values in order.
  static func list<Value>(_ values: [Value], _ form: (Value) -> JSON) -> JSON {
    .array(values.map(form))
  }
}
