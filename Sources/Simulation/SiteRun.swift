public import Kernel
public import Plan
public import Record

/// One run of a site: driven from outside, as far and as often as the caller likes.
public struct SiteRun: ~Copyable {
  private var loop: EventLoop<SiteWorld>

  /// A run at its start; a halt where the plan asks for more than its capacities.
  public init(_ plan: SitePlan, seed: UInt64? = nil, replication: UInt64 = 0) throws(Halt) {
    var world = try SiteWorld(plan, seed: seed ?? plan.run.seed, replication: replication)
    var queue = BoundedQueue(
      capacity: plan.capacities.events + plan.capacities.timers,
      timers: plan.capacities.timers
    )
    try world.begin(&queue)
    loop = EventLoop(world, queue)
  }

  /// Goes on until a time, a number of events, or a request to stop.
  public mutating func advance(
    until horizon: Instant,
    events: Int = .max,
    unless stop: borrowing StopRequest
  ) -> Pause {
    loop.advance(until: horizon, events: events, unless: stop)
  }

  /// What time it is in the site.
  public var now: Instant { loop.now }

  /// How many events have happened.
  public var eventCount: UInt64 { loop.eventCount }

  /// The fingerprint over all of them.
  public var fingerprint: Fingerprint { loop.fingerprint }

  /// How many events of each kind have happened, in the order of the kinds.
  public var eventCounts: [NamedCount] { loop.world.eventCounts }

  /// How it goes at the moment.
  public var progress: Progress { loop.world.progress }

  /// How many series it keeps while it runs.
  public var seriesCount: Int { loop.world.probes.series.count }

  /// How a run goes.
  public struct Progress: Hashable, Sendable {
    /// How many recipients wait for their mail.
    public let waiting: UInt64
    /// How many there were.
    public let sent: UInt64
    /// How many have theirs.
    public let delivered: UInt64
    /// What defects have taken up to now: `Q214573 on HUB1: 1234 handles of services.exe`.
    public let growing: [String]

    /// How a run goes.
    public init(waiting: UInt64, sent: UInt64, delivered: UInt64, growing: [String]) {
      self.waiting = waiting
      self.sent = sent
      self.delivered = delivered
      self.growing = growing
    }
  }

  /// What the run leaves, as of a time that it has come to.
  public func record(_ ending: RunRecord.Ending, at end: Instant? = nil) -> RunRecord {
    loop.world.record(
      ending,
      at: end ?? loop.now,
      events: loop.eventCount,
      fingerprint: loop.fingerprint
    )
  }

  /// What an administrator would see on a host now.
  public mutating func snapshot(of host: HostID) -> Snapshot? {
    loop.world.snapshot(of: host.index, at: loop.now)
  }

  /// What is wrong with the site's books; nothing in a sound one. A walk over everything.
  public func audit() -> String? { loop.world.audit() }

  /// What has been traced since the last time; empties the trace. Nothing is traced unless asked for.
  public mutating func takeTrace() -> [TraceStep] { loop.world.takeTrace() }

  /// Which messages are traced.
  public struct TraceFilter: Hashable, Sendable {
    /// Messages of this flow alone.
    public var flow: Int?
    /// The message's number in its flow, from 1.
    public var number: UInt64?
    /// From when on.
    public var from: Instant
    /// Until when.
    public var until: Instant?

    /// Everything from the start.
    public init(
      flow: Int? = nil,
      number: UInt64? = nil,
      from: Instant = .start,
      until: Instant? = nil
    ) {
      self.flow = flow
      self.number = number
      self.from = from
      self.until = until
    }
  }

  /// Traces messages from now on; `advance` pauses with `.asked` when the trace must be taken.
  public mutating func trace(_ filter: TraceFilter) { loop.world.trace.begin(filter) }
}
