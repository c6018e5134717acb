import Kernel
import Plan
import Schema

/// The Internet Mail Service of a server.
struct InternetMailEntry: Record {
  static let name = "internet mail service"
  static let summary =
    "An Internet Mail Service: where it delivers, what it reroutes, how long it waits."

  let domain: Written<String>
  let hostName: Written<String>?
  let deliver: Written<String>
  let mode: Written<InternetMailPlan.Mode>
  let reroute: Written<[Named<String>]>?
  let connections: Written<ConnectionsEntry>
  let retry: Written<[Written<Interval>]>
  let expiry: Written<ExpiryEntry>?
  let timers: Written<TimersEntry>
  let ehlo: Written<Bool>
  let etrn: Written<Bool>
  let inboundLimit: Written<Int>
  let outboundLimit: Written<Int>
  let workers: Written<WorkersEntry>
  let lowDisk: Written<Int>
  let logging: Written<LoggingLevel>

  init(_ keys: inout Keys) {
    domain = keys.required("domain", .domainName, "The site's own domain.", example: "example.com")
    hostName = keys.optional(
      "host-name",
      .domainName,
      "The name it calls itself; without it the host's within the domain."
    )
    deliver = keys.value(
      "deliver",
      .line,
      default: "by-domain",
      "`by-domain`, or the mail host or Exchange server that all mail goes to.",
      example: "HUB2"
    )
    mode = keys.value(
      "mode",
      .vocabulary(InternetMailPlan.Mode.self),
      default: .inboundAndOutbound,
      "What it does."
    )
    reroute = keys.optional(
      "reroute",
      .named(.reroutedDomain, of: .line),
      "Where mail for other domains goes that comes in: a server, a mail host, or `inbound`. A domain"
        + " with # before it does not mean its subdomains (from 5.0 SP2 on). Without the key, or with an"
        + " empty table, nothing is rerouted.",
      example: "{ example.net: HUB2 }"
    )
    connections = keys.section(
      "connections",
      ConnectionsEntry.self,
      "How many connections there may be."
    )
    let start = keys.place
    retry = keys.value(
      "retry",
      .list(of: .duration.within(.minutes(1) ... .hours(100)), atLeast: 1),
      default: [.minutes(15), .minutes(30), .hours(1), .hours(4)].map { Written($0, at: start) },
      source: .article("Q146669"),
      "After what times it tries again; the last one repeats until the message expires."
    )
    expiry = keys.optional(
      "expiry",
      .record(ExpiryEntry.self),
      "How long messages may wait; without it 24, 48 (Q184051) and 72 hours."
    )
    timers = keys.section("timers", TimersEntry.self, "How long it waits for the other side.")
    ehlo = keys.value("ehlo", .flag, default: true, "Whether it opens its sessions with EHLO.")
    etrn = keys.value(
      "etrn",
      .flag,
      default: false,
      "Whether its outbound mail waits to be fetched with ETRN."
    )
    inboundLimit = keys.value(
      "inbound-limit",
      .size,
      default: 0,
      "The largest message it takes; 0 B means any."
    )
    outboundLimit = keys.value(
      "outbound-limit",
      .size,
      default: 0,
      "The largest message it sends; 0 B means any."
    )
    workers = keys.section("workers", WorkersEntry.self, "How many threads it has.")
    lowDisk = keys.value(
      "low-disk",
      .size,
      default: 10 << 20,
      source: .article("Q189587"),
      "Below what free space it takes nothing in."
    )
    logging = keys.value(
      "logging",
      .vocabulary(LoggingLevel.self),
      default: .none,
      "How much of its sessions it writes to its log."
    )
  }
}

/// How many connections an Internet Mail Service may have.
struct ConnectionsEntry: Record {
  static let name = "connections"
  static let summary = "How many connections an Internet Mail Service may have."

  let outbound: Written<Int>
  let oneHost: Written<Int>
  let inbound: Written<Int>
  let messages: Written<Int>

  init(_ keys: inout Keys) {
    let number = Shape<Int>.whole.within(1...1_000)
    outbound = keys.value(
      "outbound",
      number,
      default: 20,
      source: .documented,
      "Connections that it makes, to all hosts together."
    )
    oneHost = keys.value(
      "one-host",
      number,
      default: 10,
      source: .documented,
      "Connections that it makes to one host."
    )
    inbound = keys.value(
      "inbound",
      number,
      default: 30,
      source: .article("Q156063"),
      "Connections that it takes from others."
    )
    messages = keys.value(
      "messages",
      number,
      default: 50,
      source: .documented,
      "Messages that it sends on one connection."
    )
  }
}

/// How long an Internet Mail Service waits for the other side.
struct TimersEntry: Record {
  static let name = "timers"
  static let summary = "How long an Internet Mail Service waits for the other side."

  let connect: Written<Interval>
  let banner: Written<Interval>
  let command: Written<Interval>
  let dataStart: Written<Interval>
  let dataBlock: Written<Interval>
  let dataEnd: Written<Interval>

  init(_ keys: inout Keys) {
    let time = Shape<Interval>.duration.within(.seconds(1) ... .hours(4))
    connect = keys.value(
      "connect",
      time,
      default: .seconds(45),
      source: .assumed,
      "How long it waits for a connection to be made."
    )
    banner = keys.value(
      "banner",
      time,
      default: .minutes(5),
      source: .article("Q175982"),
      "How long it waits for the banner, the greeting of the host that it reached."
    )
    command = keys.value(
      "command",
      time,
      default: .minutes(5),
      source: .documented,
      "How long it waits for the answer to a command."
    )
    dataStart = keys.value(
      "data-start",
      time,
      default: .minutes(2),
      source: .documented,
      "How long it waits for the answer to DATA."
    )
    dataBlock = keys.value(
      "data-block",
      time,
      default: .minutes(3),
      source: .documented,
      "How long it waits for a block of the message to be taken."
    )
    dataEnd = keys.value(
      "data-end",
      time,
      default: .minutes(10),
      source: .documented,
      "How long it waits for the answer to the end of the message."
    )
  }
}

/// How many threads an Internet Mail Service has.
struct WorkersEntry: Record {
  static let name = "workers"
  static let summary = "How many threads an Internet Mail Service has."

  let outbound: Written<Int>
  let inbound: Written<Int>
  let resolver: Written<Int>

  init(_ keys: inout Keys) {
    let number = Shape<Int>.whole.within(1...256)
    outbound = keys.value("outbound", number, default: 10, source: .assumed, "Threads that send.")
    inbound = keys.value(
      "inbound",
      number,
      default: 10,
      source: .assumed,
      "Threads that receive and convert."
    )
    resolver = keys.value(
      "resolver",
      number,
      default: 4,
      source: .assumed,
      "Threads that look up mail hosts by their domains."
    )
  }
}
