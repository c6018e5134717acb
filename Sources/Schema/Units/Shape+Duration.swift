public import Kernel
import Text

/// A unit of time and how much of it may be written.
struct DurationUnit {
  let word: String
  let ticks: UInt64
  /// Digits before the point, so that no sum of terms passes what the clock can count.
  let digits: Int
  /// Digits after it, so that nothing finer than a tick is said.
  let decimals: Int

  /// From the longest to the shortest.
  static let all = [
    DurationUnit(word: "w", ticks: 6_048_000_000_000, digits: 6, decimals: 8),
    DurationUnit(word: "d", ticks: 864_000_000_000, digits: 6, decimals: 8),
    DurationUnit(word: "h", ticks: 36_000_000_000, digits: 6, decimals: 8),
    DurationUnit(word: "m", ticks: 600_000_000, digits: 9, decimals: 8),
    DurationUnit(word: "s", ticks: 10_000_000, digits: 9, decimals: 7),
    DurationUnit(word: "ms", ticks: 10_000, digits: 9, decimals: 4),
  ]

  /// What people write for the units.
  static func meant(by word: String) -> String? {
    switch word.lowercased() {
    case "ms", "msec", "millisecond", "milliseconds": "ms"
    case "s", "sec", "secs", "second", "seconds": "s"
    case "m", "min", "mins", "minute", "minutes": "m"
    case "h", "hr", "hrs", "hour", "hours": "h"
    case "d", "day", "days": "d"
    case "w", "wk", "week", "weeks": "w"
    default: nil
    }
  }
}

extension Shape where Value == Interval {
  /// A length of time: one or more terms, the longest unit first, such as `90s` or `1h 30m`.
  public static var duration: Shape {
    .scalar(
      ScalarForm(
        "duration",
        noun: "a duration",
        "A number and `ms`, `s`, `m`, `h`, `d` or `w`, or several of them, the longest first; in ticks"
          + " of 100 ns.",
        pattern: "^\(DurationGrammar.pattern)$",
        examples: ["5m", "90s", "1.5h", "1h 30m"]
      ),
      placeholder: .zero,
      write: { DurationGrammar.text($0) },
      parse: { text throws(Complaint) in
        try Complaint.ungrouping(text, DurationGrammar.parse)
      }
    )
  }
}

/// How lengths of time are read and written.
enum DurationGrammar {
  /// Accepts exactly what `parse` does.
  ///
  /// Every term ends the text or is followed by a space, only the last may have decimals, and the
  /// look ahead refuses a space at the end and nothing at all.
  static var pattern: String {
    "(?=[0-9](?:.*[a-z])?$)"
      + DurationUnit.all.map { unit in
        "(?:(?:0|[1-9][0-9]{0,\(unit.digits - 1)})(?:\\.[0-9]{1,\(unit.decimals)}(?=\(unit.word)$))?"
          + "\(unit.word)(?: |$))?"
      }.joined()
  }

  static func parse(_ text: String) throws(Complaint) -> Interval {
    var scan = Scan(text)
    var ticks: UInt64 = 0
    var units = DurationUnit.all[...]
    while true {
      let start = scan.position
      guard let number = scan.decimal(digits: 9, decimals: 8) else { throw complaint(text) }
      let word = scan.letters()
      guard let place = units.firstIndex(where: { $0.word == word }) else { throw complaint(text) }
      let unit = units[place]
      units = units[(place + 1)...]
      if number.decimals > unit.decimals {
        throw Complaint(
          .outOfRange,
          "A duration is counted in ticks of 100 ns, and \(Prose.quoted(text)) is finer.",
          range: start..<scan.position
        )
      }
      guard let term = number.scaled(by: unit.ticks), number.isBelow(digits: unit.digits) else {
        throw Complaint(
          .outOfRange,
          "\(Prose.quoted(text)) is longer than the clock can count.",
          range: start..<scan.position
        )
      }
      ticks += term
      if scan.isAtEnd { return Interval(ticks: ticks) }
      if number.decimals > 0 || !scan.accept(" ") { throw complaint(text) }
    }
  }

  /// What is wrong with a text that is no duration.
  private static func complaint(_ text: String) -> Complaint {
    var scan = Scan(text)
    guard let number = scan.decimal(digits: 9, decimals: 8) else {
      return Complaint(.wrongForm, "\(Prose.quoted(text)) is no duration.", fixes: [])
    }
    let digits = String(decoding: scan.bytes[..<scan.position], as: UTF8.self)
    if scan.isAtEnd {
      let units = number.digits == 0 ? ["s"] : ["s", "m", "h"]
      return Complaint(
        .unitMissing,
        "A duration needs a unit.",
        label: "\(digits) of what?",
        fixes: units.map { digits + $0 }
      )
    }
    let start = scan.position
    _ = scan.accept(" ")
    let word = scan.letters()
    if scan.isAtEnd, let unit = DurationUnit.meant(by: word) {
      return Complaint(
        .unitUnknown,
        "The unit is written `\(unit)`, right after the number.",
        range: start..<scan.position,
        fixes: [digits + unit]
      )
    }
    if scan.isAtEnd {
      return Complaint(
        .unitUnknown,
        "\(Prose.quoted(word)) is no unit of time.",
        label: "ms, s, m, h, d or w",
        range: start..<scan.position
      )
    }
    return Complaint(
      .wrongForm,
      "\(Prose.quoted(text)) is no duration.",
      notes: ["the terms stand with a space between them, the longest unit first: `1h 30m`"]
    )
  }

  /// The shortest row of whole terms, with decimals of seconds or milliseconds where they are needed.
  static func text(_ interval: Interval) -> String {
    if interval == .zero { return "0s" }
    let limit: UInt64 = 1_000_000
    var rest = interval.ticks
    var terms: [String] = []
    for unit in DurationUnit.all {
      let count = rest / unit.ticks
      if unit.word == "w", count >= limit { return "\(interval.ticks / unit.ticks)w" }
      // Weeks only where they come out even; people count days.
      if unit.word == "w", rest % unit.ticks != 0,
        interval.ticks / DurationUnit.all[1].ticks < limit
      {
        continue
      }
      if unit.word == "ms" {
        if rest > 0 { terms.append(DecimalNumber.text(rest, decimals: 4) + "ms") }
      } else if count > 0 {
        terms.append("\(count)\(unit.word)")
        rest %= unit.ticks
      }
    }
    return terms.joined(separator: " ")
  }
}

extension DecimalNumber {
  /// Whether so many digits are enough before the point.
  func isBelow(digits count: Int) -> Bool {
    UInt128(digits) < Self.power(count) * Self.power(decimals)
  }
}
