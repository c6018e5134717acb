public import Kernel
public import Plan
import Record
public import Simulation

/// One run of a plan from its start to its end, its time, or a request to stop; and judged.
///
/// The caller owns the clock, the signals and the files: it is called between chunks of events, may look
/// at the time, print, or raise the request. How large the chunks are changes nothing in the result.
public struct SingleRun: Sendable {
  /// What is run.
  public let plan: SitePlan
  /// What its chance comes from; nil for what the plan says.
  public let seed: UInt64?
  /// Which of several runs of one seed it is, from 0.
  public let replication: UInt64
  /// When it ends, if that is before the plan's own end.
  public let until: Instant?
  /// After how many events the caller is called at the latest.
  public let chunkEvents: Int

  /// A run that is still to be done.
  public init(
    _ plan: SitePlan,
    seed: UInt64? = nil,
    replication: UInt64 = 0,
    until: Instant? = nil,
    chunkEvents: Int = 100_000
  ) {
    precondition(chunkEvents > 0, "A chunk has one event at least.")
    self.plan = plan
    self.seed = seed
    self.replication = replication
    self.until = until
    self.chunkEvents = chunkEvents
  }

  /// Runs, calls back after each chunk, and judges; a halt where the run cannot begin.
  public func result(
    unless stop: borrowing StopRequest,
    progress: (borrowing SiteRun) -> Void = { _ in }
  ) throws(Halt) -> RunResult {
    var run = try SiteRun(plan, seed: seed, replication: replication)
    var next = Advance.further
    while next == .further {
      let pause = run.advance(until: horizon, events: chunkEvents, unless: stop)
      next = Advance(after: pause, isWhole: isWhole)
      progress(run)
    }
    guard case .ended(let ending) = next else { preconditionFailure("A run has ended.") }
    let record = run.record(ending)
    // What the site held is given back before it is judged.
    _ = consume run
    return RunResult(record, of: plan)
  }

  /// The last time that is looked at.
  var horizon: Instant {
    let end = Instant.start + plan.run.duration
    return until.map { min($0, end) } ?? end
  }

  private var isWhole: Bool { horizon == Instant.start + plan.run.duration }
}

/// How it goes on after a pause.
enum Advance: Hashable, Sendable {
  /// There is more to do.
  case further
  /// The run is over.
  case ended(RunRecord.Ending)

  /// What follows from a pause, in a run that goes to the plan's end or only to an earlier time.
  init(after pause: Pause, isWhole: Bool) {
    switch pause {
    case .budget, .asked: self = .further
    case .horizon, .idle: self = .ended(isWhole ? .complete : .partial)
    case .stopped: self = .ended(.partial)
    case .halted(let halt): self = .ended(.halted(halt))
    }
  }
}
