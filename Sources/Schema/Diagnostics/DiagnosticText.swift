public import Text
import YAML

/// Diagnostics for people: what is wrong, the line itself with a mark under the place, and what helps.
public struct DiagnosticText {
  private let sources: [YAMLSource]
  private let style: Style

  /// A writer for diagnostics of a reading.
  public init(_ reading: Reading, style: Style) {
    sources = reading.sources
    self.style = style
  }

  /// How many warnings of a kind are shown one by one: whoever has read some knows the rest.
  static let mostOfAKind = 5

  /// Everything that was reported in some readings, and a last line with the counts; empty where there
  /// is nothing. Of many warnings of a kind in a text the first are shown, and how many more there are.
  public static func render(_ readings: [Reading], style: Style) -> String {
    var text = ""
    var (errors, warnings, dropped) = (0, 0, 0)
    for reading in readings {
      let writer = DiagnosticText(reading, style: style)
      var kinds = WarningKinds()
      for diagnostic in reading.diagnostics where kinds.shows(diagnostic) {
        text += writer.text(of: diagnostic) + "\n"
      }
      for (code, more) in kinds.hidden {
        text += style.yellow("\(Severity.warning.rawValue)[\(code)]")
        text += style.bold(": \(more) more of the kind") + "\n\n"
      }
      errors += reading.errorCount
      warnings += reading.warningCount
      dropped += reading.droppedCount
    }
    if errors + warnings == 0 { return "" }
    let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " and ")
    let rest =
      (dropped == 0 ? "" : ", of which \(dropped) are not shown")
      + (readings.contains(where: \.isCutShort) ? "; the rest was not looked at" : "")
    return text + style.bold(counts + rest) + "\n"
  }

  /// How many warnings of each kind there were, in the order in which the kinds came.
  private struct WarningKinds {
    private var counts: [(code: String, count: Int)] = []

    /// Whether a diagnostic, which comes next, is one of those that are shown.
    mutating func shows(_ diagnostic: Diagnostic) -> Bool {
      guard diagnostic.severity == .warning else { return true }
      let code = diagnostic.rule.code
      guard let place = counts.firstIndex(where: { $0.code == code }) else {
        counts.append((code, 1))
        return true
      }
      counts[place].count += 1
      return counts[place].count <= mostOfAKind
    }

    /// How many were not shown.
    var hidden: [(code: String, more: Int)] {
      counts.filter { $0.count > mostOfAKind }.map { ($0.code, $0.count - mostOfAKind) }
    }
  }

  /// One diagnostic, in several lines, each with its break.
  public func text(of diagnostic: Diagnostic) -> String {
    let title = "\(diagnostic.severity.rawValue)[\(diagnostic.rule.code)]"
    let message = Self.shown(diagnostic.message)
    let blocks = blocks(of: diagnostic)
    let digits = blocks.flatMap(\.snippets).map { "\($0.line)".utf8.count }.max() ?? 1
    let margin = String(repeating: " ", count: digits)

    var lines = [colored(title, diagnostic.severity) + style.bold(": \(message)")]
    for (number, block) in blocks.enumerated() {
      let arrow = number == 0 ? "-->" : ":::"
      lines.append("\(margin)\(style.blue(arrow)) \(block.heading)")
      lines.append("\(margin) \(style.blue("|"))")
      var previous: Int?
      for snippet in block.snippets {
        if let previous, snippet.line > previous + 1 { lines.append(style.blue("...")) }
        previous = snippet.line
        lines += snippet.lines(digits: digits, diagnostic.severity, style)
      }
    }
    let gutter = "\(margin) \(style.blue("|"))"
    if !diagnostic.notes.isEmpty || !diagnostic.fixes.isEmpty { lines.append(gutter) }
    for note in diagnostic.notes {
      lines.append("\(margin) \(style.blue("=")) \(style.bold("note")): \(Self.shown(note))")
    }
    if !diagnostic.fixes.isEmpty {
      let fixes = Self.shown(Prose.list(diagnostic.fixes, "or"))
      lines.append("\(margin) \(style.blue("=")) \(style.bold("help")): write \(fixes)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A text that does nothing to a terminal and is not longer than anyone reads.
  static func shown(_ text: String) -> String {
    let limit = 1_000
    if text.utf8.count <= limit { return printable(text) }
    return printable(text.unicodeScalars.prefix(limit).map(String.init).joined()) + "…"
  }

  private func colored(_ title: String, _ severity: Severity) -> String {
    severity == .error ? style.red(title) : style.yellow(title)
  }

  /// The lines of one text, and the heading that says where.
  private struct Block {
    let heading: String
    let snippets: [Snippet]
  }

  /// The text of the place itself first, then the others that related places are in.
  private func blocks(of diagnostic: Diagnostic) -> [Block] {
    var marks = [Snippet.Mark(diagnostic.place, diagnostic.label, isPrimary: true)]
    for related in diagnostic.related where related.place != diagnostic.place {
      marks.append(.init(related.place, related.text, isPrimary: false))
    }
    var order: [UInt32] = []
    for mark in marks where !order.contains(mark.place.source) { order.append(mark.place.source) }
    return order.compactMap { number in
      guard Int(number) < sources.count else { return nil }
      let source = sources[Int(number)]
      let own = marks.filter { $0.place.source == number }
      let start = source.place(at: min(own[0].place.range.lowerBound, source.bytes.count))
      let lines = Set(own.map { $0.line(in: source) }).sorted()
      return Block(
        heading: "\(printable(source.file)):\(start.line):\(start.column)",
        snippets: lines.map { line in
          Snippet(source, line: line, marks: own.filter { $0.line(in: source) == line })
        }
      )
    }
  }
}
