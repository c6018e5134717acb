import Command
import Kernel
import Report
import Simulation
import Text

/// How progress is shown.
enum ProgressMode: String, CaseIterable, Sendable {
  case auto
  case plain
  case json
  case none
}

/// Says on standard error how a run goes: on a terminal in one line that changes, elsewhere every ten
/// seconds.
struct RunProgress: ~Copyable {
  private let mode: ProgressMode
  private let horizon: Instant
  private var line: StatusLine
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant

  /// Progress towards `horizon`.
  init(_ mode: ProgressMode, until horizon: Instant) {
    self.mode = mode
    self.horizon = horizon
    line = StatusLine(isReplacing: mode == .auto ? nil : false)
    start = clock.now
    last = start
  }

  /// Says how the run goes, where it is time to.
  mutating func look(_ run: borrowing SiteRun) {
    guard mode != .none else { return }
    let now = clock.now
    guard now - last >= (line.isReplacing ? .milliseconds(200) : .seconds(10)) else { return }
    last = now
    let passed = (now - start) / .seconds(1)
    let state = State(
      progress: run.progress,
      now: run.now,
      events: run.eventCount,
      horizon: horizon,
      passedSeconds: passed
    )
    line.show(mode == .json ? (try? state.json.encodedInLine()) ?? "" : state.text)
  }

  /// Takes the line away.
  mutating func finish() { line.clear() }
}

extension RunProgress {
  /// How a run goes at a moment.
  struct State {
    let progress: SiteRun.Progress
    let now: Instant
    let events: UInt64
    let horizon: Instant
    let passedSeconds: Double

    private var share: Double {
      horizon == .start ? 1 : Double(now.ticks) / Double(horizon.ticks)
    }
    private var eventsPerSecond: Double { Double(events) / passedSeconds }
    private var virtualPerSecond: Double { (now - .start).seconds / passedSeconds }
    private var leftSeconds: Double? {
      share > 0 ? passedSeconds * (1 - share) / share : nil
    }

    var text: String {
      var parts = [
        "\(Int(share * 100)) %",
        "\(SiteClock.about(now - .start)) of \(SiteClock.about(horizon - .start))",
      ]
      if let leftSeconds {
        parts.append("\(SiteClock.about(seconds: max(leftSeconds, 1).rounded())) left")
      }
      parts += [
        "\(grouped(progress.waiting)) waiting",
        "\(Self.short(eventsPerSecond)) events/s",
        "\(SiteClock.about(seconds: virtualPerSecond))/s",
      ]
      return (parts + progress.growing).joined(separator: ", ")
    }

    var json: JSON {
      [
        "virtual-seconds": .number((now - .start).seconds),
        "percent": .number(share * 100),
        "events": .integer(Int(clamping: events)),
        "events-per-second": .number(eventsPerSecond),
        "virtual-seconds-per-second": .number(virtualPerSecond),
        "seconds-left": leftSeconds.map { .number($0) } ?? .null,
        "sent": .integer(Int(clamping: progress.sent)),
        "delivered": .integer(Int(clamping: progress.delivered)),
        "waiting": .integer(Int(clamping: progress.waiting)),
        "growing": .array(progress.growing.map { .string($0) }),
      ]
    }

    /// `12.3M`
    static func short(_ number: Double) -> String {
      for (unit, size) in [("G", 1e9), ("M", 1e6), ("k", 1e3)] where number >= size {
        return fixedPoint(number / size, decimals: 1) + unit
      }
      return fixedPoint(number, decimals: 0)
    }
  }
}
