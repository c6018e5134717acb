public import Text

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
  /// Lines that break it and lines that keep it, where there is an example.
  public let example: Example?

  /// How to do something and how not to.
  public struct Example: Hashable, Sendable {
    /// Lines in which the rule is broken.
    public let wrong: [String]
    /// Lines that say what was meant.
    public let right: [String]

    /// An example.
    public init(wrong: [String], right: [String]) {
      self.wrong = wrong
      self.right = right
    }
  }

  /// A rule.
  public init(
    _ code: String,
    _ summary: String,
    _ explanation: String = "",
    severity: Severity = .error,
    example: Example? = nil
  ) {
    self.code = code
    self.severity = severity
    self.summary = summary
    self.explanation = explanation
    self.example = example
  }
}

extension Rule {
  /// What is known of it.
  public var page: Page {
    let kind =
      switch severity {
      case .error: "An error: the text is refused."
      case .warning: "A warning: the text is taken."
      }
    return Page(
      code,
      summary,
      [
        .paragraph(explanation),
        .lines(title: "wrong", example?.wrong ?? []),
        .lines(title: "right", example?.right ?? []),
        .paragraph(kind),
      ]
    )
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
