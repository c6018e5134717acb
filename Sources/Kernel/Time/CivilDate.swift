/// A day of the Gregorian calendar.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// The year.
  public let year: Int
  /// The month, from 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// A day; nil where there is none of this date.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...Self.days(inMonth: month, of: year)).contains(day) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// How many days the month has.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1 March of the year 0, which begins the four hundred years after which the calendar
  /// repeats itself.
  ///
  /// A year is counted from March, so that the day that some years have more is its last.
  private var daysFromOrigin: Int {
    let years = month > 2 ? year : year - 1
    let months = month > 2 ? month - 3 : month + 9
    return 365 * years + years.quotient(4) - years.quotient(100) + years.quotient(400)
      + (153 * months + 2) / 5 + day - 1
  }

  private init(daysFromOrigin days: Int) {
    let era = days.quotient(146_097)
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let months = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * months + 2) / 5 + 1
    month = months < 10 ? months + 3 : months - 9
    year = yearOfEra + era * 400 + (months < 10 ? 0 : 1)
  }

  /// The day so many days later, or earlier where `count` is negative.
  public func advanced(byDays count: Int) -> CivilDate {
    CivilDate(daysFromOrigin: daysFromOrigin + count)
  }

  /// How many days this one lies after `earlier`; negative where it lies before.
  public func days(since earlier: CivilDate) -> Int { daysFromOrigin - earlier.daysFromOrigin }

  /// The day of the week.
  public var weekday: Weekday {
    // 1 March of the year 0 was a Wednesday.
    let number = daysFromOrigin + 2
    return Weekday(rawValue: number - number.quotient(7) * 7)!
  }

  /// Whether `left` is the earlier day.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

/// A day of the week, from Monday.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

extension Int {
  /// Divided by `divisor`, rounded down.
  fileprivate func quotient(_ divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
