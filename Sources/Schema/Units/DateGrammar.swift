import Kernel
import Text

/// How dates are read and written.
///
/// Years begin with 1980, where the clocks of PC file systems do, and leap years up to 2099 are simply
/// those that four divides.
enum DateGrammar {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October",
    "November", "December",
  ]
  static let years = 1980...2099

  static var placeholder: CivilDate { CivilDate(year: 1998, month: 1, day: 1)! }

  static func text(_ date: CivilDate) -> String {
    "\(date.day) \(months[date.month - 1].prefix(3)) \(date.year)"
  }

  /// Accepts exactly the days that there are.
  static var pattern: String {
    func names(_ numbers: [Int]) -> String {
      let words = numbers.map { number -> String in
        let name = months[number - 1]
        return name.count == 3 ? name : "\(name.prefix(3))(?:\(name.dropFirst(3)))?"
      }
      return "(?:" + words.joined(separator: "|") + ")"
    }
    let year = "(?:19[89][0-9]|20[0-9][0-9])"
    let leapYear = "(?:19(?:8[048]|9[26])|20(?:[02468][048]|[13579][26]))"
    let upTo28 = "(?:[1-9]|1[0-9]|2[0-8])"
    return "(?:\(upTo28) \(names(Array(1...12))) \(year)"
      + "|(?:29|30) \(names([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])) \(year)"
      + "|31 \(names([1, 3, 5, 7, 8, 10, 12])) \(year)"
      + "|29 \(names([2])) \(leapYear))"
  }

  /// Goes past a date; nil where none begins here, and a complaint where there is no such day.
  static func scan(_ scan: inout Scan) throws(Complaint) -> CivilDate? {
    let start = scan.position
    guard let day = scan.whole(digits: 2), scan.accept(" "),
      let month = month(scan.letters()), scan.accept(" "),
      let year = scan.whole(digits: 4), years.contains(Int(year))
    else { return nil }
    if let date = CivilDate(year: Int(year), month: month, day: Int(day)) { return date }
    throw Complaint(
      .outOfRange,
      "There is no such day: \(months[month - 1]) \(year) has"
        + " \(CivilDate.days(inMonth: month, of: Int(year))) days.",
      range: start..<scan.position
    )
  }

  private static func month(_ word: String) -> Int? {
    months.firstIndex { $0 == word || $0.prefix(3) == word }.map { $0 + 1 }
  }

  /// Whether a text looks like `1998-03-02`.
  static func isISO(_ text: String) -> Bool { iso(text) != nil }

  private static func iso(_ text: String) -> CivilDate? {
    let parts = text.prefix { $0 != " " && $0 != "T" }.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      years.contains(year)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  static func complaint(_ text: String) -> Complaint {
    if let date = iso(text) {
      return Complaint(
        .wrongForm,
        "\(Prose.quoted(text)) is no date as it is written here.",
        fixes: [self.text(date)],
        notes: ["some readers of YAML make a date of their own of it, with a time zone"]
      )
    }
    let words = text.split { " .,/-".contains($0) }.map(String.init)
    var day: Int?
    var month: Int?
    var year: Int?
    for word in words {
      if let number = Int(word) {
        if years.contains(number) { year = number } else { day = number }
      } else {
        let letters = word.prefix(3).lowercased()
        month = months.firstIndex { $0.lowercased().hasPrefix(letters) }.map { $0 + 1 }
      }
    }
    var fixes: [String] = []
    if words.count == 3, let day, let month, let year,
      let date = CivilDate(year: year, month: month, day: day), self.text(date) != text
    {
      fixes = [self.text(date)]
    }
    return Complaint(
      .wrongForm,
      "\(Prose.quoted(text)) is no date as it is written here.",
      fixes: fixes,
      notes: fixes.isEmpty ? ["a date is written `2 Mar 1998`, from 1980 to 2099"] : []
    )
  }
}
