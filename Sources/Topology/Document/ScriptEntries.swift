import Kernel
import Plan
import Schema

/// A change that is made during the run.
struct ChangeEntry: Record {
  static let name = "change"
  static let summary = "A change that is made during the run, at a time or on a condition."

  let at: Written<Moment>?
  let when: Written<ConditionEntry>?
  let host: Written<String>?
  let does: Written<[Written<StepEntry>]>

  init(_ keys: inout Keys) {
    at = keys.optional(
      "at",
      .moment,
      "When: a time since the start, or a date.",
      example: "30h"
    )
    when = keys.optional("when", .record(ConditionEntry.self), "On what condition, the first time.")
    host = keys.optional("host", .hostName, "The host, where no step names one.", example: "HUB1")
    does = keys.required(
      "does",
      .list(of: .record(StepEntry.self), atLeast: 1),
      "What is done, in order.",
      example: "[ { install: 5.5 SP4 } ]"
    )
  }
}

/// What operators do.
struct OperatorEntry: Record {
  static let name = "operator"
  static let summary = "What operators do regularly, or some time after something went wrong."

  let every: Written<Interval>?
  let first: Written<Moment>?
  let when: Written<ConditionEntry>?
  let noticesAfter: Written<Interval>
  let hours: Written<String>
  let host: Written<String>?
  let does: Written<[Written<StepEntry>]>

  init(_ keys: inout Keys) {
    every = keys.optional(
      "every",
      .duration.within(.minutes(1) ... .days(366)),
      "How often.",
      example: "7d"
    )
    first = keys.optional("first", .moment, "The first time; without it after one period.")
    when = keys.optional("when", .record(ConditionEntry.self), "On what condition, each time.")
    noticesAfter = keys.value(
      "notices-after",
      .duration.within(.zero ... .days(31)),
      default: .minutes(30),
      source: .assumed,
      "How long it takes until somebody notices."
    )
    hours = keys.value("hours", .label, default: "always", "When somebody is there.")
    host = keys.optional("host", .hostName, "The host, where no step names one.", example: "HUB1")
    does = keys.required(
      "does",
      .list(of: .record(StepEntry.self), atLeast: 1),
      "What is done, in order.",
      example: "[ { restart: MSExchangeIMC } ]"
    )
  }
}

/// What is waited for.
struct ConditionEntry: Record {
  static let name = "condition"
  static let summary = "What is waited for."

  let what: Written<Wait>
  let above: Written<String>?
  let below: Written<String>?
  let lasting: Written<Interval>

  /// What is looked at.
  enum Wait: Sendable {
    case counter(CounterPath)
    case stopped(String)
    case event(EventEntry)
  }

  init(_ keys: inout Keys) {
    what = keys.oneOf([
      Alternative(
        "counter",
        Shape<CounterPath>.counterPath,
        "A counter is `above` or `below` a value.",
        example: "'HUB1\\Process(store)\\Handle Count'"
      ) { .counter($0.value) },
      Alternative(
        "stopped",
        Shape<String>.serviceName,
        "A service of the host does not run.",
        example: "MSExchangeIMC"
      ) { .stopped($0.value) },
      Alternative(
        "event",
        Shape<EventEntry>.record(EventEntry.self),
        "An event stands in the event log.",
        example: "{ source: MSExchangeMTA, id: 9156 }"
      ) { .event($0.value) },
    ])
    above = keys.optional("above", .quantity, "Above what value, as a number or a size.")
    below = keys.optional("below", .quantity, "Below what value, as a number or a size.")
    lasting = keys.value(
      "lasting",
      .duration,
      default: .zero,
      "How long it must have been so."
    )
  }
}

/// An event of the event log.
struct EventEntry: Record {
  static let name = "event"
  static let summary = "An event of the event log."

  let host: Written<String>?
  let source: Written<String>
  let id: Written<Int>

  init(_ keys: inout Keys) {
    host = keys.optional("host", .hostName, "The host; needed where there are several.")
    source = keys.required("source", .label, "Its source.", example: "MSExchangeMTA")
    id = keys.required("id", .whole.within(0...65_535), "Its id.", example: "9156")
  }
}

/// One thing that is done.
struct StepEntry: Record {
  static let name = "step"
  static let summary = "One thing that is done."

  let action: Written<Action>
  let host: Written<String>?
  let routes: Written<[Named<RouteText>]>?

