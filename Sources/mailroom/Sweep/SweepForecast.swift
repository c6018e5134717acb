import Command
import Experiment
import Kernel
import Plan
import Record
import Report
import Simulation
import Text

/// What a sweep will take: its points, and how long they need, from a short trial of some of them.
struct SweepForecast {
  private let subject: SweepSubject
  private let workers: Int
  /// The runs that are there already.
  private let known: [RunDigest]

  /// What is known of a sweep before it runs.
  init(_ subject: SweepSubject, _ sweep: SweepChoice, out: String?) throws(FileFailure) {
    self.subject = subject
    workers = sweep.workers
    let found = try out.flatMap { (path) throws(FileFailure) in try SweepFolder.read(path) }
    known = found?.order.identity == subject.order.identity ? found?.digests ?? [] : []
  }

  private var order: SweepOrder { subject.order }

  /// What a trial of a point showed.
  private struct Trial {
    let secondsEach: Double
    let bytes: Int
  }

  /// How long a point is tried at most, in seconds.
  private static let trialSeconds = 0.3

  /// The first, the middle and the last point: volumes grow along a sweep.
  private func trials() -> [Trial] {
    Set([0, order.points.count / 2, order.points.count - 1]).sorted().compactMap { point in
      guard case .plan(let plan) = subject.subject(point),
        var run = try? SiteRun(plan, seed: order.seed)
      else { return nil }
      let clock = ContinuousClock()
      let (start, end) = (clock.now, Instant.start + plan.run.duration)
      _ = SiteDriver.drive(&run, until: end) { _ in
        (clock.now - start) / .seconds(1) < Self.trialSeconds
      }
      let passed = (clock.now - start) / .seconds(1)
      let share = (run.now - .start).seconds / plan.run.duration.seconds
      return Trial(
        secondsEach: share > 0 && run.now < end ? passed / share : passed,
        bytes: plan.capacities.budget.total
      )
    }
  }

  /// A script that runs it in parts.
  func script(for scheduler: SweepScript.Scheduler, out: String) -> String {
    let trials = trials()
    let each = trials.reduce(0) { $0 + $1.secondsEach } / Double(max(trials.count, 1))
    return SweepScript(
      order: order,
      out: out,
      seconds: each * Double(order.mostRuns),
      bytes: trials.map(\.bytes).max() ?? 0
    ).text(for: scheduler)
  }

  /// Prints it.
  func show(_ console: inout Console) throws(FileFailure) -> ExitCode {
    var lines = Lines(style: console.style, width: console.width)
    let trials = trials()
    lines.title(order.title)
    let goal = order.goal
    let times =
      goal.precision.map {
        "from \(goal.least) to \(goal.most) times, until \($0.measure) is known within"
          + " \(percentText($0.relative))"
      } ?? "\(goal.most) times"
    lines.line(
      "\(counted(order.points.count, "point")), each run \(times):"
        + " \(goal.precision == nil ? "" : "up to ")\(counted(order.mostRuns, "run"))"
    )
    if !known.isEmpty { lines.line("\(counted(known.count, "run")) of them are done") }
    if !trials.isEmpty {
      let each = trials.reduce(0) { $0 + $1.secondsEach } / Double(trials.count)
      let left = Double(order.mostRuns - known.count) * each / Double(workers)
      lines.line(
        "about \(SiteClock.about(seconds: each)) each, \(SiteClock.about(seconds: left)) in all with"
          + " \(counted(workers, "worker")), from a short trial"
      )
      let bytes = trials.map(\.bytes).max() ?? 0
      lines.line(
        "memory: \(sizeText(bytes)) for each worker at most, \(sizeText(bytes * workers)) in all"
      )
    }
    lines.title("Points")
    lines.rows(
      [["", ""] + order.axes.map(\.key)]
        + order.points.enumerated().prefix(100).map { number, point in
          let count = known.count { $0.place.point == number }
          return ["\(number + 1)", count == 0 ? "" : "\(count) done"] + point.values
        }
    )
    if order.points.count > 100 { lines.line("and \(grouped(order.points.count - 100)) more") }
    console.write(lines.text)
    return .fine
  }
}
