public import Kernel
import Text

/// A moment of a run: so long after its start, or on a date.
public enum Moment: Hashable, Sendable {
  /// So long after the start.
  case afterStart(Interval)
  /// On a day, at a time.
  case at(CivilDate, TimeOfDay)
}

extension Moment: CustomStringConvertible {
  /// As it is written: `30h`, `5 Mar 1998 10 am`.
  public var description: String {
    switch self {
    case .afterStart(let interval): DurationGrammar.text(interval)
    case .at(let date, let time): "\(DateGrammar.text(date)) \(time)"
    }
  }
}

extension Shape where Value == CivilDate {
  /// A day: `2 Mar 1998` or `2 March 1998`, from 1980 to 2099.
  public static var date: Shape {
    .scalar(
      ScalarForm(
        "date",
        noun: "a date",
        "The day, the month by its name or the first three letters of it, and the year from 1980 to"
          + " 2099.",
        pattern: "^\(DateGrammar.pattern)$",
        examples: ["2 Mar 1998", "2 March 1998"]
      ),
      placeholder: DateGrammar.placeholder,
      write: { DateGrammar.text($0) },
      parse: { text throws(Complaint) in
        var scan = Scan(text)
        if let date = try DateGrammar.scan(&scan), scan.isAtEnd { return date }
        throw DateGrammar.complaint(text)
      }
    )
  }
}

extension Shape where Value == Moment {
  /// A moment of a run: a duration since its start, or a date and a time of day.
  public static var moment: Shape {
    .scalar(
      ScalarForm(
        "moment",
        noun: "a moment",
        "A duration since the start, such as `2d 4h`, or a date and a time of day.",
        pattern: "^(?:\(DurationGrammar.pattern)|\(DateGrammar.pattern) \(TimeOfDay.pattern))$",
        examples: ["30h", "2d 4h", "5 Mar 1998 10 am"]
      ),
      placeholder: .afterStart(.zero),
      write: \.description,
      parse: { text throws(Complaint) in
        var scan = Scan(text)
        if let date = try DateGrammar.scan(&scan) {
          let start = scan.position + 1
          if scan.isAtEnd {
            throw Complaint(
              .wrongForm,
              "A moment on a date needs a time of day.",
              fixes: ["\(DateGrammar.text(date)) midnight", "\(DateGrammar.text(date)) 8 am"]
            )
          }
          guard scan.accept(" ") else { throw DateGrammar.complaint(text) }
          if let time = TimeOfDay(&scan), scan.isAtEnd { return .at(date, time) }
          let words = String(decoding: scan.bytes[start...], as: UTF8.self)
          let complaint = TimeOfDay.complaint(words)
          throw Complaint(
            complaint.rule,
            complaint.message,
            range: start..<text.utf8.count,
            fixes: complaint.fixes.map { "\(DateGrammar.text(date)) \($0)" },
            notes: complaint.notes
          )
        }
        if DateGrammar.isISO(text) { throw DateGrammar.complaint(text) }
        return .afterStart(try DurationGrammar.parse(text))
      }
    )
  }
}
