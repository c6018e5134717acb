/// What is wrong at a place of a text, and what could be written instead.
public struct Diagnostic: Sendable {
  /// Whether the text is refused for it.
  public let severity: Severity
  /// What was broken.
  public let rule: Rule
  /// The exact place.
  public let place: Place
  /// What is wrong, in one sentence.
  public let message: String
  /// A few words for below the place; may be empty.
  public let label: String
  /// Other places that belong to it.
  public let related: [Related]
  /// What else helps, such as the fact from which the rule comes.
  public let notes: [String]
  /// What could stand at the place instead, the likeliest first.
  public let fixes: [String]

  /// Another place that belongs to a diagnostic, such as where a name was first given.
  public struct Related: Hashable, Sendable {
    /// Where.
    public let place: Place
    /// What is there, in a few words.
    public let text: String

    /// `text` at `place`.
    public init(_ place: Place, _ text: String) {
      self.place = place
      self.text = text
    }
  }

  /// A diagnostic; its severity is the rule's unless another is given.
  public init(
    _ rule: Rule,
    at place: Place,
    severity: Severity? = nil,
    _ message: String,
    label: String = "",
    related: [Related] = [],
    notes: [String] = [],
    fixes: [String] = []
  ) {
    self.severity = severity ?? rule.severity
    self.rule = rule
    self.place = place
    self.message = message
    self.label = label
    self.related = related
    self.notes = notes
    self.fixes = fixes
  }
}
