import Kernel
public import Plan
public import Record
import Synchronization

/// A sweep that several threads work on.
///
/// The caller owns the threads, the clock and the files: each thread calls `work`, and what is finished
/// is handed to `keep`, one at a time.
public final class SweepWork: Sendable {
  /// What there is at a point.
  public enum Subject: Sendable {
    /// A plan.
    case plan(SitePlan)
    /// The topology has mistakes there; the first of them.
    case rejected(String)
  }

  private let schedule: Mutex<SweepSchedule>
  private let stop = StopRequest()
  private let subject: @Sendable (Int) -> Subject
  private let keep: @Sendable (RunDigest) -> Bool
  private let seed: UInt64
  private let events = Atomic<UInt64>(0)

  /// Work on what a schedule has left.
  ///
  /// - Parameters:
  ///   - subject: makes the plan of a point.
  ///   - keep: is given each result; where it answers with false, no more is done.
  public init(
    _ schedule: SweepSchedule,
    subject: @escaping @Sendable (Int) -> Subject,
    keep: @escaping @Sendable (RunDigest) -> Bool
  ) {
    seed = schedule.order.seed
    self.schedule = Mutex(schedule)
    self.subject = subject
    self.keep = keep
  }

  /// Does runs until there are none left, or until it is asked to end.
  ///
  /// - Parameter wait: lets some time pass, while it hangs on the runs of others whether there are more.
  public func work(waiting wait: () -> Void) {
    var point: (number: Int, subject: Subject)?
    while !stop.isRaised {
      let (next, mayNeedMore) = schedule.withLock { ($0.next(near: point?.number), $0.mayNeedMore) }
      guard let place = next else {
        guard mayNeedMore else { return }
        wait()
        continue
      }
      if point?.number != place.point { point = (place.point, subject(place.point)) }
      guard let subject = point?.subject, let digest = digest(of: subject, at: place) else {
        return
      }
      events.add(digest.eventCount, ordering: .relaxed)
      let goesOn = schedule.withLock { schedule in
        schedule.finish(digest)
        return keep(digest)
      }
      if !goesOn { stop.raise() }
    }
  }

  /// Asks all threads to end; what they are at is dropped.
  public func end() { stop.raise() }

  /// How many runs are done, how many there are at most, and how many events happened here.
  public var progress: (done: Int, most: Int, events: UInt64) {
    let (done, most) = schedule.withLock { $0.progress }
    return (done, most, events.load(ordering: .relaxed))
  }

  /// Runs one; nil where it was asked to end.
  private func digest(of subject: Subject, at place: RunPlace) -> RunDigest? {
    switch subject {
    case .rejected(let reason): return RunDigest(.rejected(reason), at: place)
    case .plan(let plan):
      let run = SingleRun(plan, seed: seed, replication: UInt64(place.replication))
      do throws(Halt) {
        let result = try run.result(unless: stop)
        return result.record.ending == .partial ? nil : RunDigest(result, at: place)
      } catch {
        return RunDigest(.halted("\(error)"), at: place)
      }
    }
  }
}
