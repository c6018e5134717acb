/// Emphasis for a terminal, or none.
public struct Style: Hashable, Sendable {
  /// Whether the output takes escape sequences.
  public let isColored: Bool

  /// A style that colours or does not.
  public init(isColored: Bool) {
    self.isColored = isColored
  }

  /// For titles.
  public func bold(_ text: String) -> String { wrap("1", text) }

  /// For what matters less.
  public func faint(_ text: String) -> String { wrap("2", text) }

  /// For what is bad.
  public func red(_ text: String) -> String { wrap("31", text) }

  /// For what is good.
  public func green(_ text: String) -> String { wrap("32", text) }

  /// For what points somewhere.
  public func blue(_ text: String) -> String { wrap("34", text) }

  /// For what needs care.
  public func yellow(_ text: String) -> String { wrap("33", text) }

  private func wrap(_ code: String, _ text: String) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
