/// Reads comma-separated values as RFC 4180 has them, every field quoted; nil where a text is none.
func parsedCSV(_ text: String) -> [[String]]? {
  var rows: [[String]] = []
  var row: [String] = []
  var scalars = text.unicodeScalars[...]
  while !scalars.isEmpty {
    guard scalars.popFirst() == "\"" else { return nil }
    var field = String.UnicodeScalarView()
    while true {
      guard let scalar = scalars.popFirst() else { return nil }
      if scalar == "\"" {
        if scalars.first != "\"" { break }
        scalars.removeFirst()
      }
      field.append(scalar)
    }
    row.append(String(field))
    switch scalars.popFirst() {
    case ",": continue
    case "\r":
      guard scalars.popFirst() == "\n" else { return nil }
      rows.append(row)
      row = []
    default: return nil
    }
  }
  return row.isEmpty ? rows : nil
}
