public import Kernel

/// A flow of messages.
public struct FlowPlan: Sendable {
  /// Its name.
  public let name: String
  /// Where its messages begin, with weights in billionths.
  public let sources: [Share]
  /// Where they go, with weights in billionths.
  public let targets: [Share]
  /// How many there are in a day, in millionths of a message.
  public let perDayMillionths: Int
  /// When.
  public let hours: HoursID
  /// The median size and the one that 95 of 100 stay below.
  public let sizeBytes: (median: Int, p95: Int)
  /// How many recipients a message has.
  public let recipients: Int
  /// What priority.
  public let priority: Priority
  /// What shares of its messages have which traits, in billionths.
  public let traits: [Trait]

  /// A mail end, or several of one kind that follow one another, with their weight together.
  public struct Share: Hashable, Sendable {
    /// The end, or the first of several.
    public let end: MailEnd
    /// How many there are; each of them is as likely as the others.
    public let members: Int
    /// The weight of all of them.
    public let billionths: Int

    /// A share.
    public init(
      end: MailEnd,
      members: Int,
      billionths: Int
    ) {
      self.end = end
      self.members = members
      self.billionths = billionths
    }
  }

  /// A trait of some of the messages.
  public struct Trait: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// The share that has it.
    public let billionths: Int

    /// A trait.
    public init(
      name: String,
      billionths: Int
    ) {
      self.name = name
      self.billionths = billionths
    }
  }

  /// The priority of a message.
  public enum Priority: String, VocabularyWord {
    case urgent
    case normal
    case nonUrgent = "non-urgent"

    /// What it changes.
    public var meaning: String {
      switch self {
      case .urgent: "Goes first and expires first."
      case .normal: "Neither."
      case .nonUrgent: "Goes last and waits longest."
      }
    }
  }

  /// A flow.
  public init(
    name: String,
    sources: [Share],
    targets: [Share],
    perDayMillionths: Int,
    hours: HoursID,
    sizeBytes: (median: Int, p95: Int),
    recipients: Int,
    priority: Priority,
    traits: [Trait]
  ) {
    self.name = name
    self.sources = sources
    self.targets = targets
    self.perDayMillionths = perDayMillionths
    self.hours = hours
    self.sizeBytes = sizeBytes
    self.recipients = recipients
    self.priority = priority
    self.traits = traits
  }
}

/// People who read their mail by POP3.
public struct PopulationPlan: Sendable {
  /// Its name.
  public let name: String
  /// The server.
  public let server: ServerID
  /// How many they are.
  public let users: Int
  /// Whether they log on by NTLM.
  public let usesNTLM: Bool
  /// How often each of them looks for mail.
  public let check: Interval
  /// When.
  public let hours: HoursID
  /// What share of logons has a wrong password, in billionths.
  public let badPasswordBillionths: Int
  /// How often a failed logon is tried again.
  public let retries: Int
  /// After how long.
  public let retryAfter: Interval
  /// How long a session lasts.
  public let session: Interval

  /// A population.
  public init(
    name: String,
    server: ServerID,
    users: Int,
    usesNTLM: Bool,
    check: Interval,
    hours: HoursID,
    badPasswordBillionths: Int,
    retries: Int,
    retryAfter: Interval,
    session: Interval
  ) {
    self.name = name
    self.server = server
    self.users = users
    self.usesNTLM = usesNTLM
    self.check = check
    self.hours = hours
    self.badPasswordBillionths = badPasswordBillionths
    self.retries = retries
    self.retryAfter = retryAfter
    self.session = session
  }
}

/// A tool that an administrator runs again and again.
public struct AdministrationPlan: Sendable {
  /// Its name.
  public let name: String
  /// The tool.
  public let tool: String
  /// Whether it runs on another computer than the one it looks at.
  public let isRemote: Bool
  /// The hosts it looks at.
  public let targets: [HostID]
  /// How often.
  public let every: Interval
  /// When.
  public let hours: HoursID

  /// A tool's use.
  public init(
    name: String,
    tool: String,
    isRemote: Bool,
    targets: [HostID],
    every: Interval,
    hours: HoursID
  ) {
    self.name = name
    self.tool = tool
    self.isRemote = isRemote
    self.targets = targets
    self.every = every
    self.hours = hours
  }
}

/// Something of the user's own that happens on a host.
public struct ActivityPlan: Sendable {
  /// Its name.
  public let name: String
  /// The process in which it happens.
  public let process: ProcessID
  /// How often in a day, in millionths.
  public let perDayMillionths: Int
  /// When.
  public let hours: HoursID
  /// Its traits.
  public let traits: [FlowPlan.Trait]

  /// An activity.
  public init(
    name: String,
    process: ProcessID,
    perDayMillionths: Int,
    hours: HoursID,
    traits: [FlowPlan.Trait]
  ) {
    self.name = name
    self.process = process
    self.perDayMillionths = perDayMillionths
    self.hours = hours
    self.traits = traits
  }
}
