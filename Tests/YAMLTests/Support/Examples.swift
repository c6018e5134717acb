import Testing

@testable import YAML

/// A text and what must be read from it.
struct Example: CustomTestStringConvertible, Sendable {
  let title: String
  let text: String
  /// Events in the suite's notation without stream and document, separated by " / ".
  let events: String

  init(_ title: String, _ text: String, _ events: String) {
    self.title = title
    self.text = text
    self.events = events
  }

  var testDescription: String { title }

  /// Reads the text and compares.
  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    do {
      let lines = try Notation.lines(text)
      let content = lines.filter { !["+STR", "-STR", "+DOC", "-DOC", "+DOC ---"].contains($0) }
      #expect(content.joined(separator: " / ") == events, sourceLocation: sourceLocation)
    } catch {
      Issue.record("refused: \(error)", sourceLocation: sourceLocation)
    }
  }
}
