public import Kernel

/// How much of everything a run may hold at once: known before its first event.
public struct Capacities: Hashable, Sendable {
  /// Copies of messages, wherever they wait.
  public let copies: Int
  /// Queues that exist only while something is in them: mailbags, links, domains.
  public let queues: Int
  /// SMTP connections at the same time.
  public let connections: Int
  /// Events that are pending.
  public let events: Int
  /// Timers that are armed.
  public let timers: Int
  /// What the ledger has room for.
  public let ledger: Ledger.Capacity
  /// Counters that are kept.
  public let series: Int
  /// Bins of each of them.
  public let binsEach: Int
  /// Distributions of times that are kept.
  public let histograms: Int
  /// Entries of the event log that are kept; more are counted.
  public let logEntries: Int

  /// Capacities.
  public init(
    copies: Int,
    queues: Int,
    connections: Int,
    events: Int,
    timers: Int,
    ledger: Ledger.Capacity,
    series: Int,
    binsEach: Int,
    histograms: Int,
    logEntries: Int
  ) {
    self.copies = copies
    self.queues = queues
    self.connections = connections
    self.events = events
    self.timers = timers
    self.ledger = ledger
    self.series = series
    self.binsEach = binsEach
    self.histograms = histograms
    self.logEntries = logEntries
  }

  /// What one copy of a message takes: where it is, whose it is, since when, how large.
  public static let copyBytes = 64
  /// What one queue takes, and the place in the table by which it is found.
  public static let queueBytes = 128 + 64
  /// What one SMTP connection takes.
  public static let connectionBytes = 176
  /// What one entry of the event log takes.
  public static let logEntryBytes = 32
  /// The most flows that are told apart in series and distributions; the others count together.
  public static let mostFlowsEach = 256
  /// The most bins that a series has; a longer run thins them.
  public static let mostBins = 4_096

  /// What all of it takes, line by line.
  public var budget: CapacityBudget {
    var budget = CapacityBudget()
    budget.add("copies of messages (\(copies))", bytes: copies * Self.copyBytes)
    budget.add(
      "queues (\(queues)) and connections (\(connections))",
      bytes: queues * Self.queueBytes + connections * Self.connectionBytes
    )
    budget.add(
      "events (\(events)) and timers (\(timers))",
      bytes: BoundedQueue.bytes(capacity: events + timers, timers: timers)
    )
    budget.add(
      "ledger (\(ledger.accounts) accounts, \(ledger.slots) slots)",
      bytes: Ledger.bytes(ledger)
    )
    budget.add(
      "series of counters (\(series) of \(binsEach))",
      bytes: SeriesTable.bytes(count: series, capacity: binsEach)
    )
    budget.add("distributions (\(histograms))", bytes: HistogramTable.bytes(count: histograms))
    budget.add("event log (\(logEntries))", bytes: logEntries * Self.logEntryBytes)
    return budget
  }
}