  /// What is done.
  enum Action: Sendable {
    case install(String)
    case start(String)
    case stop(String)
    case restart(String)
    case reboot(String)
    case route(String)
    case removeItems(String)
  }

  init(_ keys: inout Keys) {
    action = keys.oneOf([
      Alternative(
        "install",
        Shape<String>.line,
        "A service pack or a hotfix: `5.5 SP4`, `NT 4.0 SP4`, `Q269183`.",
        example: "5.5 SP4"
      ) { .install($0.value) },
      Alternative(
        "start",
        Shape<String>.serviceName,
        "Starts a service.",
        example: "MSExchangeIMC"
      ) { .start($0.value) },
      Alternative(
        "stop",
        Shape<String>.serviceName,
        "Stops a service and those that depend on it.",
        example: "MSExchangeIS"
      ) { .stop($0.value) },
      Alternative(
        "restart",
        Shape<String>.serviceName,
        "Stops a service and starts it again, with those that depend on it.",
        example: "MSExchangeIMC"
      ) { .restart($0.value) },
      Alternative(
        "reboot",
        Shape<String>.hostName,
        "Starts a host again.",
        example: "HUB1"
      ) { .reboot($0.value) },
      Alternative(
        "route",
        Shape<String>.postOfficeName,
        "Gives a post office other `routes`.",
        example: "HQ/SALES"
      ) { .route($0.value) },
      Alternative(
        "remove-items",
        Shape<String>.serviceName,
        "Removes what stops a service at each start.",
        example: "MSExchangeIMC"
      ) { .removeItems($0.value) },
    ])
    host = keys.optional("host", .hostName, "The host it is done on.", example: "HUB1")
    routes = keys.optional(
      "routes",
      .named(.routeTarget, of: .route),
      "The new routes.",
      example: "{ HQ/PLANT: direct, others: via HQ/SHADOW }"
    )
  }
}

/// Something that fails.
struct FaultEntry: Record {
  static let name = "fault"
  static let summary = "Something that fails, from a time on, for a while or until the end."

  let target: Written<Target>
  let manner: Written<MailHostManner>?
  let free: Written<Int>?
  let from: Written<Moment>
  let lasting: Written<Interval>?
  let share: Written<Share>

  /// What fails.
  enum Target: Sendable {
    case mailHost(String)
    case postOffice(String)
    case connector(String)
    case disk(String)
    case service(String)
    case host(String)
  }

  init(_ keys: inout Keys) {
    target = keys.oneOf([
      Alternative(
        "mail-host",
        Shape<String>.domainName,
        "A mail host of the Internet takes another `manner`.",
        example: "mx1.example.net"
      ) { .mailHost($0.value) },
      Alternative(
        "post-office",
        Shape<String>.postOfficeName,
        "A post office's share cannot be opened.",
        example: "HQ/SALES"
      ) { .postOffice($0.value) },
      Alternative(
        "connector",
        Shape<String>.label,
        "A connector passes nothing.",
        example: "HUB1-HUB2"
      ) { .connector($0.value) },
      Alternative(
        "disk",
        Shape<String>.diskPath,
        "A disk has only so much `free` any more.",
        example: "'HUB1\\C'"
      ) { .disk($0.value) },
      Alternative(
        "service",
        Shape<String>.servicePath,
        "A service ends unexpectedly.",
        example: "'HUB1\\MSExchangeIMC'"
      ) { .service($0.value) },
      Alternative(
        "host",
        Shape<String>.hostName,
        "A host is off.",
        example: "HUB1"
      ) { .host($0.value) },
    ])
    manner = keys.optional(
      "manner",
      .vocabulary(MailHostManner.self),
      "How the mail host then behaves.",
      example: "silent"
    )
    free = keys.optional("free", .size, "What the disk then has left.", example: "2 MiB")
    from = keys.value(
      "from",
      .moment,
      default: .afterStart(.zero),
      "From when; without it from the start."
    )
    lasting = keys.optional(
      "for",
      .duration.within(.seconds(1) ... .days(3_660)),
      "For how long; without it until the end.",
      example: "6h"
    )
    share = keys.value(
      "share",
      .share,
      default: Share(billionths: 1_000_000_000),
      "Of what share of its uses; for mail hosts and post offices."
    )
  }
}
