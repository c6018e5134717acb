public import Kernel

/// What a run leaves behind: everything that is judged, shown or compared later.
///
/// Names stand in it as text, in the order of the plan, so that it can be read without the plan.
public struct RunRecord: Hashable, Sendable {
  /// What the topology calls itself.
  public let title: String
  /// What its chance came from.
  public let seed: UInt64
  /// Which of several runs of one seed it is, from 0.
  public let replication: UInt64
  /// Its first day.
  public let start: CivilDate
  /// How long it was to run.
  public let duration: Interval
  /// What is left out where trends are judged.
  public let warmUp: Interval
  /// How it ended.
  public let ending: Ending
  /// How far it came.
  public let end: Instant
  /// How many events happened.
  public let eventCount: UInt64
  /// The fingerprint over all of them.
  public let fingerprint: UInt64
  /// How many events of each kind happened, in the order of the kinds.
  public let eventCounts: [NamedCount]
  /// What became of the mail, flow by flow.
  public let flows: [FlowRecord]
  /// Where mail was still waiting.
  public let queues: [QueueRecord]
  /// The hosts.
  public let hosts: [HostRecord]
  /// Their processes.
  public let processes: [ProcessRecord]
  /// What stands in the event logs.
  public let log: LogRecord
  /// The defects where they can be in force.
  public let defects: [DefectRecord]
  /// The counters that were kept.
  public let series: SeriesRecord

  /// A record.
  public init(
    title: String,
    seed: UInt64,
    replication: UInt64,
    start: CivilDate,
    duration: Interval,
    warmUp: Interval,
    ending: Ending,
    end: Instant,
    eventCount: UInt64,
    fingerprint: UInt64,
    eventCounts: [NamedCount],
    flows: [FlowRecord],
    queues: [QueueRecord],
    hosts: [HostRecord],
    processes: [ProcessRecord],
    log: LogRecord,
    defects: [DefectRecord],
    series: SeriesRecord
  ) {
    self.title = title
    self.seed = seed
    self.replication = replication
    self.start = start
    self.duration = duration
    self.warmUp = warmUp
    self.ending = ending
    self.end = end
    self.eventCount = eventCount
    self.fingerprint = fingerprint
    self.eventCounts = eventCounts
    self.flows = flows
    self.queues = queues
    self.hosts = hosts
    self.processes = processes
    self.log = log
    self.defects = defects
    self.series = series
  }

  /// How a run ended.
  public enum Ending: Hashable, Sendable {
    /// It ran its whole time.
    case complete
    /// Somebody stopped it.
    case partial
    /// A capacity of ours was reached.
    case halted(Halt)
  }
}

/// How often something happened.
public struct NamedCount: Hashable, Sendable {
  /// What.
  public let name: String
  /// How often.
  public let count: UInt64

  /// A count.
  public init(_ name: String, _ count: UInt64) {
    self.name = name
    self.count = count
  }
}
