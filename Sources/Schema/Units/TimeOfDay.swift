/// A minute of the day on the twelve-hour clock.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Minutes since midnight, from 0 to 1,439.
  public let minutes: Int

  /// So many minutes after midnight.
  public init(minutes: Int) {
    precondition((0..<1_440).contains(minutes), "a day has 1,440 minutes")
    self.minutes = minutes
  }

  /// Whether `left` is the earlier.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
}

extension TimeOfDay: CustomStringConvertible {
  /// As it is written: `8 am`, `6:30 pm`, `noon`, `midnight`.
  public var description: String {
    if minutes == 0 { return "midnight" }
    if minutes == 720 { return "noon" }
    let hour = (minutes / 60 + 11) % 12 + 1
    let minute = minutes % 60
    return "\(hour)" + (minute == 0 ? "" : minute < 10 ? ":0\(minute)" : ":\(minute)")
      + (minutes < 720 ? " am" : " pm")
  }
}

/// The part of each day from one time to another.
public struct TimeRange: Hashable, Sendable {
  /// When it begins.
  public let from: TimeOfDay
  /// When it ends: on the next day where that is not later than the beginning.
  public let to: TimeOfDay

  /// From one time to another.
  public init(_ from: TimeOfDay, to: TimeOfDay) {
    self.from = from
    self.to = to
  }

  /// How long it is, from 1 to 1,440.
  public var minutes: Int { (to.minutes - from.minutes + 1_439) % 1_440 + 1 }
}

extension TimeRange: CustomStringConvertible {
  /// As it is written: `8 am to 6 pm`.
  public var description: String { "\(from) to \(to)" }
}

extension Shape where Value == TimeOfDay {
  /// A time of the day: `8 am`, `6:30 pm`, `noon`, `midnight`.
  public static var timeOfDay: Shape {
    .scalar(
      ScalarForm(
        "time of day",
        noun: "a time of day",
        "An hour from 1 to 12, perhaps `:` and two digits, and ` am` or ` pm`; `noon` or `midnight`.",
        pattern: "^\(TimeOfDay.pattern)$",
        examples: ["8 am", "6:30 pm", "noon", "midnight"]
      ),
      placeholder: TimeOfDay(minutes: 0),
      write: \.description,
      parse: { text throws(Complaint) in
        var scan = Scan(text)
        if let time = TimeOfDay(&scan), scan.isAtEnd { return time }
        throw TimeOfDay.complaint(text)
      }
    )
  }
}

extension Shape where Value == TimeRange {
  /// A part of each day: `8 am to 6 pm`; over midnight where the second time is not the later.
  public static var timeRange: Shape {
    .scalar(
      ScalarForm(
        "time range",
        noun: "a time range",
        "Two times of day with ` to ` between them; over midnight where the second is not the later.",
        pattern: "^\(TimeOfDay.pattern) to \(TimeOfDay.pattern)$",
        examples: ["8 am to 6 pm"]
      ),
      placeholder: TimeRange(TimeOfDay(minutes: 0), to: TimeOfDay(minutes: 0)),
      write: \.description,
      parse: { text throws(Complaint) in
        var scan = Scan(text)
        if let from = TimeOfDay(&scan), scan.accept(" to "), let to = TimeOfDay(&scan), scan.isAtEnd
        {
          return TimeRange(from, to: to)
        }
        // `8-18`, `8:00 – 18:00` and the like have two times that may be known.
        let halves = text.replacing(" to ", with: "-").replacing("–", with: "-").split(
          separator: "-"
        )
        .map {
          $0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed().map(String.init).joined()
        }
        let times = halves.compactMap(TimeOfDay.meant)
        throw Complaint(
          .wrongForm,
          "\(Prose.quoted(text)) is no time range.",
          fixes: halves.count == 2 && times.count == 2 ? ["\(times[0]) to \(times[1])"] : [],
          notes: ["a time range is written `8 am to 6 pm`"]
        )
      }
    )
  }
}
