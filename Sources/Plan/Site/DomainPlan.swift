public import Kernel

/// A domain of the Internet.
public struct DomainPlan: Sendable {
  /// Its name.
  public let name: String
  /// Its mail hosts with their preferences, the least first.
  public let exchanges: [Exchange]

  /// A mail host of a domain.
  public struct Exchange: Hashable, Sendable {
    /// How it is preferred: the least first.
    public let preference: Int
    /// The host.
    public let host: MailHostID

    /// An entry.
    public init(
      preference: Int,
      host: MailHostID
    ) {
      self.preference = preference
      self.host = host
    }
  }

  /// A domain.
  public init(
    name: String,
    exchanges: [Exchange]
  ) {
    self.name = name
    self.exchanges = exchanges
  }
}

/// A mail host of the Internet.
public struct MailHostPlan: Sendable {
  /// Its name.
  public let name: String
  /// The server that it really is, if it is one of ours.
  public let server: ServerID?
  /// Whether it is an Exchange server.
  public let isExchange: Bool
  /// How it behaves.
  public let manner: MailHostManner
  /// How long a packet takes.
  public let latency: Interval
  /// How many bytes pass in a second.
  public let bytesPerSecond: Int

  /// A mail host.
  public init(
    name: String,
    server: ServerID?,
    isExchange: Bool,
    manner: MailHostManner,
    latency: Interval,
    bytesPerSecond: Int
  ) {
    self.name = name
    self.server = server
    self.isExchange = isExchange
    self.manner = manner
    self.latency = latency
    self.bytesPerSecond = bytesPerSecond
  }
}

/// How a mail host behaves.
public enum MailHostManner: String, VocabularyWord, BitwiseCopyable {
  case sound
  case silent
  case hangsUp = "hangs-up"
  case silentAfterBanner = "silent-after-banner"
  case dropsAfterEHLO = "drops-after-ehlo"
  case dropsAfterAnswer = "drops-after-answer"
  case rejectsEHLO = "rejects-ehlo"
  case refuses
  case unreachable
  case slow
  case busy
  case greylists
  case rejects

  /// What it does.
  public var meaning: String {
    switch self {
    case .sound: "Answers as it should."
    case .silent: "Accepts the connection and never says a word."
    case .hangsUp: "Accepts the connection and closes it before it says anything."
    case .silentAfterBanner: "Greets and then never answers."
    case .dropsAfterAnswer: "Answers EHLO and then closes the connection."
    case .dropsAfterEHLO: "Closes the connection when it reads EHLO."
    case .rejectsEHLO: "Knows HELO only and says so."
    case .refuses: "Refuses the connection at once."
    case .unreachable: "Never answers an attempt to connect."
    case .slow: "Takes as long for each answer as a timer just allows."
    case .busy: "Says that it is busy and closes the connection."
    case .greylists: "Refuses each sender for the first quarter of an hour."
    case .rejects: "Refuses each message for good."
    }
  }
}
