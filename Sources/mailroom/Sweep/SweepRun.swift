import Command
import Experiment
import Record
import Report
import Synchronization
import Text

/// Runs a sweep with several threads, and shows how it goes.
struct SweepRun {
  let order: SweepOrder
  let workers: Int
  let progress: ProgressMode
  /// Makes the plan of a point.
  let subject: @Sendable (Int) -> SweepWork.Subject

  init(
    order: SweepOrder,
    workers: Int,
    progress: ProgressMode,
    subject: @escaping @Sendable (Int) -> SweepWork.Subject
  ) {
    self.order = order
    self.workers = workers
    self.progress = progress
    self.subject = subject
  }

  /// How a sweep ended.
  struct End {
    /// What was run, in no order, with what was known before.
    let digests: [RunDigest]
    /// What could not be written.
    let failure: FileFailure?
  }

  /// What is done, and whether it could be written.
  private final class Results: Sendable {
    let state: Mutex<(digests: [RunDigest], names: SharedNames, failure: FileFailure?)>

    init(_ known: [RunDigest]) { state = Mutex((known, SharedNames(), nil)) }
  }

  /// Does what is not `known`, and puts each result into `folder` as soon as it is there.
  func run(
    share: SweepShare,
    known: [RunDigest],
    folder: SweepFolder?
  ) throws(FileFailure) -> End {
    var schedule = SweepSchedule(order, share: share, lookahead: workers)
    for digest in known { schedule.finish(digest) }
    let results = Results(known)
    let work = SweepWork(schedule, subject: subject) { digest in
      results.state.withLock { state in
        do throws(FileFailure) {
          try folder?.add(digest)
        } catch {
          state.failure = error
          return false
        }
        state.digests.append(state.names.share(digest))
        return true
      }
    }
    var line = SweepProgress(progress, knownCount: known.count)
    let threads = try Threads(workers) { work.work { pause(milliseconds: 1) } }
    while !threads.areDone {
      pause(milliseconds: 5)
      if Interruption.exitCode != nil { work.end() }
      line.look(work)
    }
    threads.join()
    line.finish()
    return results.state.withLock { End(digests: $0.digests, failure: $0.failure) }
  }
}

/// Says on standard error how a sweep goes.
struct SweepProgress: ~Copyable {
  private let mode: ProgressMode
  private let knownCount: Int
  private var line: StatusLine
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant

  init(_ mode: ProgressMode, knownCount: Int) {
    self.mode = mode
    self.knownCount = knownCount
    line = StatusLine(isReplacing: mode == .auto ? nil : false)
    start = clock.now
    last = start
  }

  /// Says how it goes, where it is time to.
  mutating func look(_ work: SweepWork) {
    guard mode != .none else { return }
    let now = clock.now
    guard now - last >= (line.isReplacing ? .milliseconds(200) : .seconds(10)) else { return }
    last = now
    let passed = (now - start) / .seconds(1)
    let (done, most, events) = work.progress
    let own = done - knownCount
    let left = own > 0 ? passed * Double(most - done) / Double(own) : nil
    if mode == .json {
      let json: JSON = [
        "runs": .integer(done), "most": .integer(most), "events": .integer(Int(clamping: events)),
        "seconds": .number(passed), "seconds-left": left.map { .number($0) } ?? .null,
      ]
      return line.show((try? json.encodedInLine()) ?? "")
    }
    var parts = ["\(grouped(done)) of \(grouped(most)) runs"]
    if let left { parts.append("\(SiteClock.about(seconds: max(left, 1).rounded())) left") }
    parts.append("\(RunProgress.State.short(Double(events) / passed)) events/s")
    line.show(parts.joined(separator: ", "))
  }

  /// Takes the line away.
  mutating func finish() { line.clear() }
}
