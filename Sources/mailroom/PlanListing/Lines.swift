import Command
import Text

/// A listing in paragraphs for a terminal: titles, rows in columns, and text that wraps.
struct Lines {
  let style: Style
  let width: Int
  private(set) var text = ""

  init(style: Style, width: Int = 80) {
    self.style = style
    self.width = width
  }

  /// A title with an empty line before it.
  mutating func title(_ words: String) {
    if !text.isEmpty { text += "\n" }
    text += style.bold(words) + "\n"
  }

  /// A line, wrapped; what follows its first line is indented further.
  mutating func line(_ words: String, indent: Int = 2, hanging: Int = 2) {
    let margin = String(repeating: " ", count: indent)
    var line = margin
    var column = indent
    for word in words.split(separator: " ", omittingEmptySubsequences: false) {
      let length = displayWidth(String(word))
      if column > indent + hanging, column + 1 + length > width {
        text += line + "\n"
        line = margin + String(repeating: " ", count: hanging)
        column = indent + hanging
        line += word
        column += length
      } else {
        if line.count > margin.count {
          line += " "
          column += 1
        }
        line += word
        column += length
      }
    }
    text += line + "\n"
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
        words += cell + String(repeating: "\u{A0}", count: widths[column] - displayWidth(cell) + 2)
      }
      let hanging = widths.reduce(0) { $0 + $1 + 2 }
      line(words + (row.last ?? ""), indent: indent, hanging: min(hanging, width / 2))
    }
  }

  /// The listing, in which what kept cells together is plain space again.
  var result: String { text.replacing("\u{A0}", with: " ") }
}
