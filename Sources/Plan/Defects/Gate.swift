/// Something about a host that decides whether a defect is in force there.
public enum Fact: Hashable, Sendable {
  /// The version of a file, such as `store.exe`, as its `FileVersion.packed`.
  case file(String)
  /// The family of the operating system, by its ordinal.
  case family
  /// The edition of the operating system, by its ordinal.
  case edition
  /// The service pack of the operating system, by its ordinal in the family.
  case servicePack
  /// The processor's platform, by its ordinal.
  case platform
  /// Whether a component is installed, such as `SMTPSVC`: 1 where it is, or else 0.
  case installed(String)
  /// Whether a hotfix is installed that replaces no file that is known: 1 where it is, or else 0.
  case hotfix(String)
  /// How something is set up: 1 where it is, or its level.
  case option(OptionKind)
}

/// Something that is set up on a server and that a gate can ask for.
public enum OptionKind: String, VocabularyWord {
  case rerouting
  case ehlo
  case protocolLogging = "protocol-logging"
  case etrn
  case enforceRetryLimits = "enforce-retry-limits"
  case ntlm
  case x400Connectors = "x400-connectors"

  /// What is set up.
  public var meaning: String {
    switch self {
    case .rerouting: "The Internet Mail Service reroutes mail that arrives for other domains."
    case .ehlo: "The Internet Mail Service opens its sessions with EHLO."
    case .protocolLogging:
      "How much the Internet Mail Service writes of its sessions: 0 none to 3 maximum."
    case .etrn: "Mail waits for a host that fetches it with ETRN."
    case .enforceRetryLimits: "The Connector (PC) MTA is told to enforce its retry limits."
    case .ntlm: "POP3 clients may log on by NTLM."
    case .x400Connectors: "How many X.400 connectors the message transfer agent serves."
    }
  }

  /// The values that it can have.
  public var values: ClosedRange<Int> {
    switch self {
    case .rerouting, .ehlo, .etrn, .enforceRetryLimits, .ntlm: 0...1
    case .protocolLogging: 0...3
    case .x400Connectors: 0...1_000
    }
  }
}

/// A fact must lie in a half-open interval. A fact that a host does not have lies in none.
public struct FactTest: Hashable, Sendable {
  /// What is looked at.
  public let fact: Fact
  /// The least value that passes.
  public let from: Int64
  /// The least value that no longer passes.
  public let below: Int64

  /// A test of one fact.
  public init(_ fact: Fact, from: Int64, below: Int64) {
    self.fact = fact
    self.from = from
    self.below = below
  }

  /// A fact must have this value.
  public init(_ fact: Fact, is value: Int64) {
    self.init(fact, from: value, below: value + 1)
  }

  /// Whether a value passes; a fact that is not there has none.
  public func passes(_ value: Int64?) -> Bool {
    value.map { from <= $0 && $0 < below } ?? false
  }
}

/// What must hold on a host for a defect to be in force: one of the alternatives, and all needs.
public struct Gate: Hashable, Sendable {
  /// Of which one must hold; each is a list of tests that hold together. None means any host.
  public let alternatives: [[FactTest]]
  /// Which must hold besides.
  public let needs: [FactTest]

  /// A gate.
  public init(alternatives: [[FactTest]], needs: [FactTest]) {
    self.alternatives = alternatives
    self.needs = needs
  }

  /// Looks at a host's facts.
  public func verdict(_ value: (Fact) -> Int64?) -> GateVerdict {
    var nearest: [FactTest]?
    for alternative in alternatives {
      let failed = alternative.filter { !$0.passes(value($0.fact)) }
      if failed.count < nearest?.count ?? .max { nearest = failed }
    }
    let failed = (nearest ?? []) + needs.filter { !$0.passes(value($0.fact)) }
    return GateVerdict(failed: failed, count: (alternatives.map(\.count).max() ?? 0) + needs.count)
  }
}

/// Whether a gate is open, and what shuts it.
public struct GateVerdict: Hashable, Sendable {
  /// The tests that failed: all needs, and those of the alternative that came nearest.
  public let failed: [FactTest]
  /// How many tests there were.
  public let count: Int

  /// Whether the defect is in force.
  public var isOpen: Bool { failed.isEmpty }
  /// Whether one test alone shuts it, of several.
  public var isNearlyOpen: Bool { failed.count == 1 && count > 1 }
}
