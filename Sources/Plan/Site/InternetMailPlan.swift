public import Kernel

/// The Internet Mail Service of a server.
public struct InternetMailPlan: Sendable {
  /// Its process.
  public let process: ProcessID
  /// The domain of the site.
  public let domain: String
  /// The name it calls itself.
  public let hostName: String
  /// Where it delivers.
  public let delivery: Delivery
  /// What it does.
  public let mode: Mode
  /// Its rerouting table, if it reroutes at all.
  public let rerouting: [Rerouting]?
  /// How many connections it makes and takes.
  public let connections: Connections
  /// After what times it tries again; the last one repeats.
  public let retries: [Interval]
  /// How long messages may wait.
  public let expiry: Expiry
  /// How long it waits for the other side.
  public let timers: Timers
  /// Whether it begins with EHLO.
  public let speaksEHLO: Bool
  /// The largest message in and out; 0 for any.
  public let sizeLimitsBytes: (inbound: Int, outbound: Int)
  /// Workers that send, receive, convert, and ask for names.
  public let workers: Workers
  /// Below what free space it takes nothing in.
  public let lowDiskBytes: Int
  /// How much it writes of its sessions, 0 to 3.
  public let logging: Int

  /// Where the service delivers.
  public enum Delivery: Hashable, Sendable {
    /// To the mail hosts of each domain.
    case byDomain
    /// All to one mail host of the Internet.
    case host(MailHostID)
    /// All to another server.
    case server(ServerID)
  }

  /// What the service does.
  public enum Mode: String, VocabularyWord {
    case inboundAndOutbound = "inbound-and-outbound"
    case inboundOnly = "inbound-only"
    case outboundOnly = "outbound-only"
    case flush

    /// What it does.
    public var meaning: String {
      switch self {
      case .inboundAndOutbound: "Sends and receives."
      case .inboundOnly: "Receives only."
      case .outboundOnly: "Sends only."
      case .flush: "Empties its queues and takes nothing new."
      }
    }
  }

  /// A line of the rerouting table.
  public struct Rerouting: Hashable, Sendable {
    /// The domain.
    public let domain: String
    /// Whether subdomains are other domains.
    public let isExact: Bool
    /// Where its mail goes.
    public let target: Target

    /// Where rerouted mail goes.
    public enum Target: Hashable, Sendable {
      /// Into this site.
      case inbound
      /// To another Exchange server.
      case server(ServerID)
      /// To a mail host of the Internet.
      case host(MailHostID)
    }

    /// A line.
    public init(
      domain: String,
      isExact: Bool,
      target: Target
    ) {
      self.domain = domain
      self.isExact = isExact
      self.target = target
    }
  }

  /// How many connections there may be.
  public struct Connections: Hashable, Sendable {
    /// To others.
    public let outbound: Int
    /// To one host.
    public let oneHost: Int
    /// From others.
    public let inbound: Int
    /// Messages on one connection.
    public let messages: Int

    /// Numbers of connections.
    public init(
      outbound: Int,
      oneHost: Int,
      inbound: Int,
      messages: Int
    ) {
      self.outbound = outbound
      self.oneHost = oneHost
      self.inbound = inbound
      self.messages = messages
    }
  }

  /// How long the service waits.
  public struct Timers: Hashable, Sendable {
    /// For a connection.
    public let connect: Interval
    /// For the banner.
    public let banner: Interval
    /// For the answer to a command.
    public let command: Interval
    /// For the answer to DATA.
    public let dataStart: Interval
    /// For a block of the message to be taken.
    public let dataBlock: Interval
    /// For the answer to the end of the message.
    public let dataEnd: Interval

    /// Timers.
    public init(
      connect: Interval,
      banner: Interval,
      command: Interval,
      dataStart: Interval,
      dataBlock: Interval,
      dataEnd: Interval
    ) {
      self.connect = connect
      self.banner = banner
      self.command = command
      self.dataStart = dataStart
      self.dataBlock = dataBlock
      self.dataEnd = dataEnd
    }
  }

  /// How many threads the service has.
  public struct Workers: Hashable, Sendable {
    /// That send.
    public let outbound: Int
    /// That receive and convert.
    public let inbound: Int
    /// That ask for names.
    public let resolver: Int

    /// Numbers of workers.
    public init(
      outbound: Int,
      inbound: Int,
      resolver: Int
    ) {
      self.outbound = outbound
      self.inbound = inbound
      self.resolver = resolver
    }
  }

  /// An Internet Mail Service.
  public init(
    process: ProcessID,
    domain: String,
    hostName: String,
    delivery: Delivery,
    mode: Mode,
    rerouting: [Rerouting]?,
    connections: Connections,
    retries: [Interval],
    expiry: Expiry,
    timers: Timers,
    speaksEHLO: Bool,
    sizeLimitsBytes: (inbound: Int, outbound: Int),
    workers: Workers,
    lowDiskBytes: Int,
    logging: Int
  ) {
    self.process = process
    self.domain = domain
    self.hostName = hostName
    self.delivery = delivery
    self.mode = mode
    self.rerouting = rerouting
    self.connections = connections
    self.retries = retries
    self.expiry = expiry
    self.timers = timers
    self.speaksEHLO = speaksEHLO
    self.sizeLimitsBytes = sizeLimitsBytes
    self.workers = workers
    self.lowDiskBytes = lowDiskBytes
    self.logging = logging
  }
}
