public import Kernel

/// An Exchange server: its release, its services, its connectors.
public struct ServerPlan: Sendable {
  /// The host it runs on.
  public let host: HostID
  /// Its site, within which servers reach each other without a connector.
  public let site: String
  /// How many mailboxes it has.
  public let mailboxes: Int
  /// The disk that its queues lie on.
  public let disk: DiskID
  /// The Information Store.
  public let store: ProcessID
  /// The message transfer agent.
  public let transferAgent: TransferAgentPlan
  /// The Microsoft Mail Connector, if it has one.
  public let mailConnector: MailConnectorPlan?
  /// The Internet Mail Service, if it has one.
  public let internetMail: InternetMailPlan?

  /// A server.
  public init(
    host: HostID,
    site: String,
    mailboxes: Int,
    disk: DiskID,
    store: ProcessID,
    transferAgent: TransferAgentPlan,
    mailConnector: MailConnectorPlan?,
    internetMail: InternetMailPlan?
  ) {
    self.host = host
    self.site = site
    self.mailboxes = mailboxes
    self.disk = disk
    self.store = store
    self.transferAgent = transferAgent
    self.mailConnector = mailConnector
    self.internetMail = internetMail
  }
}

/// The message transfer agent of a server.
public struct TransferAgentPlan: Sendable {
  /// Its process.
  public let process: ProcessID
  /// How many control blocks it has for associations.
  public let controlBlocks: Int
  /// How long it waits before it opens an association again.
  public let openInterval: Interval
  /// How often it tries to open one.
  public let openRetries: Int
  /// How often it tries to transfer a message.
  public let transferRetries: Int
  /// How long it waits before it transfers again.
  public let transferInterval: Interval
  /// How long an idle association stays.
  public let disconnect: Interval
  /// At how many waiting messages it opens a further association.
  public let furtherAssociationAt: Int
  /// How long messages may take.
  public let expiry: Expiry
  /// Below what free space it stops.
  public let lowDiskBytes: Int

  /// A message transfer agent.
  public init(
    process: ProcessID,
    controlBlocks: Int,
    openInterval: Interval,
    openRetries: Int,
    transferRetries: Int,
    transferInterval: Interval,
    disconnect: Interval,
    furtherAssociationAt: Int,
    expiry: Expiry,
    lowDiskBytes: Int
  ) {
    self.process = process
    self.controlBlocks = controlBlocks
    self.openInterval = openInterval
    self.openRetries = openRetries
    self.transferRetries = transferRetries
    self.transferInterval = transferInterval
    self.disconnect = disconnect
    self.furtherAssociationAt = furtherAssociationAt
    self.expiry = expiry
    self.lowDiskBytes = lowDiskBytes
  }
}

/// How long a message may wait, by its priority.
public struct Expiry: Hashable, Sendable {
  /// An urgent one.
  public let urgent: Interval
  /// A normal one.
  public let normal: Interval
  /// A non-urgent one.
  public let nonUrgent: Interval

  /// Times by priority.
  public init(
    urgent: Interval,
    normal: Interval,
    nonUrgent: Interval
  ) {
    self.urgent = urgent
    self.normal = normal
    self.nonUrgent = nonUrgent
  }
}

/// The Microsoft Mail Connector of a server.
public struct MailConnectorPlan: Sendable {
  /// The Connector Interchange.
  public let interchange: ProcessID
  /// Its post office.
  public let postOffice: PostOfficeID
  /// How a message goes from one post office to another.
  public let transit: Transit
  /// Workers towards Exchange, and away from it.
  public let workers: (inbound: Int, outbound: Int)
  /// The instances of its MTA.
  public let movers: [MoverID]

  /// How a message goes from one post office to another.
  public enum Transit: String, VocabularyWord {
    case interchange
    case mailer

    /// The way.
    public var meaning: String {
      switch self {
      case .interchange: "Through the Connector Interchange and the message transfer agent."
      case .mailer: "Within the connector post office."
      }
    }
  }

  /// A connector.
  public init(
    interchange: ProcessID,
    postOffice: PostOfficeID,
    transit: Transit,
    workers: (inbound: Int, outbound: Int),
    movers: [MoverID]
  ) {
    self.interchange = interchange
    self.postOffice = postOffice
    self.transit = transit
    self.workers = workers
    self.movers = movers
  }
}

/// A connector between two Exchange servers.
public struct ConnectorPlan: Sendable {
  /// Its name.
  public let name: String
  /// The servers on both sides.
  public let ends: (ServerID, ServerID)
  /// What it is.
  public let kind: Kind
  /// What it costs, from 1 to 100.
  public let cost: Int
  /// How long a packet takes.
  public let latency: Interval
  /// How many bytes pass in a second.
  public let bytesPerSecond: Int

  /// What a connector is.
  public enum Kind: String, VocabularyWord {
    case site
    case x400

    /// What it is.
    public var meaning: String {
      switch self {
      case .site: "A site connector: remote procedure calls."
      case .x400: "An X.400 connector over TCP/IP."
      }
    }
  }

  /// A connector.
  public init(
    name: String,
    ends: (ServerID, ServerID),
    kind: Kind,
    cost: Int,
    latency: Interval,
    bytesPerSecond: Int
  ) {
    self.name = name
    self.ends = ends
    self.kind = kind
    self.cost = cost
    self.latency = latency
    self.bytesPerSecond = bytesPerSecond
  }
}
