public import Kernel

extension CivilDate {
  /// The months in three letters each, the first one first.
  public static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// `Mon 2 Mar 1998`
  public var spoken: String {
    "\(Self.weekdays[weekday.rawValue]) \(day) \(Self.months[month - 1]) \(year)"
  }
}

extension CivilTime {
  /// The time to the minute: `Mon 2 Mar 1998 10:15`.
  public var spoken: String { "\(date.spoken) \(clock.prefix(5))" }
}
