import Kernel
import Record

/// A random Internet Mail Service and the hosts that it sends to, as a text and as its twin has it.
struct OutboundSite {
  private static let second = 10_000_000
  private static let minute = 60 * second
  private static let hours = 8
  private static let nearest = 1

  let text: String
  private(set) var setting = OutboundTwin.Setting()
  /// The number of the domain that stands for where mail is forwarded, and of the one that it is from.
  let relay: Int
  private var outside: Int { relay + 1 }

  init(seed: UInt64) {
    var chance = Chance(seed)
    let version = chance.pick(["5.0 SP1", "5.0 SP2", "5.5 RTM", "5.5 SP1", "5.5 SP2"])
    setting = Self.measured
    setting.losesConnections = ["5.0 SP1", "5.5 RTM"].contains(version)
    setting.breaksForwarding = ["5.5 RTM", "5.5 SP1"].contains(version)
    setting.hostLimit = 1 + chance.below(4)
    setting.messagesEach = chance.pick([1, 2, 3, 50])
    setting.retries = (0...chance.below(3)).map { _ in (60 + chance.below(2_400)) * Self.second }
    setting.expiry = (30 + chance.below(300)) * Self.minute
    setting.bannerTimer = (5 + chance.below(400)) * Self.second
    setting.connectTimer = (1 + chance.below(60)) * Self.second
    setting.commandTimer = (3 + chance.below(200)) * Self.second
    setting.end = Self.hours * 60 * Self.minute
    let count = 1 + chance.below(3)
    relay = count

    var internet = ""
    var faults = ""
    for domain in 0..<count + 2 {
      var groups: [[Int]] = []
      var hosts: [String] = []
      let name =
        domain == count ? "relay.example" : domain > count ? "out.example" : "d\(domain).example"
      for group in 0..<(domain < count ? 1 + chance.below(2) : 1) {
        let host = Self.host(&chance, isExchange: domain == count)
        let number = domain < count ? 1 + chance.below(2) : 1
        groups.append([])
        for equal in 0..<number {
          groups[group].append(setting.hosts.count)
          setting.hosts.append(host)
          let hostName = "mx\(group)\(equal).\(name)"
          hosts.append(
            "\(hostName): { preference: \(group * 10), manner: \(host.manners[0].manner.rawValue),"
              + " latency: \(host.latency / 10_000)ms"
              + (host.isExchange ? ", product: exchange }" : " }")
          )
          for (part, next) in host.manners.enumerated().dropFirst() {
            faults += "  f\(setting.hosts.count)-\(part): { mail-host: \(hostName),"
            faults +=
              " manner: \(next.manner.rawValue), from: \(next.from / Self.minute)m }\n"
          }
        }
      }
      setting.domains.append(groups)
      internet += "  \(name): { hosts: { \(hosts.joined(separator: ", ")) } }\n"
    }
    let restarts = chance.once(in: 2) ? [] : [60 + chance.below(150), 270 + chance.below(150)]
    // After a start all are due at once, and whose turn it is where domains share slots, nothing says.
    setting.totalLimit =
      restarts.isEmpty && !setting.breaksForwarding
      ? setting.hostLimit + chance.below(4) : setting.hostLimit * setting.domains.count

    text =
      Self.service(version, setting, seed) + internet + "  r.example: { hosts: { gate.r.example:"
      + " { server: HUB } } }\n"
      + Self.traffic(&chance, count)
      + (faults.isEmpty ? "" : "faults:\n" + faults)
      + (restarts.isEmpty ? "" : "changes:\n")
      + restarts.enumerated().map {
        "  r\($0): { at: \($1)m, host: HUB, does: [ { restart: MSExchangeIMC } ] }\n"
      }.joined()
        + """
        operators:
          o: { when: { stopped: MSExchangeIMC }, notices-after: \(30 + chance.below(60))m,
               hours: always, host: HUB, does: [ { start: MSExchangeIMC } ] }

        """
  }

  /// Which domain a message goes to; nil where it never comes to the service's own lines.
  func domain(of message: String) -> Int? {
    if message.hasPrefix("f/") { return message.hasSuffix("(report)") ? outside : relay }
    if message.hasSuffix("(report)") { return nil }
    return Int(String(message.dropFirst().prefix(1)))
  }

