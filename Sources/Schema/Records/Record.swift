/// A mapping with known keys, declared by running.
///
/// The initialiser asks for each of its keys with all that is to be known of it. Over a node it decodes;
/// in describing mode the same calls record the declarations and answer with placeholders. So it must
/// ask for all of its keys whatever their values are, and only then look at them.
public protocol Record: Sendable {
  /// A name that no other record has, in words joined by hyphens.
  static var name: String { get }
  /// One sentence: what it is.
  static var summary: String { get }

  /// Asks for every key.
  init(_ keys: inout Keys)
}

/// What is known of a record: data for explanations and the JSON Schema.
public struct RecordForm: Sendable {
  /// The record's name.
  public let name: String
  /// What it is.
  public let summary: String
  /// Its keys in the order of their declaration.
  public internal(set) var keys: [KeyForm] = []
  /// Keys that exclude one another.
  public internal(set) var choices: [Choice] = []

  /// A group of keys of which at most one may be there.
  public struct Choice: Hashable, Sendable {
    /// Their names.
    public let keys: [String]
    /// Whether one must be there.
    public let isRequired: Bool
  }

  /// What is known of the record `type`.
  public init(_ type: any Record.Type) {
    var keys = Keys(describing: type)
    _ = type.init(&keys)
    self = keys.description!
  }

  init(name: String, summary: String) {
    self.name = name
    self.summary = summary
  }

  /// The key `name`.
  public subscript(name: String) -> KeyForm? { keys.first { $0.name == name } }

  mutating func add(_ key: KeyForm) {
    precondition(self[key.name] == nil, "\(name) declares \(key.name) twice")
    precondition(
      !YAMLWords.isSpecial(key.name),
      "\(name) declares \(key.name), which other readers do not take for a text"
    )
    keys.append(key)
  }
}

/// What is known of a key.
public struct KeyForm: Sendable {
  /// What becomes of a key that is not written.
  public enum Absence: Hashable, Sendable {
    /// The text is refused.
    case refused
    /// This holds, as it would be written.
    case value(String)
    /// The keys of its record have their defaults.
    case section
    /// Nothing holds in its place.
    case nothing
    /// It is one of a choice.
    case choice
  }

  /// Its name.
  public let name: String
  /// What it says, in one sentence.
  public let summary: String
  /// What may stand there.
  public let form: Form
  /// What becomes of it when it is not written.
  public let absence: Absence
  /// Where its default comes from.
  public let source: Source
  /// A value as it may be written.
  public let example: String?
}
