/// Something in a text that is wrong, or that a reader would like to know.
public struct YAMLProblem: Hashable, Sendable, CustomStringConvertible {
  /// How grave a problem is.
  public enum Severity: String, Hashable, Sendable {
    /// The text is refused.
    case error
    /// The text is read, exactly as the specification says, and the writer should look.
    case warning
  }

  /// A second place that belongs to a problem, such as the bracket that was never closed.
  public struct Related: Hashable, Sendable {
    /// Where.
    public let span: YAMLSpan
    /// What is there, in a few words.
    public let text: String
  }

  /// The stable name of the rule that was broken.
  public let code: YAMLCode
  /// Whether the text is refused for it.
  public let severity: Severity
  /// The exact place.
  public let span: YAMLSpan
  /// What is wrong and what to write instead.
  public let message: String
  /// The other place, where there is one.
  public let related: Related?

  /// One line: place, severity, code and sentence.
  public var description: String { "\(span): \(severity.rawValue)[\(code.rawValue)]: \(message)" }
}

/// A text that was not read, and why.
public struct YAMLRefusal: Error, Sendable, CustomStringConvertible {
  /// The text, for showing its lines.
  public let source: YAMLSource
  /// Every problem that was found, in the order of the text; at least one is an error.
  public let problems: [YAMLProblem]
  /// Whether reading stopped because there were as many problems as the limit allows.
  public let isCutShort: Bool

  /// All problems, a line each.
  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