  /// A host that changes its manner once.
  private static func host(_ chance: inout Chance, isExchange: Bool) -> OutboundTwin.MailHost {
    func manner() -> OutboundTwin.Manner {
      if isExchange, chance.once(in: 3) { return .dropsAfterEHLO }
      return chance.once(in: 3) ? .sound : chance.pick(OutboundTwin.Manner.allCases)
    }
    let first = manner()
    var next = manner()
    while next == first { next = manner() }
    return OutboundTwin.MailHost(
      latency: max(chance.pick([0, 40, 500, 1_500]) * 10_000, nearest),
      manners: [(0, first), ((60 + chance.below(300)) * minute, next)],
      isExchange: isExchange
    )
  }

  private static func service(
    _ version: String,
    _ setting: OutboundTwin.Setting,
    _ seed: UInt64
  ) -> String {
    let retries = setting.retries.map { "\($0 / second)s" }.joined(separator: ", ")
    return """
      title: Outbound, seed \(seed)
      run: { duration: \(hours)h, seed: \(seed) }
      hosts: { HUB: { os: NT 4.0 Server SP3 } }
      exchange:
        HUB:
          version: \(version)
          mailboxes: 1
          internet-mail:
            domain: firm.example
            reroute: { r.example: mx00.relay.example }
            connections:
              one-host: \(setting.hostLimit)
              outbound: \(setting.totalLimit)
              messages: \(setting.messagesEach)
            retry: [\(retries)]
            expiry: { urgent: 1m, normal: \(setting.expiry / minute)m, non-urgent: 72h }
            timers:
              banner: \(setting.bannerTimer / second)s
              connect: \(setting.connectTimer / second)s
              command: \(setting.commandTimer / second)s
            workers: { outbound: 256, resolver: 256 }
      internet:

      """
  }

  private static func traffic(_ chance: inout Chance, _ count: Int) -> String {
    // A report has the size of its message.
    let size = "size: { median: 3 KiB, p95: 3 KiB }"
    var text = "mail:\n"
    for domain in 0..<count {
      text += "  m\(domain): { from: HUB, to: d\(domain).example, \(size),"
      text += " volume: \(30 + chance.below(200))/day }\n"
    }
    return text
      + "  f: { from: out.example, to: r.example, \(size), volume: \(10 + chance.below(90))/day }\n"
  }

  /// What nobody can set, seen at messages that are alone: how long it takes to look a host up, to be
  /// greeted, to hand a message over.
  private static let measured: OutboundTwin.Setting = {
    func whole(_ manner: String) -> Int {
      let trace = OutboundScene.Trace(
        """
        title: One message
        run: { duration: 12h }
        hosts: { HUB: { os: NT 4.0 Server SP3 } }
        exchange: { HUB: { version: 5.5 SP4, mailboxes: 1, internet-mail: { domain: firm.example } } }
        internet: { d.example: { hosts: { mx.d.example: { manner: \(manner), latency: 0s } } } }
        mail: { m: { from: HUB, to: d.example, volume: 20/day, size: { median: 3 KiB, p95: 3 KiB } } }
        """
      )
      let first = trace.steps.filter { $0.message == "m/1" }
      let queued = first.first(where: OutboundScene.Trace.isQueued)!
      let end = first.first { $0.what == "is delivered" || OutboundScene.Trace.isFailure($0) }!
      return OutboundScene.Trace.ticks(end.time) - OutboundScene.Trace.ticks(queued.time)
    }
    var setting = OutboundTwin.Setting()
    // Nothing takes less than a tick each way: one exchange with the nearest host takes two.
    let exchange = 2 * nearest
    setting.lookUp = whole("refuses") - exchange
    setting.greeting = whole("busy") - whole("refuses") - exchange
    // EHLO, MAIL, RCPT, DATA and the message itself.
    setting.body = whole("sound") - whole("busy") - 5 * exchange
    setting.greylisting = 15 * minute
    return setting
  }()
}
