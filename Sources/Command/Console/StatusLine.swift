import Text

/// One line on standard error that says how things go: on a terminal each one takes the place of the one
/// before, elsewhere they follow one another.
public struct StatusLine: ~Copyable {
  /// Whether a line can take the place of another.
  public let isReplacing: Bool
  private let width: Int
  private var isShown = false

  /// A line on standard error; it replaces itself where `isReplacing` is true or, if that is nil, where
  /// a person looks at a terminal.
  public init(isReplacing: Bool? = nil) {
    self.isReplacing = isReplacing ?? (isTerminal(2) && environment("TERM") != "dumb")
    width = terminalColumns(2) ?? 80
  }

  /// Shows `text`; on a terminal as much of it as fits.
  public mutating func show(_ text: String) {
    let text = printable(text)
    guard isReplacing else { return send(text + "\n") }
    isShown = true
    send("\r" + Self.cut(text, width: width - 1) + "\u{1B}[K")
  }

  /// Takes the line away, so that something else can be written.
  public mutating func clear() {
    guard isShown else { return }
    isShown = false
    send("\r\u{1B}[K")
  }

  /// The first columns of a text.
  static func cut(_ text: String, width: Int) -> String {
    var column = 0
    var shown = ""
    for scalar in text.unicodeScalars {
      column += scalar.displayWidth
      if column > width { break }
      shown.unicodeScalars.append(scalar)
    }
    return shown
  }

  private func send(_ text: String) {
    // If nobody reads it, nobody misses it.
    try? writeAll(Array(text.utf8), to: 2)
  }
}
