/// A table in comma-separated values (RFC 4180): every field quoted, every line ended by CR LF.
struct CSVTable {
  private(set) var text = ""

  /// A line of these fields, in which anything may stand.
  mutating func row(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      text += index == 0 ? "\"" : ",\""
      text += field.utf8.contains(UInt8(ascii: "\"")) ? field.replacing("\"", with: "\"\"") : field
      text += "\""
    }
    text += "\r\n"
  }

  /// The lines so far; the table goes on without them.
  mutating func take() -> String {
    defer { text = "" }
    return text
  }
}
