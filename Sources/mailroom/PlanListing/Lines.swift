import Text

/// A listing in sections for a terminal: titles, lines that wrap, rows in columns.
///
/// What comes from a topology may hold anything, and is made printable; emphasis is put on afterwards.
struct Lines {
  let style: Style
  let width: Int
  private(set) var text = ""

  init(style: Style, width: Int) {
    self.style = style
    self.width = width
  }

  /// A title with an empty line before it.
  mutating func title(_ words: String) {
    if !text.isEmpty { text += "\n" }
    text += style.bold(printable(words)) + "\n"
  }

  /// A line, wrapped; what follows its first line is indented further. It begins with `lead`, which is
  /// emphasised by `paint`.
  mutating func line(
    _ words: String,
    indent: Int = 2,
    hanging: Int = 2,
    lead: String = "",
    paint: (String) -> String = { $0 }
  ) {
    var lines = wrapped(lead + words, width: width, indent: indent, hanging: hanging)
    let margin = String(repeating: " ", count: indent)
    let start = printable(lead)
    if !start.isEmpty, lines[0].hasPrefix(margin + start) {
      lines[0] = margin + paint(start) + lines[0].dropFirst(margin.count + start.count)
    }
    text += lines.map { $0.replacing(Self.glue, with: " ") + "\n" }.joined()
  }

  /// Rows whose cells stand below one another; the last cell wraps.
  mutating func rows(_ rows: [[String]], indent: Int = 2) {
    let columns = (rows.map(\.count).max() ?? 1) - 1
    let widths = (0..<max(columns, 0)).map { column in
      rows.map { column < $0.count - 1 ? displayWidth($0[column]) : 0 }.max() ?? 0
    }
    for row in rows {
      var words = ""
      for (column, cell) in row.dropLast().enumerated() {
        let gap = widths[column] - displayWidth(cell) + 2
        words += Self.glued(cell) + String(repeating: Self.glue, count: gap)
      }
      let hanging = widths.reduce(0) { $0 + $1 + 2 }
      line(words + (row.last ?? ""), indent: indent, hanging: min(hanging, width / 2))
    }
  }

  /// Words that stay in one line.
  static func glued(_ words: String) -> String { words.replacing(" ", with: glue) }

  /// A space at which no line is broken.
  private static let glue = "\u{A0}"
}
