import YAML

/// Diagnostics as commands that GitHub shows beside the lines of a change.
public enum DiagnosticGitHub {
  /// Everything that was reported in some readings, a line each.
  public static func render(_ readings: [Reading]) -> String {
    readings.flatMap { reading in reading.diagnostics.map { line($0, reading) + "\n" } }.joined()
  }

  private static func line(_ diagnostic: Diagnostic, _ reading: Reading) -> String {
    var properties: [String] = []
    if let span = reading.span(diagnostic.place) {
      properties = ["file=\(property(span.file))", "line=\(span.start.line)"]
      // Columns count only where the end is on the same line.
      if span.start.line == span.end.line {
        properties += [
          "col=\(span.start.column)", "endLine=\(span.end.line)", "endColumn=\(span.end.column)",
        ]
      } else {
        properties += ["endLine=\(span.end.line)"]
      }
    }
    properties.append("title=\(property(diagnostic.rule.code))")
    var lines = [diagnostic.message] + diagnostic.notes.map { "note: \($0)" }
    if !diagnostic.fixes.isEmpty {
      lines.append("help: write \(Prose.list(diagnostic.fixes, "or"))")
    }
    let text = escaped(lines.joined(separator: "\n"))
    return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::\(text)"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
