import Schema

extension Shape where Value == String {
  /// Network and post office, each of ten characters at most (Q114246).
  static var postOfficeName: Shape {
    .scalar(
      ScalarForm(
        "post office",
        noun: "the name of a post office",
        "NETWORK/POSTOFFICE, each part a letter or digit and then letters, digits, `-` and `_`, 10 at"
          + " most; in a group one `#` for each digit.",
        pattern: "^[A-Za-z0-9][A-Za-z0-9_#-]{0,9}/[A-Za-z0-9][A-Za-z0-9_#-]{0,9}$",
        examples: ["HQ/SALES"]
      ),
      placeholder: "NETWORK/OFFICE",
      write: { $0 },
      parse: { text throws(Complaint) in try postOffice(text) }
    )
  }

  static func postOffice(_ text: String) throws(Complaint) -> String {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw Complaint(
        .wrongForm,
        parts.count < 2
          ? "`\(text)` has no network; a post office is NETWORK/POSTOFFICE."
          : "`\(text)` has \(parts.count) parts; a post office has two, NETWORK/POSTOFFICE.",
        label: "NETWORK/POSTOFFICE is needed",
        notes: ["an MS Mail address is NETWORK/POSTOFFICE/MAILBOX (Q114246)"]
      )
    }
    var start = 0
    for part in parts {
      let range = start..<start + part.utf8.count
      start = range.upperBound + 1
      if part.utf8.count > 10 {
        throw Complaint(
          .wrongForm,
          "`\(part)` has \(part.utf8.count) characters, and each part of an MS Mail address has 10 at"
            + " most.",
          label: "\(part.utf8.count - 10) too many",
          range: range,
          notes: ["an MS Mail address is three parts of ten characters (Q114246)"]
        )
      }
      guard let first = part.utf8.first, isLetter(first) || isDigit(first),
        part.utf8.allSatisfy({ isLetter($0) || isDigit($0) || "-_#".utf8.contains($0) })
      else {
        throw Complaint(
          .wrongForm,
          part.isEmpty ? "A part of `\(text)` is empty." : "`\(part)` is no part of an address.",
          label: "letters, digits, `-` and `_`",
          range: range
        )
      }
    }
    return text
  }

  /// The key of a route: a post office, or `others`.
  static var routeTarget: Shape {
    .scalar(
      ScalarForm(
        "route target",
        noun: "the name of a post office, or `others`",
        "NETWORK/POSTOFFICE, or `others` for all that are not named.",
        pattern:
          "^(?:others|[A-Za-z0-9][A-Za-z0-9_#-]{0,9}/[A-Za-z0-9][A-Za-z0-9_#-]{0,9})$",
        examples: ["HQ/SHADOW"]
      ),
      placeholder: "others",
      write: { $0 },
      parse: { text throws(Complaint) in text == "others" ? text : try postOffice(text) }
    )
  }
}
