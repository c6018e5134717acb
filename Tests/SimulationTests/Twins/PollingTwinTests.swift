import Kernel
import Plan
import Record
import Simulation
import Testing

/// A poll that finds nothing is no event: it is computed when the next one is that finds something.
@Suite("Idle polls and a twin that polls")
struct PollingTwinTests {
  private static let second = 10_000_000
  private static let hours = 6

  private static func text(_ cycle: Int, _ batch: Int, _ volumes: [Int], _ more: String) -> String {
    """
    title: Polls
    run: { duration: \(hours)h, seed: \(volumes[0] * 7 + cycle) }
    hosts: { F: { os: NT 4.0 Server SP4 } }
    post-offices:
      N/A: { mailboxes: 10, routes: { N/B: direct } }
      N/B: { mailboxes: 10, routes: { N/A: direct } }
    external: { EXT: { host: F, serves: [N/A, N/B], link: async, cycle: \(cycle)s, batch: \(batch) } }
    mail:
      a: { from: N/A, to: N/B, volume: \(volumes[0])/day, size: { median: 10 KiB, p95: 10 KiB } }
      b: { from: N/B, to: N/A, volume: \(volumes[1])/day, size: { median: 10 KiB, p95: 10 KiB } }
    \(more)
    """
  }

  private static func ticks(_ time: Instant) -> Int { Int((time - .start).ticks) }

  /// When each message is written, moved and delivered, and when External runs.
  private static func watch(
    _ text: String
  ) throws -> (messages: [[Int]], lives: [(from: Int, until: Int)]) {
    let plan = Trial.plan(text)
    var run = try SiteRun(plan)
    run.trace(.init())
    let request = StopRequest()
    var order: [String] = []
    var times: [String: [Int]] = [:]
    var pause = Pause.asked
    while pause == .asked {
      pause = run.advance(until: .start + plan.run.duration, unless: request)
      for step in run.takeTrace() where !step.what.hasPrefix("waits") {
        if step.what == "is written" {
          order.append(step.message)
          times[step.message] = [step.message.hasPrefix("a") ? 0 : 1]
        }
        times[step.message]!.append(ticks(step.time))
      }
    }
    let process = run.record(.complete).processes.first { $0.service == "EXT" }!
    var lives: [(from: Int, until: Int)] = []
    var from = 0
    for stop in process.stops {
      lives.append((from, ticks(stop.time)))
      from = stop.restarted.map(ticks) ?? .max
    }
    lives.append((from, .max))
    return (order.map { times[$0]! }, lives)
  }

  /// What it takes to move a message and to put it into its mailbox, seen at one that is alone: the
  /// time since the poll, which lies on the grid.
  private static let measured: (dispatching: Int, mailing: Int) = {
    guard let (messages, _) = try? watch(text(10, 50, [24, 1], "")) else { return (0, 0) }
    let first = messages.first { $0.count == 4 }!
    return (first[2] % (10 * second), first[3] - first[2])
  }()

  @Test("fetch every message at the same tick", arguments: 0..<4 as Range<UInt64>)
  func agree(part: UInt64) throws {
    var idle = 0
    for seed in Sites.seeds(part, of: 6) {
      var chance = Chance(seed)
      let (cycle, batch) = (10 + chance.below(chance.once(in: 2) ? 50 : 600), 5 + chance.below(20))
      let volumes = (0..<2).map { _ in chance.pick(cycle < 60 ? [400, 3_000] : [40, 400, 600]) }
      var changes = chance.once(in: 2) ? "" : "changes:\n"
      if !changes.isEmpty {
        for number in 0..<3 {
          let step = chance.pick(["restart: EXT", "reboot: F"])
          changes += "  c\(number): { at: \(3_600 * (1 + number) + chance.below(3_600))s, host: F,"
          changes += " does: [ { \(step) } ] }\n"
        }
      }
      let text = Self.text(cycle, batch, volumes, changes)
      let (messages, lives) = try Self.watch(text)
      var twin = PollingTwin(
        cycle: cycle * Self.second,
        batch: batch,
        dispatching: Self.measured.dispatching,
        mailing: Self.measured.mailing,
        lives: lives,
        messages: messages.map { ($0[0], $0[1]) },
        end: Self.hours * 3_600 * Self.second
      )
      twin.run()
      idle += twin.idlePolls
      for (theirs, mine) in zip(messages, twin.messages) {
        let expected =
          [mine.office, mine.written] + [mine.arrived, mine.delivered].compactMap { $0 }
        try #require(theirs == expected, "seed \(seed)\n\(text)")
      }
    }
    #expect(idle > 100, "\(idle)")
  }
}
