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
  /// Whether each domain may use all the connections that one host may have, whatever others use.
  let areAllSlotsOwn: Bool
  /// What differs; nil where nothing does.
  let problem: String?

  init(seed: UInt64) {
    var chance = Chance(seed)
    let isDefective = chance.once(in: 2)
    let (banner, connect, command) = (
      30_000 + chance.below(300_000), 5_000 + chance.below(60_000), 1_000 + chance.below(200_000)
    )
    let hostLimit = 1 + chance.below(4)
    let retries = (0...chance.below(3)).map { _ in 60_000 + chance.below(2_400_000) }
    let expiry = 30 + chance.below(300)
    let domains = 1 + chance.below(3)
    // How the host of each domain behaves from which minute on.
    let parts = (0..<domains).map { _ in
      [(0, chance.below(4)), (60 + chance.below(200), chance.below(4))]
    }
    let restarts = chance.once(in: 2) ? [] : [100 + chance.below(400)]
    // After a start all are due at once, and whose turn it is where domains share slots, nothing says.
    let totalLimit = restarts.isEmpty ? hostLimit + chance.below(4) : hostLimit * domains

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
            retry: [\(retries.map { "\($0)ms" }.joined(separator: ", "))]
            expiry: { urgent: 1m, normal: \(expiry)m, non-urgent: 72h }
            timers: { banner: \(banner)ms, connect: \(connect)ms, command: \(command)ms }
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
    areAllSlotsOwn = totalLimit >= hostLimit * domains

    let (steps, record) = Self.simulate(text)
    let arrivals = Self.arrivals(steps)
    let waits = Self.waits(banner: banner, connect: connect, command: command)
    let stops = record.processes.first { $0.service == "MSExchangeIMC" }!.stops
    var twin = OutboundTwin(
      lookUp: Self.overheads[1],
      hostLimit: hostLimit,
      totalLimit: totalLimit,
      retries: retries.map { $0 * 10_000 },
      expiry: expiry * Self.minute,
      manners: parts.map {
        $0.map {
          .init(from: $0.0 * Self.minute, lasts: waits[$0.1], isLost: isDefective && $0.1 == 0)
        }
      },
      restarts: stops.map { (Self.ticks($0.time), Self.ticks($0.restarted!)) },
      arrivals: arrivals.map { ($0.domain, $0.taken, $0.queued) },
      end: 12 * 60 * Self.minute
    )
    twin.run()
    self.twin = twin
    problem = Self.difference(twin, steps, arrivals.map(\.name))
  }

  /// How long an attempt takes at each manner: its timer, and what comes before it.
  private static func waits(banner: Int, connect: Int, command: Int) -> [Int] {
    zip([banner, connect, command, 0], overheads).map { $0 * 10_000 + $1 }
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
    let whole = ticks(failure.time) - ticks(first.first(where: isQueued)!.time)
    return whole - (word == "refuses" ? 0 : 10_000_000)
  }

  private static func isQueued(_ step: TraceStep) -> Bool {
    step.what == "waits for its next hop"
  }

  /// When each message was taken over by the service and then stood in line, in the order of the latter.
  private static func arrivals(
    _ steps: [TraceStep]
  ) -> [(name: String, domain: Int, taken: Int, queued: Int)] {
    var taken: [String: Int] = [:]
    var arrivals: [(String, Int, Int, Int)] = []
    for step in steps {
      if step.what == "is taken over" { taken[step.message] = ticks(step.time) }
      if isQueued(step), let time = taken.removeValue(forKey: step.message) {
        let domain = Int(String(step.message.dropFirst().prefix(1)))!
        arrivals.append((step.message, domain, time, ticks(step.time)))
      }
    }
    return arrivals
  }

  private static func isFailure(_ step: TraceStep) -> Bool {
    step.what.hasPrefix("waits for") && !isQueued(step)
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

  /// The first time at which the two tell different things.
  private static func difference(
    _ twin: OutboundTwin,
    _ steps: [TraceStep],
    _ names: [String]
  ) -> String? {
    var theirs: Set<Event> = []
    for step in steps {
      if isFailure(step) { theirs.insert(Event(step, "fails")) }
      if step.what.hasPrefix("comes back") { theirs.insert(Event(step, "returns")) }
    }
    var mine: Set<Event> = []
    for (name, message) in zip(names, twin.messages) {
      // An attempt that fails when the time is over is told as the return alone.
      for time in message.failures where time != message.returned {
        mine.insert(Event(name, time, "fails"))
      }
      if let time = message.returned { mine.insert(Event(name, time, "returns")) }
    }
    let different = mine.symmetricDifference(theirs)
    guard let first = different.min(by: { $0.time < $1.time }) else { return nil }
    return "\(first), which \(mine.contains(first) ? "only the twin" : "the twin does not") see;"
      + " \(different.count) of \(mine.count) events differ"
  }

  private struct Event: Hashable {
    let message: String
    let time: Int
    let what: String

    init(_ message: String, _ time: Int, _ what: String) {
      (self.message, self.time, self.what) = (message, time, what)
    }

    init(_ step: TraceStep, _ what: String) {
      self.init(step.message, OutboundScene.ticks(step.time), what)
    }
  }
}
