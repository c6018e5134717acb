/// A text about one thing, laid out once the width of the terminal is known.
///
/// It begins with the thing's name and one sentence. Everything wraps but what stands there literally.
public struct Page: Hashable, Sendable {
  /// What it is about.
  public let title: String
  /// One sentence, or a few words; may be empty.
  public let summary: String
  /// What follows, in order.
  public var blocks: [Block]

  /// A part of a page.
  public enum Block: Hashable, Sendable {
    /// Sentences.
    case paragraph(String)
    /// Names and what belongs to each, in two columns below a title that may be empty.
    case rows(title: String, [Row])
    /// Lines that stand as they are, below a title.
    case lines(title: String, [String])
  }

  /// A name and what belongs to it.
  public struct Row: Hashable, Sendable {
    /// The name.
    public let name: String
    /// What belongs to it.
    public let text: String

    /// A row of two columns.
    public init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  /// A page of these parts; rows and lines that are empty are left out with their title.
  public init(_ title: String, _ summary: String, _ blocks: [Block] = []) {
    self.title = title
    self.summary = summary
    self.blocks = blocks.filter {
      switch $0 {
      case .paragraph(let text): !text.isEmpty
      case .rows(_, let rows): !rows.isEmpty
      case .lines(_, let lines): !lines.isEmpty
      }
    }
  }

  /// The same page under another name.
  public func named(_ title: String) -> Page { Page(title, summary, blocks) }

  /// The page in lines of at most `width` columns, where its words allow that; each ends with a break.
  public func text(width: Int, style: Style) -> String {
    let name = printable(title)
    let first = wrapped(summary.isEmpty ? name : "\(name): \(summary)", width: width, hanging: 2)
    // A title that is itself wrapped is emphasised as far as its first line has it.
    var lines = first
    if first[0].hasPrefix(name) {
      lines[0] = style.bold(name) + first[0].dropFirst(name.count)
    }
    for block in blocks {
      lines.append("")
      switch block {
      case .paragraph(let text):
        lines += wrapped(text, width: width, indent: 2)
      case .rows(let title, let rows):
        if !title.isEmpty { lines.append("  " + style.bold(title)) }
        lines += Self.table(rows, indent: title.isEmpty ? 2 : 4, width: width)
      case .lines(let title, let own):
        lines.append("  " + style.bold(title))
        lines += own.map { $0.isEmpty ? "" : "    " + printable($0) }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Rows in two columns; where not every row fits into a line, a name that is much longer than the
  /// others has a line for itself.
  private static func table(_ rows: [Row], indent: Int, width: Int) -> [String] {
    let names = rows.map { displayWidth($0.name) }
    let widest = names.max() ?? 0
    let isOneLineEach = rows.allSatisfy { indent + widest + 2 + displayWidth($0.text) <= width }
    let limit = isOneLineEach ? widest : max(width * 2 / 5 - indent, 8)
    let column = names.filter { $0 <= limit }.max() ?? min(limit, 8)
    let margin = String(repeating: " ", count: indent)
    return rows.flatMap { row -> [String] in
      let own = displayWidth(row.name)
      let texts = wrapped(row.text, width: width, indent: indent + column + 2)
      if own > column {
        return [margin + printable(row.name)] + (row.text.isEmpty ? [] : texts)
      }
      if row.text.isEmpty { return [margin + printable(row.name)] }
      let gap = String(repeating: " ", count: column - own + 2)
      let start = margin + printable(row.name) + gap + texts[0].trimmingPrefix { $0 == " " }
      return [start] + texts.dropFirst()
    }
  }
}

/// A text in lines of at most `width` columns, broken at its spaces; a word that is longer stays whole.
///
/// - Parameters:
///   - indent: the spaces before every line.
///   - hanging: how many more there are before each but the first.
public func wrapped(
  _ text: String,
  width: Int,
  indent: Int = 0,
  hanging: Int = 0
) -> [String] {
  var lines: [String] = []
  var line = String(repeating: " ", count: indent)
  var column = indent
  var isEmpty = true
  for part in printable(text).split(separator: " ") {
    let length = displayWidth(String(part))
    if !isEmpty, column + 1 + length > width {
      lines.append(line)
      line = String(repeating: " ", count: indent + hanging)
      column = indent + hanging
      isEmpty = true
    }
    if !isEmpty {
      line += " "
      column += 1
    }
    line += part
    column += length
    isEmpty = false
  }
  return lines + [line]
}
