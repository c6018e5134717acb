import Kernel
import Plan
import Record
import Simulation
import Testing

/// Mean number = rate × mean stay, to the tick: what is seen in a queue after each event, against the
/// stays of the messages that the trace tells of.
@Suite("Little's law")
struct LittleLawTests {
  private static let site = """
    title: Queues of all kinds
    run: { duration: 4h, seed: 11, sample: 2h }
    hosts: { HUB: { os: NT 4.0 Server SP4 }, F: { os: NT 4.0 Server SP4 } }
    exchange:
      HUB:
        version: 5.5 SP4
        mailboxes: 10
        internet-mail:
          domain: firm.example
          connections: { one-host: 1, outbound: 2, messages: 1 }
          timers: { banner: 90s }
          retry: [10m]
        msmail-connector:
          post-office: HQ/SHADOW
          instances: { LAN: { link: lan, serves: [HQ/SALES], poll: 5m } }
    post-offices:
      HQ/SALES: { mailboxes: 20, routes: { HQ/SHADOW: direct, BR/ONE: direct } }
      BR/ONE: { mailboxes: 20, routes: { HQ/SALES: direct, others: via HQ/SALES } }
    external: { EXT: { host: F, serves: [HQ/SALES, BR/ONE], cycle: 3m } }
    internet:
      quick.example: { hosts: { mx.quick.example: { latency: 2s } } }
      silent.example: { hosts: { mx.silent.example: { manner: silent } } }
    mail:
      quick: { from: HUB, to: quick.example, volume: 400/day }
      silent: { from: HUB, to: silent.example, volume: 40/day }
      sales: { from: HUB, to: HQ/SALES, volume: 200/day }
      away: { from: BR/ONE, to: HQ/SALES, volume: 200/day }
      home: { from: BR/ONE, to: HUB, volume: 200/day }
    changes:
      rest: { at: 2h, host: HUB, does: [ { stop: MSExchangeMTA } ] }
      again: { at: 130m, host: HUB, does: [ { start: MSExchangeIMC }, { start: MSExchangeMSMI },
               { start: LAN } ] }
    """

  @Test("holds exactly for every queue that mail passes on its way")
  func everyQueue() throws {
    let plan = Trial.plan(Self.site)
    var run = try SiteRun(plan)
    run.trace(.init())
    let request = StopRequest()
    let end = Instant.start + plan.run.duration
    var seen: [String: UInt64] = [:]
    var stays = Stays()
    var last = run.now
    var queues: [QueueRecord] = []
    while run.now < end {
      _ = run.advance(until: end, events: 1, unless: request)
      _ = run.advance(until: run.now, unless: request)
      for queue in queues {
        seen[Stays.name(queue.name), default: 0] += queue.count * (run.now - last).ticks
      }
      last = run.now
      for step in run.takeTrace() { stays.take(step) }
      queues = run.record(.partial).queues
    }
    stays.leave(at: end)
    #expect(seen == stays.ticks)
    #expect(seen.count == 9, "\(seen.keys.sorted())")
    #expect(seen.values.allSatisfy { $0 > 0 })
  }

  /// How long messages stay where, put together from the trace.
  private struct Stays {
    var ticks: [String: UInt64] = [:]
    private var there: [String: (queue: String, since: Instant)] = [:]

    /// What the trace does not part: where a message is within Exchange, until somebody else has it.
    static func name(_ queue: String) -> String {
      let parts = ["Information Store", "MTA ▸ work queue", "MTA ▸ Microsoft Mail Connector"]
      return parts.contains { queue == "HUB ▸ \($0)" } ? exchange : queue
    }

    private static let exchange = "HUB ▸ Exchange"
    private static let service = "HUB ▸ Internet Mail Service ▸"

    mutating func take(_ step: TraceStep) {
      let before = there[step.message]?.queue
      switch step.what {
      case "is written":
        let isOffice = step.place == "BR/ONE"
        move(step, to: isOffice ? "BR/ONE ▸ mailbag for HQ/SALES" : Self.exchange)
      case "is taken over":
        overtakings[step.message, default: 0] += 1
        let isAgent = before?.contains("INQUEUE3") == true || overtakings[step.message] == 1
        move(step, to: isAgent ? Self.exchange : "\(Self.service) MTS-OUT")
      case "waits for its next hop":
        if before == "HQ/SALES ▸ INQUEUE3" { move(step, to: "HQ/SALES ▸ mailbag for HQ/SHADOW") }
        if before == Self.exchange { move(step, to: "HQ/SHADOW ▸ mailbag for HQ/SALES") }
        if before == "\(Self.service) MTS-OUT" {
          move(step, to: "\(Self.service) \(step.message.prefix { $0 != "/" }).example")
        }
      case "arrives": move(step, to: step.place)
      case "is delivered": move(step, to: nil)
      default: break
      }
    }

    private var overtakings: [String: Int] = [:]

    mutating func leave(at end: Instant) {
      for stay in there.values { ticks[stay.queue, default: 0] += (end - stay.since).ticks }
    }

    private mutating func move(_ step: TraceStep, to queue: String?) {
      if let stay = there[step.message] {
        ticks[stay.queue, default: 0] += (step.time - stay.since).ticks
      }
      there[step.message] = queue.map { ($0, step.time) }
    }
  }
}
