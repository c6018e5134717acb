public import Kernel

/// What stands in the event logs of all hosts.
public struct LogRecord: Hashable, Sendable {
  /// The latest entries, in order of time.
  public let entries: [Entry]
  /// How often each event was written, of those too that are no longer among the entries.
  public let totals: [Total]

  /// An entry.
  public struct Entry: Hashable, Sendable {
    /// When.
    public let time: Instant
    /// On which host.
    public let host: String
    /// Who wrote it.
    public let source: String
    /// Its number.
    public let id: Int
    /// What it says.
    public let text: String

    /// An entry.
    public init(time: Instant, host: String, source: String, id: Int, text: String) {
      self.time = time
      self.host = host
      self.source = source
      self.id = id
      self.text = text
    }
  }

  /// How often an event was written.
  public struct Total: Hashable, Sendable {
    /// On which host.
    public let host: String
    /// Who wrote it.
    public let source: String
    /// Its number.
    public let id: Int
    /// How often.
    public let count: UInt64
    /// When first.
    public let first: Instant
    /// When last.
    public let last: Instant

    /// A total.
    public init(
      host: String,
      source: String,
      id: Int,
      count: UInt64,
      first: Instant,
      last: Instant
    ) {
      self.host = host
      self.source = source
      self.id = id
      self.count = count
      self.first = first
      self.last = last
    }
  }

  /// Logs.
  public init(entries: [Entry], totals: [Total]) {
    self.entries = entries
    self.totals = totals
  }
}
