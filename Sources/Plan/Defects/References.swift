/// A process as a defect names it.
public enum ProcessReference: Hashable, Sendable {
  /// The process in which the event happens.
  case process
  /// The one on the other side of it.
  case peer
  /// Whoever serves the registry to remote callers: Winlogon on NT 4.0, the Remote Registry Service on
  /// Windows 2000, the caller itself where it is local.
  case registryServer
  /// Who asked.
  case caller
  /// The system itself, which holds what only a restart of the host frees.
  case system
  /// The process with this image on the same host.
  case image(String)

  /// The words for those that are no images.
  public static let words: [(word: String, reference: ProcessReference, meaning: String)] = [
    ("process", .process, "The process in which the event happens."),
    ("peer", .peer, "The process on the other side."),
    (
      "registry-server", .registryServer,
      "Who serves the registry: Winlogon on NT 4.0, the Remote Registry Service on Windows 2000,"
        + " the caller itself where it is local."
    ),
    ("caller", .caller, "The process that asked."),
    ("system", .system, "The system itself, which only a restart of the host frees."),
  ]
}

/// A process, or the whole host.
public enum ProcessOrHost: Hashable, Sendable {
  /// One process.
  case process(ProcessReference)
  /// The host with all its processes.
  case host
}

/// A resource as a defect names it: one of the world's, or a pool that the defect declares.
public enum ResourceReference: Hashable, Sendable {
  /// A resource of the world.
  case kind(ResourceKind)
  /// A pool of the defect's own.
  case pool(String)
}

/// An amount that a defect takes.
public struct Amount: Hashable, Sendable {
  /// The least and the most, in pieces or bytes; equal where it is one number.
  public let range: ClosedRange<Int>
  /// What it is multiplied with.
  public let measure: Measure
  /// Where the number comes from.
  public let provenance: Provenance

  /// What an amount is multiplied with.
  public enum Measure: String, VocabularyWord {
    case once
    case perKilobyte = "per-kilobyte"
    case perRecipient = "per-recipient"

    /// How often it is taken.
    public var meaning: String {
      switch self {
      case .once: "Each time."
      case .perKilobyte: "For each kilobyte of the message, begun ones included."
      case .perRecipient: "For each recipient of the message."
      }
    }
  }

  /// An amount.
  public init(_ range: ClosedRange<Int>, _ measure: Measure = .once, _ provenance: Provenance) {
    self.range = range
    self.measure = measure
    self.provenance = provenance
  }
}
