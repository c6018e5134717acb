import Text
import YAML

/// A line of a text with marks under places of it.
///
/// Only a window of a long line is looked at, so a diagnostic costs the same on a line of any length.
struct Snippet {
  /// A place that is marked, and a few words on it.
  struct Mark {
    let place: Place
    let label: String
    let isPrimary: Bool

    init(_ place: Place, _ label: String, isPrimary: Bool) {
      self.place = place
      self.label = label
      self.isPrimary = isPrimary
    }

    func line(in source: YAMLSource) -> Int {
      source.place(at: min(place.range.lowerBound, source.bytes.count)).line
    }
  }

  /// The number of the line.
  let line: Int
  private var shown = ""
  private var rows: [(text: String, label: String, isPrimary: Bool)] = []

  /// Bytes that are looked at before and after the first mark.
  private static let reach = 400
  /// Columns that are shown.
  private static let columns = 100
  /// Columns that are shown before the first mark of a line which is cut.
  private static let lead = 40

  init(_ source: YAMLSource, line: Int, marks: [Mark]) {
    self.line = line
    let range = source.range(ofLine: line)
    let first = marks.map(\.place.range.lowerBound).min() ?? range.lowerBound
    let cells = Self.cells(source, range, around: min(first, range.upperBound))
    var from = 0
    var to = cells.width
    let start = cells.column(of: first)
    if to > Self.columns {
      from = min(max(0, start - Self.lead), max(0, to - Self.columns))
      to = min(to, from + Self.columns)
    }
    let isCutBefore = from > 0 || cells.isCutBefore
    let isCutAfter = to < cells.width || cells.isCutAfter
    shown = (isCutBefore ? "…" : "") + cells.text(from..<to) + (isCutAfter ? "…" : "")
    let shift = isCutBefore ? 1 : 0
    for mark in marks.sorted(by: { ($0.place.start, $0.label) < ($1.place.start, $1.label) }) {
      let end = mark.place.range.upperBound
      let low = min(max(cells.column(of: mark.place.range.lowerBound), from), to)
      let high = min(max(cells.column(of: min(end, range.upperBound)), low + 1), max(to, low + 1))
      let sign: Character = mark.isPrimary ? "^" : "-"
      rows.append(
        (
          text: String(repeating: " ", count: low - from + shift)
            + String(repeating: sign, count: high - low) + (end > range.upperBound + 1 ? "…" : ""),
          label: DiagnosticText.shown(mark.label),
          isPrimary: mark.isPrimary
        )
      )
    }
  }

  /// The line, and a line for each mark.
  func lines(digits: Int, _ severity: Severity, _ style: Style) -> [String] {
    let number = "\(line)"
    let padding = String(repeating: " ", count: digits - number.utf8.count)
    let bar = style.blue("|")
    var lines = [
      trimmed("\(padding)\(style.blue(number)) \(bar) \(shown)")
    ]
    let margin = String(repeating: " ", count: digits)
    for row in rows {
      let text = row.text + (row.label.isEmpty ? "" : " " + row.label)
      let signs = String(text.drop { $0 == " " })
      let space = String(text.prefix { $0 == " " })
      let colored =
        !row.isPrimary
        ? style.blue(signs) : severity == .error ? style.red(signs) : style.yellow(signs)
      lines.append("\(margin) \(bar) \(space)\(colored)")
    }
    return lines
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Snippet {
  /// What is shown of a line: scalars, the byte at which each begins, and the column.
  private struct Cells {
    var scalars: [(text: String, byte: Int, column: Int)] = []
    var width = 0
    var endByte = 0
    var isCutBefore = false
    var isCutAfter = false

    /// The column of a byte of the text.
    func column(of byte: Int) -> Int {
      if byte >= endByte { return width }
      return scalars.last { $0.byte <= byte }?.column ?? 0
    }

    func text(_ columns: Range<Int>) -> String {
      scalars.filter { columns.contains($0.column) }.map(\.text).joined()
    }
  }

  private static func cells(_ source: YAMLSource, _ line: Range<Int>, around place: Int) -> Cells {
    var from = max(line.lowerBound, place - reach)
    var to = min(line.upperBound, place + reach)
    // Not within a character.
    while from > line.lowerBound, source.bytes[from] & 0xC0 == 0x80 { from -= 1 }
    while to < line.upperBound, source.bytes[to] & 0xC0 == 0x80 { to += 1 }
    var cells = Cells()
    cells.isCutBefore = from > line.lowerBound
    cells.isCutAfter = to < line.upperBound
    var byte = from
    for scalar in String(decoding: source.bytes[from..<to], as: UTF8.self).unicodeScalars {
      let text =
        scalar == "\t"
        ? String(repeating: " ", count: 8 - cells.width % 8)
        : scalar.isUnprintable ? "\u{FFFD}" : String(scalar)
      cells.scalars.append((text, byte, cells.width))
      cells.width += displayWidth(text)
      byte += scalar.utf8.count
    }
    cells.endByte = to
    return cells
  }
}

extension Unicode.Scalar {
  fileprivate var utf8: String.UTF8View { String(self).utf8 }
}
