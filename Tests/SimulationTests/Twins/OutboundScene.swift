import Kernel
import Plan
import Record
import Simulation

/// A random script of mail hosts that never take a message, run by the simulation and by its twin.
struct OutboundScene {
  private static let words = ["silent", "unreachable", "silent-after-banner", "refuses"]
  private static let minute = 600_000_000

  let text: String
  let twin: OutboundTwin
  /// What differs; nil where nothing does.
  let problem: String?

  init(seed: UInt64) {
    var chance = Chance(seed)
    let isDefective = chance.once(in: 2)
    let (banner, connect, command) = (
      30 + chance.below(300), 5 + chance.below(60), 1 + chance.below(200)
    )
    let hostLimit = 1 + chance.below(4)
    let totalLimit = hostLimit + chance.below(4)
    let retries = (0...chance.below(3)).map { _ in 1 + chance.below(40) }
    let expiry = 30 + chance.below(300)
    let domains = 1 + chance.below(3)
    // How the host of each domain behaves from which minute on.
    let parts = (0..<domains).map { _ in
      [(0, chance.below(4)), (60 + chance.below(200), chance.below(4))]
    }
    let restarts = chance.once(in: 3) ? [] : [100 + chance.below(400)]

    var text = """
      title: Outbound, seed \(seed)
      run: { duration: 12h, seed: \(seed) }
      hosts: { HUB: { os: NT 4.0 Server SP3 } }
      exchange:
        HUB:
          version: 5.5 \(isDefective ? "RTM" : "SP1")
          mailboxes: 1
          internet-mail:
            domain: firm.example
            connections: { one-host: \(hostLimit), outbound: \(totalLimit), messages: 1 }
            retry: [\(retries.map { "\($0)m" }.joined(separator: ", "))]
            expiry: { urgent: 1m, normal: \(expiry)m, non-urgent: 72h }
            timers: { banner: \(banner)s, connect: \(connect)s, command: \(command)s }
            workers: { outbound: 256, resolver: 256 }
      internet:

      """
    var mail = "mail:\n"
    var faults = "faults:\n"
    for domain in 0..<domains {
      let host = "mx.d\(domain).example"
      text +=
        "  d\(domain).example: { hosts: { \(host): { manner: \(Self.words[parts[domain][0].1]),"
        + " latency: 0s } } }\n"
      mail +=
        "  m\(domain): { from: HUB, to: d\(domain).example, volume: \(20 + chance.below(200))/day }\n"
      faults +=
        "  f\(domain): { mail-host: \(host), manner: \(Self.words[parts[domain][1].1]),"
        + " from: \(parts[domain][1].0)m }\n"
    }
    for restart in restarts {
      faults +=
        "changes:\n  r: { at: \(restart)m, host: HUB, does: [ { restart: MSExchangeIMC } ] }\n"
    }
    text += mail + faults
    self.text = text

    let (steps, record) = Self.simulate(text)
    let written = steps.filter { $0.what == "is written" }
    let waits = Self.waits(banner: banner, connect: connect, command: command)
    let stops = record.processes.first { $0.service == "MSExchangeIMC" }!.stops
    var twin = OutboundTwin(
      hostLimit: hostLimit,
      totalLimit: totalLimit,
      retries: retries.map { $0 * Self.minute },
      expiry: expiry * Self.minute,
      manners: parts.map {
        $0.map {
          .init(from: $0.0 * Self.minute, lasts: waits[$0.1], isLost: isDefective && $0.1 == 0)
        }
      },
      restarts: stops.map { (Self.ticks($0.time), Self.ticks($0.restarted!)) },
      arrivals: written.map {
        (Int(String($0.message.dropFirst().prefix(1)))!, Self.ticks($0.time))
      },
      end: 12 * 60 * Self.minute
    )
    twin.run()
    self.twin = twin
    problem = Self.difference(twin, steps, written.map(\.message))
  }

  /// How long an attempt takes at each manner: its timer, and what comes before it.
  private static func waits(banner: Int, connect: Int, command: Int) -> [Int] {
    zip([banner, connect, command, 0], overheads).map { $0 * 10_000_000 + $1 }
  }

  /// What an attempt takes besides its timer, such as looking up the host: seen once at a message alone.
  private static let overheads: [Int] = words.map { word in
    let (steps, _) = simulate(
      """
      title: One message
      run: { duration: 12h }
      hosts: { HUB: { os: NT 4.0 Server SP3 } }
      exchange:
        HUB:
          version: 5.5 SP1
          mailboxes: 1
          internet-mail:
            domain: firm.example
            timers: { banner: 1s, connect: 1s, command: 1s }
      internet:
        d.example: { hosts: { mx.d.example: { manner: \(word), latency: 0s } } }
      mail: { m: { from: HUB, to: d.example, volume: 20/day } }
      """
    )
    let first = steps.filter { $0.message == "m/1" }
    let failure = first.first(where: isFailure)!
    let whole = ticks(failure.time) - ticks(first[0].time)
    return whole - (word == "refuses" ? 0 : 10_000_000)
  }

  private static func isFailure(_ step: TraceStep) -> Bool {
    step.what.hasPrefix("waits for") && step.what != "waits for its next hop"
  }

  private static func ticks(_ time: Instant) -> Int { Int((time - .start).ticks) }

  private static func simulate(_ text: String) -> ([TraceStep], RunRecord) {
    let site = ReadSite(text)
    guard let plan = site.plan else { fatalError("\(site.report)\n\(text)") }
    guard var run = try? SiteRun(plan) else { fatalError("too large") }
    run.trace(.init())
    let request = StopRequest()
    var steps: [TraceStep] = []
    var pause = Pause.asked
    while pause == .asked {
      pause = run.advance(until: .start + plan.run.duration, unless: request)
      steps += run.takeTrace()
    }
    return (steps, run.record(.complete))
  }

  /// The first message of which the two tell different things.
  private static func difference(
    _ twin: OutboundTwin,
    _ steps: [TraceStep],
    _ names: [String]
  ) -> String? {
    for (number, name) in names.enumerated() {
      let mine = twin.messages[number]
      let theirs = steps.filter { $0.message == name }
      let failures = theirs.filter(isFailure)
      let returned = theirs.first { $0.what.hasPrefix("comes back") }.map { ticks($0.time) }
      // An attempt that fails when the time is over is told as the return alone.
      let own = mine.failures.filter { $0 != mine.returned }
      if failures.map({ ticks($0.time) }) != own || returned != mine.returned {
        return
          "\(name), written at \(mine.written): failed at \(failures.map { ticks($0.time) }) and"
          + " returned at \(returned ?? -1), in the twin \(own) and \(mine.returned ?? -1)"
      }
    }
    return nil
  }
}
