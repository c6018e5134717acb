public import Kernel

/// What an administrator would see on one host at one moment.
public struct Snapshot: Hashable, Sendable {
  /// When.
  public let time: Instant
  /// The host.
  public let host: String
  /// The processes that run.
  public let processes: [ProcessRow]
  /// The TCP connections.
  public let connections: [ConnectionRow]
  /// The queues of mail.
  public let queues: [QueueRecord]
  /// The counters of the host with their values; nil where the service is down.
  public let counters: [CounterRow]
  /// The event log.
  public let log: [LogRecord.Entry]

  /// A process, as the task list shows it.
  public struct ProcessRow: Hashable, Sendable {
    /// Its number.
    public let id: Int
    /// Its image.
    public let image: String
    /// Its handles.
    public let handles: Int64
    /// Its threads.
    public let threads: Int64
    /// Its committed memory.
    public let privateBytes: Int64
    /// Since when it runs.
    public let since: Instant

    /// A process.
    public init(
      id: Int,
      image: String,
      handles: Int64,
      threads: Int64,
      privateBytes: Int64,
      since: Instant
    ) {
      self.id = id
      self.image = image
      self.handles = handles
      self.threads = threads
      self.privateBytes = privateBytes
      self.since = since
    }
  }

  /// A connection, as netstat shows it, and its age, which netstat does not show.
  public struct ConnectionRow: Hashable, Sendable {
    /// This side.
    public let local: String
    /// The other side.
    public let foreign: String
    /// Its state.
    public let state: String
    /// Since when it is there.
    public let since: Instant
    /// Whether nobody remembers it.
    public let isLeaked: Bool

    /// A connection.
    public init(
      local: String,
      foreign: String,
      state: String,
      since: Instant,
      isLeaked: Bool
    ) {
      self.local = local
      self.foreign = foreign
      self.state = state
      self.since = since
      self.isLeaked = isLeaked
    }
  }

  /// A counter and its value.
  public struct CounterRow: Hashable, Sendable {
    /// Its path without the host.
    public let name: String
    /// Its value.
    public let value: Double?

    /// A counter.
    public init(name: String, value: Double?) {
      self.name = name
      self.value = value
    }
  }

  /// What is to be seen.
  public init(
    time: Instant,
    host: String,
    processes: [ProcessRow],
    connections: [ConnectionRow],
    queues: [QueueRecord],
    counters: [CounterRow],
    log: [LogRecord.Entry]
  ) {
    self.time = time
    self.host = host
    self.processes = processes
    self.connections = connections
    self.queues = queues
    self.counters = counters
    self.log = log
  }
}
