extension TimeOfDay {
  /// Accepts exactly what `init(_:)` does.
  static let pattern =
    "(?:noon|midnight|(?:(?:[1-9]|1[01])(?::[0-5][0-9])?|12:(?:0[1-9]|[1-5][0-9])) [ap]m)"

  /// Goes past a time of day; leaves the scan anywhere where there is none.
  init?(_ scan: inout Scan) {
    if scan.accept("noon") {
      self.init(minutes: 720)
    } else if scan.accept("midnight") {
      self.init(minutes: 0)
    } else {
      guard let hour = scan.whole(digits: 2), (1...12).contains(hour) else { return nil }
      var minute: UInt64 = 0
      if scan.accept(":") {
        guard let digits = scan.twoDigits(), digits < 60 else { return nil }
        minute = digits
      }
      // 12 am is midnight to some and noon to others.
      if hour == 12, minute == 0 { return nil }
      let isMorning = scan.accept(" am")
      guard isMorning || scan.accept(" pm") else { return nil }
      self.init(minutes: Int(hour % 12 * 60 + minute) + (isMorning ? 0 : 720))
    }
  }

  /// The time that someone meant by a text that is none, where that is certain.
  static func meant(by text: String) -> TimeOfDay? {
    var scan = Scan(text.lowercased())
    if let time = TimeOfDay(&scan), scan.isAtEnd { return time }
    scan = Scan(text.lowercased())
    _ = scan.accept("0")
    guard let hour = scan.whole(digits: 2) ?? (scan.position == 1 ? 0 : nil) else { return nil }
    var minute: UInt64 = 0
    if scan.accept(":") || scan.accept(".") {
      guard let digits = scan.twoDigits(), digits < 60 else { return nil }
      minute = digits
    }
    _ = scan.accept(" ")
    let half = scan.letters()
    guard scan.isAtEnd else { return nil }
    switch half {
    case "": return hour < 24 ? TimeOfDay(minutes: Int(hour * 60 + minute)) : nil
    case "am", "pm":
      guard (1...12).contains(hour) else { return nil }
      return TimeOfDay(minutes: Int(hour % 12 * 60 + minute) + (half == "am" ? 0 : 720))
    default: return nil
    }
  }

  static func complaint(_ text: String) -> Complaint {
    let time = meant(by: text)
    var notes: [String] = []
    if text.contains(":"), text.allSatisfy({ $0 == ":" || ("0"..."9").contains($0) }) {
      notes = ["some readers of YAML take \(Prose.quoted(text)) for a number of base 60"]
    } else if text == "12 am" || text == "12 pm" {
      notes = ["12 am and 12 pm mean midnight to some and noon to others"]
    } else if time == nil {
      notes = ["a time of day is written `8 am`, `6:30 pm`, `noon` or `midnight`"]
    }
    return Complaint(
      .wrongForm,
      "\(Prose.quoted(text)) is no time of day as it is written here.",
      fixes: time.map { ["\($0)"] } ?? [],
      notes: notes
    )
  }
}

extension Scan {
  /// Two digits, of which the first may be 0.
  mutating func twoDigits() -> UInt64? {
    let hasZero = accept("0")
    guard let digits = whole(digits: hasZero ? 1 : 2) else { return nil }
    return hasZero || digits >= 10 ? digits : nil
  }
}
