/// A number that JSON has no word for (`nan` or an infinity), and where it stands.
public struct NotFinite: Error, Hashable, Sendable {
  /// The way to it from the top: `benchmarks[3].real_time`.
  public let path: String
}

extension JSON {
  /// The value as text, indented by two spaces, with a line end after it; the same value always gives
  /// the same bytes, and a double the shortest digits that read back as itself. Numbers in a row stand
  /// in a line.
  public func encoded() throws(NotFinite) -> String {
    var text = ""
    try write(to: &text, margin: "\n", path: "")
    return text + "\n"
  }

  /// The value as text in one line, without a line end.
  public func encodedInLine() throws(NotFinite) -> String {
    var text = ""
    try write(to: &text, margin: nil, path: "")
    return text
  }

  func write(to text: inout String, margin: String?, path: String) throws(NotFinite) {
    let inner = margin.map { $0 + "  " }
    let comma = margin == nil ? ", " : ","
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += "\(value)"
    case .number(let value):
      guard value.isFinite else { throw NotFinite(path: path) }
      text += "\(value)"
    case .string(let value): Self.write(value, to: &text)
    case .array(let values):
      if values.isEmpty { return text += "[]" }
      let isRow = values.allSatisfy(\.isNumberOrNull)
      for (index, value) in values.enumerated() {
        text += index == 0 ? "[" : isRow ? ", " : comma
        if !isRow { text += inner ?? "" }
        try value.write(to: &text, margin: inner, path: "\(path)[\(index)]")
      }
      text += (isRow ? "" : margin ?? "") + "]"
    case .object(let members):
      if members.isEmpty { return text += "{}" }
      for (index, member) in members.enumerated() {
        text += (index == 0 ? "{" : comma) + (inner ?? "")
        Self.write(member.name, to: &text)
        text += ": "
        let place = path.isEmpty ? member.name : path + "." + member.name
        try member.value.write(to: &text, margin: inner, path: place)
      }
      text += (margin ?? "") + "}"
    }
  }

  private var isNumberOrNull: Bool {
    switch self {
    case .null, .integer, .number: true
    default: false
    }
  }

  static func write(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      // The two line separators are legal in JSON and end a line in JavaScript.
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
