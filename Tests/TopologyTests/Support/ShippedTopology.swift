import Testing

/// A shipped file, read once.
struct ShippedTopology: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let lines: [String]

  init(_ name: String) {
    self.name = name
    text = ShippedFiles.text(name)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
      String.init
    )
  }

  var testDescription: String { name }

  static let all = ShippedFiles.names.map(ShippedTopology.init)

  func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }

  /// Whether a line, counted from 0, says nothing.
  func isComment(_ number: Int) -> Bool {
    let content = lines[number].drop { $0 == " " }
    return content.isEmpty || content.hasPrefix("#")
  }
}
