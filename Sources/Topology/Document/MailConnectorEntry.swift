import Kernel
import Plan
import Schema

/// The Microsoft Mail Connector of a server.
struct MailConnectorEntry: Record {
  static let name = "msmail connector"
  static let summary = "A Microsoft Mail Connector: its post office and the instances of its MTA."

  let postOffice: Written<String>
  let transit: Written<MailConnectorPlan.Transit>
  let workers: Written<Int>?
  let enforcesRetryLimits: Written<Bool>
  let instances: Written<[Named<InstanceEntry>]>
  let routes: Written<[Named<RouteText>]>

  init(_ keys: inout Keys) {
    postOffice = keys.required(
      "post-office",
      .postOfficeName,
      "The connector post office, which has no mailboxes.",
      example: "HQ/SHADOW"
    )
    transit = keys.value(
      "transit",
      .vocabulary(MailConnectorPlan.Transit.self),
      default: .interchange,
      source: .assumed,
      "How a message from one post office to another passes."
    )
    workers = keys.optional(
      "workers",
      .whole.within(1...32),
      "Threads for each direction; without it one for each processor (Q151669)."
    )
    enforcesRetryLimits = keys.value(
      "enforce-retry-limits",
      .flag,
      default: false,
      source: .article("Q277831"),
      "Whether the registry tells its MTA to enforce its retry limits."
    )
    instances = keys.value(
      "instances",
      .named(.label, of: .record(InstanceEntry.self)),
      default: [],
      "The instances of its MTA, a service each."
    )
    routes = keys.value(
      "routes",
      .named(.routeTarget, of: .route),
      default: [],
      "How the connector post office reaches others; those that its instances serve are direct."
    )
  }
}

/// An instance of the Connector (PC) MTA.
struct InstanceEntry: Record {
  static let name = "instance"
  static let summary = "An instance of the Connector (PC) MTA, a service of its own."

  let link: Written<MoverPlan.Link>
  let serves: Written<[Written<String>]>
  let poll: Written<Interval>
  let update: Written<Interval>
  let retries: Written<Int>
  let inQueueLimit: Written<Int>
  let mailbagLimit: Written<Int>
  let postOfficeLimit: Written<Int>
  let diskFull: Written<Int>

  init(_ keys: inout Keys) {
    link = keys.value(
      "link",
      .vocabulary(MoverPlan.Link.self),
      default: .lan,
      "What connects it to its post offices; the program follows: async.exe or x25eicon.exe."
    )
    serves = keys.required(
      "serves",
      .list(of: .postOfficePattern, atLeast: 1),
      "The post offices it serves; # stands for each of a group.",
      example: "[HQ/SALES, HQ/PLANT]"
    )
    poll = keys.value(
      "poll",
      .duration.within(.seconds(10) ... .days(1)),
      default: .minutes(5),
      source: .documented,
      "How often it looks for mail."
    )
    update = keys.value(
      "update",
      .duration.within(.minutes(1) ... .days(7)),
      default: .minutes(60),
      source: .documented,
      "How often it reads its configuration again."
    )
    retries = keys.value(
      "retries",
      .whole.within(0...1_000),
      default: 3,
      source: .documented,
      "How often it tries before it returns a message."
    )
    let limit = Shape<Int>.whole.within(1...200)
    inQueueLimit = keys.value(
      "in-queue-limit",
      limit,
      default: 50,
      source: .article("Q169319"),
      "How many messages it takes from INQUEUE3 at a time."
    )
    mailbagLimit = keys.value(
      "mailbag-limit",
      limit,
      default: 50,
      source: .article("Q169319"),
      "How many messages it takes from one mailbag at a time."
    )
    postOfficeLimit = keys.value(
      "post-office-limit",
      limit,
      default: 50,
      source: .article("Q169319"),
      "How many messages it takes for one post office at a time."
    )
    diskFull = keys.value(
      "disk-full",
      .size,
      default: 100 << 10,
      source: .documented,
      "Below what free space it closes a post office."
    )
  }
}
