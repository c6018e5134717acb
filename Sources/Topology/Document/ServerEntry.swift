import Kernel
import KnowledgeBase
import Plan
import Schema

/// An Exchange server.
struct ServerEntry: Record {
  static let name = "exchange server"
  static let summary = "An Exchange server: its release, its mailboxes, its connectors."

  let version: Written<Installation>
  let hotfixes: Written<[Written<String>]>
  let site: Written<String>
  let mailboxes: Written<Int>
  let disk: Written<String>?
  let cache: Written<Int>
  let transferAgent: Written<TransferAgentEntry>
  let mailConnector: Written<MailConnectorEntry>?
  let internetMail: Written<InternetMailEntry>?

  init(_ keys: inout Keys) {
    version = keys.required(
      "version",
      .version(of: "Exchange"),
      "Its release with service pack, or a build.",
      example: "5.5 SP3"
    )
    hotfixes = keys.value(
      "hotfixes",
      .list(of: .hotfixID),
      default: [],
      "Hotfixes of Exchange, by the articles that carry them.",
      example: "[Q269183]"
    )
    site = keys.value(
      "site",
      .label,
      default: "SITE",
      "Its site. Servers of one site reach each other without a connector."
    )
    mailboxes = keys.value(
      "mailboxes",
      .whole.within(0...1_000_000),
      default: 0,
      "How many mailboxes it has."
    )
    disk = keys.optional(
      "disk",
      .diskLetter,
      "The disk of its queues; without it the host's first."
    )
    cache = keys.value(
      "cache",
      .size.within(0...2 << 30),
      default: 32 << 20,
      source: .assumed,
      "How much memory the Information Store's cache fills in time, which is no leak (Q184699)."
    )
    transferAgent = keys.section(
      "transfer-agent",
      TransferAgentEntry.self,
      "How its message transfer agent is set up, which carries mail to other servers."
    )
    mailConnector = keys.optional(
      "msmail-connector",
      .record(MailConnectorEntry.self),
      "Its Microsoft Mail Connector, which joins it to MS Mail post offices.",
      example: "{ post-office: HQ/SHADOW, instances: { PCMTA-LAN: { serves: [HQ/SALES] } } }"
    )
    internetMail = keys.optional(
      "internet-mail",
      .record(InternetMailEntry.self),
      "Its Internet Mail Service, which joins it to the Internet.",
      example: "{ domain: example.com }"
    )
  }
}

/// How a message transfer agent is set up.
struct TransferAgentEntry: Record {
  static let name = "transfer agent"
  static let summary = "How a message transfer agent is set up."

  let controlBlocks: Written<Int>
  let openInterval: Written<Interval>
  let openRetries: Written<Int>
  let transferRetries: Written<Int>
  let transferInterval: Written<Interval>
  let disconnect: Written<Interval>
  let furtherAssociationAt: Written<Int>
  let expiry: Written<ExpiryEntry>?

  init(_ keys: inout Keys) {
    controlBlocks = keys.value(
      "control-blocks",
      .whole.within(1...1_250),
      default: 20,
      source: .article("Q200259"),
      "Control blocks for associations over TCP/IP; 10 for each X.400 connector and 10 more are enough."
    )
    openInterval = keys.value(
      "open-interval",
      .duration.within(.seconds(1) ... .days(7)),
      default: .seconds(600),
      source: .article("Q157630"),
      "How long it waits before it opens an association again."
    )
    openRetries = keys.value(
      "open-retries",
      .whole.within(0...100_000),
      default: 144,
      source: .article("Q157630"),
      "How often it tries to open one before mail is returned."
    )
    transferRetries = keys.value(
      "transfer-retries",
      .whole.within(0...1_000),
      default: 2,
      source: .article("Q271545"),
      "How often it tries to transfer a message on one association."
    )
    transferInterval = keys.value(
      "transfer-interval",
      .duration.within(.seconds(1) ... .days(1)),
      default: .seconds(120),
      source: .article("Q271545"),
      "How long it waits before it transfers again."
    )
    disconnect = keys.value(
      "disconnect",
      .duration.within(.seconds(1) ... .days(1)),
      default: .seconds(120),
      source: .article("Q200259"),
      "After how long an idle association ends."
    )
    furtherAssociationAt = keys.value(
      "further-association-at",
      .whole.within(1...10_000),
      default: 50,
      source: .article("Q181721"),
      "How many waiting messages open a further association."
    )
    expiry = keys.optional(
      "expiry",
      .record(ExpiryEntry.self),
      "How long messages may take; without it 2, 7 and 10 days (Q178539)."
    )
  }
}

/// How long messages may wait, by priority.
struct ExpiryEntry: Record {
  static let name = "expiry"
  static let summary = "How long messages may wait, by their priority."

  let urgent: Written<Interval>
  let normal: Written<Interval>
  let nonUrgent: Written<Interval>

  init(_ keys: inout Keys) {
    let time = Shape<Interval>.duration.within(.minutes(1) ... .days(45))
    urgent = keys.required("urgent", time, "How long an urgent message may wait.", example: "24h")
    normal = keys.required("normal", time, "How long a normal message may wait.", example: "48h")
    nonUrgent = keys.required(
      "non-urgent",
      time,
      "How long a non-urgent message may wait.",
      example: "72h"
    )
  }
}

/// A connector between servers of different sites.
struct ConnectorEntry: Record {
  static let name = "connector"
  static let summary = "What connects two Exchange servers of different sites."

  let between: Written<[Written<String>]>
  let kind: Written<ConnectorPlan.Kind>
  let cost: Written<Int>
  let latency: Written<Interval>
  let bandwidth: Written<Int>

  init(_ keys: inout Keys) {
    between = keys.required(
      "between",
      .list(of: .hostName),
      "The two servers.",
      example: "[HUB1, HUB2]"
    )
    kind = keys.value(
      "kind",
      .vocabulary(ConnectorPlan.Kind.self),
      default: .site,
      "Whether it is a site connector or an X.400 connector."
    )
    cost = keys.value(
      "cost",
      .whole.within(1...100),
      default: 1,
      "What it costs; the cheapest route is taken."
    )
    latency = keys.value(
      "latency",
      .duration.within(.zero ... .minutes(1)),
      default: .milliseconds(20),
      source: .assumed,
      "How long a packet takes."
    )
    bandwidth = keys.value(
      "bandwidth",
      .bandwidth,
      default: 8_000,
      source: .assumed,
      "How much passes in a second."
    )
  }
}
