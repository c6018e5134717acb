public import Kernel

/// What became of the mail of a flow, in recipients: one message to three people counts three times.
public struct FlowRecord: Hashable, Sendable {
  /// Its name in the topology.
  public let name: String
  /// How many messages were written.
  public let messages: UInt64
  /// How many recipients they had.
  public let sent: UInt64
  /// How many of these have their mail.
  public let delivered: UInt64
  /// How many senders were told why not, by reason, the most frequent first.
  public let returned: [NamedCount]
  /// How many were lost without a word: set aside by a server or by somebody, or gone with a dead host.
  public let lost: UInt64
  /// How many are still on their way.
  public let waiting: UInt64
  /// How long the delivered ones took, in milliseconds; nil where none was delivered.
  public let latency: Latency?

  /// Times from writing to delivery, in milliseconds.
  public struct Latency: Hashable, Sendable {
    /// Of how many.
    public let count: UInt64
    /// The mean.
    public let mean: Double
    /// What half of them stayed below.
    public let p50: UInt64
    /// What 95 of 100 stayed below.
    public let p95: UInt64
    /// What 99 of 100 stayed below.
    public let p99: UInt64
    /// The longest.
    public let longest: UInt64

    /// Times.
    public init(
      count: UInt64,
      mean: Double,
      p50: UInt64,
      p95: UInt64,
      p99: UInt64,
      longest: UInt64
    ) {
      self.count = count
      self.mean = mean
      self.p50 = p50
      self.p95 = p95
      self.p99 = p99
      self.longest = longest
    }
  }

  /// How many arrived within certain times, for expectations that ask.
  public let withinCounts: [Within]

  /// How many arrived within a time.
  public struct Within: Hashable, Sendable {
    /// The time.
    public let limit: Interval
    /// How many recipients had their mail by then.
    public let delivered: UInt64
    /// How many could have: those whose time was over when the run ended, and those delivered.
    public let due: UInt64

    /// A count.
    public init(limit: Interval, delivered: UInt64, due: UInt64) {
      self.limit = limit
      self.delivered = delivered
      self.due = due
    }
  }

  /// What became of what was written in parts of the run, for expectations that ask.
  public let parts: [Part]

  /// What became of what was written in a part of the run.
  public struct Part: Hashable, Sendable {
    /// The first moment of the part.
    public let from: Instant
    /// Its last moment.
    public let until: Instant
    /// Within what time mail was to arrive; nil where it was to arrive by the end of the part.
    public let limit: Interval?
    /// How many recipients had their mail by then.
    public let delivered: UInt64
    /// How many could have.
    public let due: UInt64

    /// A part.
    public init(
      from: Instant,
      until: Instant,
      limit: Interval?,
      delivered: UInt64,
      due: UInt64
    ) {
      self.from = from
      self.until = until
      self.limit = limit
      self.delivered = delivered
      self.due = due
    }
  }

  /// How many senders were told why not, for whatever reason.
  public var returnedCount: UInt64 { returned.reduce(0) { $0 + $1.count } }

  /// What became of a flow.
  public init(
    name: String,
    messages: UInt64,
    sent: UInt64,
    delivered: UInt64,
    returned: [NamedCount],
    lost: UInt64,
    waiting: UInt64,
    latency: Latency?,
    withinCounts: [Within],
    parts: [Part] = []
  ) {
    self.name = name
    self.messages = messages
    self.sent = sent
    self.delivered = delivered
    self.returned = returned
    self.lost = lost
    self.waiting = waiting
    self.latency = latency
    self.withinCounts = withinCounts
    self.parts = parts
  }
}

/// Mail that waits somewhere.
public struct QueueRecord: Hashable, Sendable {
  /// Where, such as `HUB1 ▸ Internet Mail Service ▸ partner.example`.
  public let name: String
  /// How many copies.
  public let count: UInt64
  /// How large they are together.
  public let bytes: UInt64
  /// Since when the oldest one waits there.
  public let oldest: Instant

  /// A queue.
  public init(name: String, count: UInt64, bytes: UInt64, oldest: Instant) {
    self.name = name
    self.count = count
    self.bytes = bytes
    self.oldest = oldest
  }
}
