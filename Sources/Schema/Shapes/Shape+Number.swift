extension Shape where Value == Int {
  /// A count: decimal digits, without a sign or zeros before it.
  public static var whole: Shape {
    .scalar(
      ScalarForm(
        "whole number",
        noun: "a whole number",
        "A whole number in decimal digits.",
        pattern: "^(?:0|[1-9][0-9]{0,17})$",
        examples: ["12"],
        guesses: [.integer]
      ),
      placeholder: 0,
      write: { "\($0)" },
      parse: { text throws(Complaint) in
        var scan = Scan(text)
        if let number = scan.whole(digits: 18), scan.isAtEnd { return Int(number) }
        throw .noNumber(text, "a whole number in decimal digits", isWhole: true)
      }
    )
  }
}

extension Shape where Value == Double {
  /// A number in decimal digits, perhaps with decimals.
  public static var number: Shape {
    .scalar(
      ScalarForm(
        "number",
        noun: "a number",
        "A number in decimal digits, with a point before its decimals.",
        pattern: "^(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,9})?$",
        examples: ["1.5"],
        guesses: [.integer, .number]
      ),
      placeholder: 0,
      write: { value in
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
      },
      parse: { text throws(Complaint) in
        var scan = Scan(text)
        // Of nothing but digits and a point, and so the nearest double whatever the system.
        if scan.decimal(digits: 15, decimals: 9) != nil, scan.isAtEnd, let value = Double(text) {
          return value
        }
        throw .noNumber(text, "a number in decimal digits", isWhole: false)
      }
    )
  }
}

extension Shape where Value == Bool {
  /// `true` or `false`.
  public static var flag: Shape {
    .scalar(
      ScalarForm(
        "flag",
        noun: "`true` or `false`",
        "`true` or `false`.",
        pattern: "^(?:true|false)$",
        examples: ["true"],
        guesses: [.boolean]
      ),
      placeholder: false,
      write: { $0 ? "true" : "false" },
      parse: { text throws(Complaint) in
        if text == "true" { return true }
        if text == "false" { return false }
        let fixes =
          switch text.lowercased() {
          case "yes", "on", "y", "true", "1", "enabled": ["true"]
          case "no", "off", "n", "false", "0", "disabled": ["false"]
          default: ["true", "false"]
          }
        throw Complaint(
          .unknownWord,
          "\(Prose.quoted(text)) is neither `true` nor `false`.",
          fixes: fixes
        )
      }
    )
  }
}

extension Complaint {
  /// A text that is no number, with the number that may be meant.
  static func noNumber(_ text: String, _ wanted: String, isWhole: Bool) -> Complaint {
    let digits = text.filter { !"_, '+".contains($0) }
    let plain = String(digits.drop { $0 == "0" })
    let fixed = plain.isEmpty || plain.first == "." ? "0" + plain : plain
    let isNumber =
      fixed.allSatisfy { ("0"..."9").contains($0) || (!isWhole && $0 == ".") }
      && digits.contains { ("0"..."9").contains($0) }
    return Complaint(
      .wrongForm,
      "\(Prose.quoted(text)) is not \(wanted).",
      fixes: isNumber && fixed != text && fixed.utf8.count <= 15 ? [fixed] : [],
      notes: text.hasPrefix("0") && isNumber && text.utf8.count > 1
        ? ["some readers take zeros before a number for octal digits"] : []
    )
  }
}
