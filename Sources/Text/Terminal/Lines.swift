/// A listing in sections for a terminal: titles, lines that wrap, rows in columns.
///
/// What comes from a topology may hold anything, and is made printable; emphasis is put on afterwards.
public struct Lines: Sendable {
  /// How it is emphasised.
  public let style: Style
  /// In how many columns it is set.
  public let width: Int
  /// The listing so far; each line ends with a break.
  public private(set) var text = ""

  /// An empty listing.
  public init(style: Style, width: Int) {
    self.style = style
    self.width = width
  }

  /// A title with an empty line before it.
  public mutating func title(_ words: String) {
    if !text.isEmpty { text += "\n" }
    for line in wrapped(words, width: width, hanging: 2) {
      text += broken(style.bold(line), indent: 2) + "\n"
    }
  }

  /// A line, wrapped; what follows its first line is indented further. It begins with `lead`, which is
  /// emphasised by `paint`.
  public mutating func line(
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
    for line in lines {
      let line = broken(line, indent: indent + hanging).replacing(Self.glue, with: " ")
      for part in line.split(separator: "\n", omittingEmptySubsequences: false) {
        text += part.trimmingSuffix { $0 == " " } + "\n"
      }
    }
  }

  /// A command as one types it, in several lines where one is not enough.
  public mutating func command(_ words: String) {
    // Two columns stay free for what continues a line in a shell.
    let parts = wrapped(words, width: width - 2, indent: 2, hanging: 2)
    for (number, part) in parts.enumerated() {
      verbatim(part + (number < parts.count - 1 ? " \\" : ""))
    }
  }

  /// A line as it is, made printable.
  public mutating func verbatim(_ line: String) {
    text += printable(line) + "\n"
  }

  /// Rows whose cells stand below one another; the last cell wraps.
  ///
  /// - Parameter numbers: the columns that end below one another, as numbers do.
  public mutating func rows(_ rows: [[String]], indent: Int = 2, numbers: Range<Int> = 0..<0) {
    let columns = (rows.map(\.count).max() ?? 1) - 1
    // A cell that is much longer than the others is out of line alone.
    let limit = width * 3 / 5
    let widths = (0..<max(columns, 0)).map { column -> Int in
      let cells = rows.filter { column < $0.count - 1 }.map { displayWidth(printable($0[column])) }
      return cells.filter { $0 <= limit }.max() ?? 0
    }
    for row in rows {
      var words = ""
      for (column, cell) in row.dropLast().enumerated() {
        let text = printable(cell).replacing(" ", with: Self.glue)
        let fill = String(repeating: Self.glue, count: max(widths[column] - displayWidth(text), 0))
        words += (numbers.contains(column) ? fill + text : text + fill) + Self.glue + Self.glue
      }
      let hanging = widths.reduce(0) { $0 + $1 + 2 }
      line(words + (row.last ?? ""), indent: indent, hanging: min(hanging, width / 2))
    }
  }

  /// A line whose words are too long for the width, broken anywhere. Emphasis takes no columns.
  private func broken(_ line: String, indent: Int) -> String {
    if !style.isColored || !line.utf8.contains(0x1B), displayWidth(line) <= width { return line }
    let margin = String(repeating: " ", count: min(indent, width / 2))
    var text = ""
    var column = 0
    var isEscape = false
    for scalar in line.unicodeScalars {
      if scalar == "\u{1B}" { isEscape = true }
      if !isEscape {
        if column + scalar.displayWidth > width {
          text += "\n" + margin
          column = margin.utf8.count
        }
        column += scalar.displayWidth
      }
      if isEscape, scalar == "m" { isEscape = false }
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  /// A space at which no line is broken, and that stays where several stand in a row.
  public static let glue = "\u{A0}"

  /// Words that stay in one line.
  public static func glued(_ words: String) -> String { words.replacing(" ", with: glue) }
}

extension Substring {
  /// The text without the characters at its end that `isLeftOut` names.
  fileprivate func trimmingSuffix(_ isLeftOut: (Character) -> Bool) -> Substring {
    guard let last = lastIndex(where: { !isLeftOut($0) }) else { return "" }
    return self[...last]
  }
}
