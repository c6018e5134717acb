extension Shape where Value == String {
  /// Any text, also of several lines.
  public static var text: Shape {
    .scalar(
      ScalarForm(
        "text",
        noun: "a text",
        "Any text; of several lines after `|` or `>`.",
        pattern: nil,
        examples: [],
        guesses: [.integer, .number, .boolean]
      ),
      placeholder: "",
      write: { Self.quoted($0) },
      parse: { text in text }
    )
  }

  /// A text of one line.
  public static var line: Shape {
    .scalar(
      ScalarForm(
        "line",
        noun: "a text of one line",
        "A text of one line.",
        pattern: "^[^\\n\\r]+$",
        examples: [],
        guesses: [.integer, .number, .boolean]
      ),
      placeholder: "-",
      write: { Self.quoted($0) },
      parse: { text throws(Complaint) in
        if text.isEmpty { throw Complaint(.emptyValue, "The text is empty.") }
        if text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
          throw Complaint(.wrongForm, "This text has several lines, and one is needed.")
        }
        return text
      }
    )
  }

  /// A text as YAML takes it for the same text.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      !YAMLWords.isSpecial(text) && text.first != " " && text.last != " "
      && text.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !"#:,[]{}&*!|>'\"%@`".unicodeScalars.contains($0)
      }
      && !["-", "?"].contains(text.first.map(String.init) ?? "-")
    if isPlain { return text }
    if !text.unicodeScalars.contains(where: { $0.value < 0x20 }) {
      return "'" + text.replacing("'", with: "''") + "'"
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\x" + (digits.count == 1 ? "0" : "") + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
