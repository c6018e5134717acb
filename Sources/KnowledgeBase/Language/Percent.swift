import Schema

/// Percentages with at most one decimal, which may be more than all.
enum Percent {
  /// The thousandths that a text such as `110%` or `12.5%` says.
  static func thousandths(_ text: String, upTo limit: Int) throws(Complaint) -> Int {
    let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard text.hasSuffix("%"), (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(ASCII.isDigit) }),
      parts.count == 1 || parts[1].utf8.count == 1, let whole = Int(parts[0]), whole <= 1_000_000,
      parts[0] == "\(whole)"
    else {
      throw Complaint(
        .wrongForm,
        "`\(text)` is no share of this form.",
        notes: ["a share is written `90%` or `12.5%`"]
      )
    }
    let thousandths = whole * 10 + (parts.count == 2 ? Int(parts[1]) ?? 0 : 0)
    guard thousandths <= limit else {
      throw Complaint(
        .outOfRange,
        "`\(text)` is more than \(Percent.text(limit)).",
        fixes: [Percent.text(limit)]
      )
    }
    return thousandths
  }

  /// Thousandths in percent.
  static func text(_ thousandths: Int) -> String {
    "\(thousandths / 10)" + (thousandths % 10 == 0 ? "" : ".\(thousandths % 10)") + "%"
  }
}

extension Shape where Value == Int {
  /// A part of something in thousandths, which may be more than all of it: `110%`.
  static var factor: Shape {
    .scalar(
      ScalarForm(
        "factor",
        noun: "a percentage",
        "A number from 0 to 1000, perhaps with one decimal, and `%`.",
        pattern: "^(?:1000(?:\\.0)?|(?:0|[1-9][0-9]{0,2})(?:\\.[0-9])?)%$",
        examples: ["110%"]
      ),
      placeholder: 1_000,
      write: { Percent.text($0) },
      parse: { text throws(Complaint) in
        if !text.isEmpty, text.utf8.allSatisfy(ASCII.isDigit) {
          throw Complaint(.unitMissing, "A percentage needs its `%`.", fixes: ["\(text)%"])
        }
        return try Percent.thousandths(text, upTo: 10_000)
      }
    )
  }

  /// A rung of a ladder in thousandths, from the first piece to all: `80%`, `100%`.
  static var rungLevel: Shape {
    .scalar(
      ScalarForm(
        "rung level",
        noun: "a percentage",
        "A number from 0.1 to 100, perhaps with one decimal, and `%`.",
        pattern: "^(?:100(?:\\.0)?|(?:[1-9][0-9]?)(?:\\.[0-9])?|0\\.[1-9])%$",
        examples: ["100%"]
      ),
      placeholder: 1_000,
      write: { Percent.text($0) },
      parse: { text throws(Complaint) in
        if !text.isEmpty, text.utf8.allSatisfy(ASCII.isDigit) {
          throw Complaint(.unitMissing, "A percentage needs its `%`.", fixes: ["\(text)%"])
        }
        let thousandths = try Percent.thousandths(text, upTo: 1_000)
        if thousandths == 0 {
          throw Complaint(.outOfRange, "Nothing is reached at 0%.", fixes: ["0.1%"])
        }
        return thousandths
      }
    )
  }

  /// How often something happens: `3 times`.
  static var times: Shape {
    .scalar(
      ScalarForm(
        "times",
        noun: "how often",
        "A whole number from 2 and `times`.",
        pattern: "^(?:[2-9]|[1-9][0-9]{1,8}) times$",
        examples: ["3 times"]
      ),
      placeholder: 2,
      write: { "\($0) times" },
      parse: { text throws(Complaint) in
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard text.hasSuffix(" times"), digits.utf8.count + 6 == text.utf8.count,
          let count = Int(digits), digits == "\(count)", count <= Quantity.pieceLimit
        else {
          let isNumber = Int(digits).map { $0 > 1 } ?? false
          throw Complaint(
            isNumber && digits == text ? .unitMissing : .wrongForm,
            "`\(text)` does not say how often.",
            fixes: isNumber ? ["\(digits) times"] : [],
            notes: ["it is written `3 times`"]
          )
        }
        if count < 2 { throw Complaint(.outOfRange, "The first time needs no count.") }
        return count
      }
    )
  }
}
