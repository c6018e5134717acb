import Kernel
import Plan
import Record
import Simulation
import Testing

/// The connector's post office as a queue of one server and constant service, against its formula.
@Suite("The connector's post office is M/D/1")
struct QueueFormulaTests {
  /// Mail of one size that arrives at random and that the interchange, with one thread on one processor,
  /// converts one after the other. The store and the agent have threads enough to be no queue.
  private static func site(_ volume: Int) -> String {
    """
    title: One thread
    run: { duration: 10h, seed: 5, sample: 10h }
    hosts: { HUB: { os: NT 4.0 Server SP4 } }
    exchange:
      HUB:
        version: 5.5 SP4
        mailboxes: 10
        msmail-connector:
          post-office: HQ/SHADOW
          instances:
            LAN: { link: lan, serves: [HQ/SALES], poll: 10s, mailbag-limit: 200,
                   post-office-limit: 200, in-queue-limit: 200 }
    post-offices: { HQ/SALES: { mailboxes: 20, routes: { HQ/SHADOW: direct } } }
    mail:
      m: { from: HUB, to: HQ/SALES, volume: \(volume)/day, size: { median: 60 KiB, p95: 60 KiB } }
    """
  }

  /// When the agent has each message, and when it is in the mailbag, in seconds.
  private static func times(_ volume: Int) throws -> [(from: Double, until: Double)] {
    let plan = Trial.plan(site(volume))
    var run = try SiteRun(plan)
    run.trace(.init())
    let request = StopRequest()
    var taken: [String: Instant] = [:]
    var times: [(Double, Double)] = []
    func seconds(_ time: Instant) -> Double { Double((time - .start).ticks) / 1e7 }
    var pause = Pause.asked
    while pause == .asked {
      pause = run.advance(until: .start + plan.run.duration, unless: request)
      for step in run.takeTrace() {
        if step.what == "is taken over" { taken[step.message] = step.time }
        guard step.what == "waits for its next hop", let since = taken[step.message] else {
          continue
        }
        times.append((seconds(since), seconds(step.time)))
      }
    }
    return times
  }

  @Test(
    "it waits as long as Pollaczek and Khinchin say",
    arguments: [25_000, 50_000, 75_000]
  )
  func wait(volume: Int) throws {
    // A message that meets nobody stays as long as agent and interchange take; of two that follow
    // each other at once the second is later by what the interchange takes.
    let alone = try #require(try Self.times(200).map { $0.until - $0.from }.min())
    let times = try Self.times(volume)
    let service = try #require(zip(times.dropFirst(), times).map { $0.until - $1.until }.min())
    let span = try #require(times.last).until - times[0].until
    let load = Double(times.count - 1) / span * service
    let formula = load * service / (2 * (1 - load))
    let mean = times.map { $0.until - $0.from }.reduce(0, +) / Double(times.count) - alone
    #expect(abs(mean / formula - 1) < 0.08, "\(mean) s at \(load), by the formula \(formula) s")
    #expect(service > 0.1)
  }
}
