/// A table in comma-separated values (RFC 4180): every field quoted, every line ended by CR LF.
struct CSVTable {
  private var text = ""

  /// A line of these fields, in which anything may stand.
  mutating func row(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      text += index == 0 ? "\"" : ",\""
      text += field.utf8.contains(UInt8(ascii: "\"")) ? field.replacing("\"", with: "\"\"") : field
      text += "\""
    }
    text += "\r\n"
  }

  /// Hands over the lines so far where they are many, and the table goes on without them.
  mutating func pass<Failure: Error>(
    to write: (String) throws(Failure) -> Void
  ) throws(Failure) {
    if text.utf8.count >= 1 << 16 { try finish(to: write) }
  }

  /// Hands over the lines that are left.
  mutating func finish<Failure: Error>(
    to write: (String) throws(Failure) -> Void
  ) throws(Failure) {
    try write(text)
    text = ""
  }
}
