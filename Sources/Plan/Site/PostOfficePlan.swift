public import Kernel

/// A post office of MS Mail: a share that others read and write.
public struct PostOfficePlan: Sendable {
  /// Network and post office, such as `HQ/SALES`.
  public let name: String
  /// How many mailboxes it has; none for a connector's.
  public let mailboxes: Int
  /// The disk that its share lies on; nil where that is not modelled.
  public let disk: DiskID?
  /// Whether it has a mailbox for its postmaster.
  public let hasPostmaster: Bool
  /// How many post offices a message may pass.
  public let hopLimit: Int
  /// How often deleted records are compressed away.
  public let compression: Interval
  /// How its routes are set up.
  public let routes: PostOfficeRoutes
  /// The server whose connector it belongs to; nil for an ordinary one.
  public let connector: ServerID?

  /// A post office.
  public init(
    name: String,
    mailboxes: Int,
    disk: DiskID?,
    hasPostmaster: Bool,
    hopLimit: Int,
    compression: Interval,
    routes: PostOfficeRoutes,
    connector: ServerID?
  ) {
    self.name = name
    self.mailboxes = mailboxes
    self.disk = disk
    self.hasPostmaster = hasPostmaster
    self.hopLimit = hopLimit
    self.compression = compression
    self.routes = routes
    self.connector = connector
  }
}

/// How a post office reaches another.
public enum PostOfficeRoute: Hashable, Sendable {
  /// Its own mailbag, moved straight to it.
  case direct
  /// The mailbag of another post office to which it is direct.
  case via(PostOfficeID)
}

/// The routes of a post office: a few by name, and one for all others.
public struct PostOfficeRoutes: Hashable, Sendable {
  /// Those by name, in the order of post offices.
  public let named: [Entry]
  /// The one for all others; nil where others are unknown.
  public let others: PostOfficeRoute?

  /// The route to one post office.
  public struct Entry: Hashable, Sendable {
    /// Where to.
    public let target: PostOfficeID
    /// How.
    public let route: PostOfficeRoute

    /// A route.
    public init(_ target: PostOfficeID, _ route: PostOfficeRoute) {
      self.target = target
      self.route = route
    }
  }

  /// Routes.
  public init(named: [Entry], others: PostOfficeRoute?) {
    self.named = named.sorted { $0.target < $1.target }
    self.others = others
  }

  /// How to reach a post office; nil where it is unknown.
  public func route(to target: PostOfficeID) -> PostOfficeRoute? {
    var low = 0
    var high = named.count
    while low < high {
      let middle = (low + high) / 2
      if named[middle].target < target { low = middle + 1 } else { high = middle }
    }
    return low < named.count && named[low].target == target ? named[low].route : others
  }
}

/// An agent that moves mail between post offices: External, or the Connector (PC) MTA.
public struct MoverPlan: Sendable {
  /// Its name.
  public let name: String
  /// The process it runs in.
  public let process: ProcessID
  /// What it is.
  public let kind: Kind
  /// What connects it to its post offices.
  public let link: Link
  /// The post offices it serves, in their order, the connector's own excluded.
  public let serves: [PostOfficeID]
  /// Whether it moves mail to other post offices.
  public let dispatches: Bool
  /// Whether it puts mail into mailboxes.
  public let mails: Bool
  /// How often it looks for mail.
  public let cycle: Interval
  /// How often it reads its configuration again.
  public let update: Interval
  /// How often it tries before it returns a message.
  public let retries: Int
  /// How many messages it takes at a time: from INQUEUE3, from a mailbag, from a post office.
  public let limits: (inQueue: Int, mailbag: Int, postOffice: Int)
  /// Below what free space of a disk it holds mail back, and above what it goes on.
  public let diskFullBytes: (stop: Int, resume: Int)

  /// What it is.
  public enum Kind: Hashable, Sendable {
    /// External.exe of MS Mail.
    case external
    /// An instance of the Connector (PC) MTA of this server.
    case connector(ServerID)
  }

  /// What connects it to its post offices.
  public enum Link: String, VocabularyWord {
    case lan
    case async
    case x25

    /// What it is.
    public var meaning: String {
      switch self {
      case .lan: "A local network."
      case .async: "Modems, beside the local network."
      case .x25: "X.25, beside the local network."
      }
    }
  }

  /// A mover.
  public init(
    name: String,
    process: ProcessID,
    kind: Kind,
    link: Link,
    serves: [PostOfficeID],
    dispatches: Bool,
    mails: Bool,
    cycle: Interval,
    update: Interval,
    retries: Int,
    limits: (inQueue: Int, mailbag: Int, postOffice: Int),
    diskFullBytes: (stop: Int, resume: Int)
  ) {
    self.name = name
    self.process = process
    self.kind = kind
    self.link = link
    self.serves = serves
    self.dispatches = dispatches
    self.mails = mails
    self.cycle = cycle
    self.update = update
    self.retries = retries
    self.limits = limits
    self.diskFullBytes = diskFullBytes
  }
}
