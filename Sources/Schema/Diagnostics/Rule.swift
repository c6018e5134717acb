/// Something that a text can break, under a name that never changes.
public struct Rule: Sendable {
  /// The stable name in words joined by hyphens.
  public let code: String
  /// What a diagnostic of this rule is, unless it says otherwise.
  public let severity: Severity
  /// One sentence: what must hold.
  public let summary: String
  /// Why, and what to do about it; may be empty.
  public let explanation: String

  /// A rule.
  public init(
    _ code: String,
    _ summary: String,
    _ explanation: String = "",
    severity: Severity = .error
  ) {
    self.code = code
    self.severity = severity
    self.summary = summary
    self.explanation = explanation
  }
}

extension Rule: Hashable {
  /// Rules are told apart by their names.
  public static func == (left: Rule, right: Rule) -> Bool { left.code == right.code }

  /// Only the name counts.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

/// How grave a diagnostic is.
public enum Severity: String, Hashable, Sendable {
  /// The text is refused.
  case error
  /// The text is taken, and its writer should look.
  case warning
}
