public import Kernel

/// What sets a defect off, once its gate is open.
public struct Trigger: Hashable, Sendable {
  /// What happens.
  public enum Cause: Hashable, Sendable {
    /// An event of the modelled world.
    case event(EventKind)
    /// Something is decided.
    case decision(DecisionKind)
    /// What is held rises above a level.
    case level(ResourceReference, of: ProcessOrHost, above: Sourced<Level>)
    /// A process or a host has run for this long.
    case uptime(Sourced<Interval>, of: Uptime)
    /// Time passes.
    case every(Sourced<Interval>)
  }

  /// How much must be held.
  public enum Level: Hashable, Sendable {
    /// So many pieces or bytes.
    case amount(Int)
    /// So many thousandths of what the limit allows.
    case thousandths(Int)
  }

  /// What runs.
  public enum Uptime: String, VocabularyWord {
    case process
    case host

    /// Since when time counts.
    public var meaning: String {
      switch self {
      case .process: "Since the process started."
      case .host: "Since the host started."
      }
    }
  }

  /// What happens.
  public let cause: Cause
  /// What must hold of it; at most eight.
  public let when: [AttributeTest]
  /// How likely it then is.
  public let probability: Sourced<Double>?
  /// How often it must have happened before; 1 is the first time.
  public let count: Sourced<Int>?

  /// The most tests that a trigger can have.
  public static let testLimit = 8

  /// A trigger.
  public init(
    cause: Cause,
    when: [AttributeTest] = [],
    probability: Sourced<Double>? = nil,
    count: Sourced<Int>? = nil
  ) {
    precondition(when.count <= Self.testLimit, "A trigger has at most eight tests.")
    self.cause = cause
    self.when = when
    self.probability = probability
    self.count = count
  }
}

/// An attribute of an event must have a value.
public struct AttributeTest: Hashable, Sendable {
  /// What it must be.
  public enum Value: Hashable, Sendable {
    /// Of these ordinals, counts or bytes.
    case range(ClosedRange<Int>)
    /// The thing with this name.
    case name(String)
  }

  /// What is asked.
  public let attribute: AttributeKind
  /// What it must be.
  public let value: Value

  /// A test of one attribute.
  public init(_ attribute: AttributeKind, _ value: Value) {
    self.attribute = attribute
    self.value = value
  }

  /// An attribute that is one of a list of words must be this one.
  public init?(_ attribute: AttributeKind, word: String) {
    let ordinal: Int?
    switch attribute.values {
    case .words(let words): ordinal = words.firstIndex(of: word)
    case .flag: ordinal = ["false", "true"].firstIndex(of: word)
    case .count, .bytes, .name: ordinal = nil
    }
    guard let ordinal else { return nil }
    self.init(attribute, .range(ordinal...ordinal))
  }
}
