import Kernel
import Plan
import Schema

/// What is expected of the run.
struct ExpectationEntry: Record {
  static let name = "expectation"
  static let summary = "What is expected of the run, in exact words."

  let claim: Written<Claim>
  let trend: Written<Trend>?
  let atLeast: Written<String>?
  let above: Written<String>?
  let below: Written<String>?
  let afterStopOf: Written<String>?
  let state: Written<ServiceState>?
  let isLogged: Written<Bool>?
  let delivered: Written<Share>?
  let within: Written<Interval>?
  let at: Written<Moment>?
  let from: Written<Moment>?
  let until: Written<Moment>?

  /// What it is about.
  enum Claim: Sendable {
    case reproduces(String)
    case absent(String)
    case counter(CounterPath)
    case event(EventEntry)
    case service(String)
    case mail(String)
  }

  init(_ keys: inout Keys) {
    claim = keys.oneOf([
      Alternative(
        "reproduces",
        Shape<String>.defectID,
        "A defect shows: its gate was open, its trigger fired, and all its signs are its own doing.",
        example: "Q260554"
      ) { .reproduces($0.value) },
      Alternative(
        "not",
        Shape<String>.defectID,
        "A defect does not show: nothing triggered it under an open gate.",
        example: "Q214573"
      ) { .absent($0.value) },
      Alternative(
        "counter",
        Shape<CounterPath>.counterPath,
        "A counter: it `is` rising, level or falling, or stays `below`, or gets `above`, or is"
          + " `back-to-baseline-after` a stop.",
        example: "'HUB1\\Process(async)\\Private Bytes'"
      ) { .counter($0.value) },
      Alternative(
        "event",
        Shape<EventEntry>.record(EventEntry.self),
        "An event of the event log is `logged` or not.",
        example: "{ host: HUB1, source: MSExchangeMTA, id: 9156 }"
      ) { .event($0.value) },
      Alternative(
        "service",
        Shape<String>.servicePath,
        "A service is running or stopped, as `state` says.",
        example: "'HUB1\\MSExchangeIMC'"
      ) { .service($0.value) },
      Alternative(
        "mail",
        Shape<String>.label,
        "A share of a flow is `delivered`, perhaps `within` a time. Over a part of the run it is what was"
          + " written in that part; without `within` it arrives before the part ends.",
        example: "sales-out"
      ) { .mail($0.value) },
    ])
    trend = keys.optional(
      "is",
      .vocabulary(Trend.self),
      "How the counter moves.",
      example: "rising"
    )
    atLeast = keys.optional(
      "at-least",
      .line,
      "How much at least: `100/day` of a counter, a number of events.",
      example: "100/day"
    )
    above = keys.optional("above", .quantity, "What the counter gets above.", example: "400")
    below = keys.optional("below", .quantity, "What the counter stays below.", example: "64 MiB")
    afterStopOf = keys.optional(
      "back-to-baseline-after",
      .servicePath,
      "The service after whose stop the counter is back where it began.",
      example: "'HUB1\\MSExchangeIS'"
    )
    state = keys.optional(
      "state",
      .vocabulary(ServiceState.self),
      "What the service does at the end, or `at` a time.",
      example: "stopped"
    )
    isLogged = keys.optional("logged", .flag, "Whether the event is logged.", example: "false")
    delivered = keys.optional("delivered", .share, "What share is delivered.", example: "99%")
    within = keys.optional("within", .duration, "In what time after it was sent.", example: "30m")
    at = keys.optional("at", .moment, "When it is looked at.", example: "2d")
    from = keys.optional("from", .moment, "From when on it is looked at.", example: "1d")
    until = keys.optional("until", .moment, "Until when it is looked at.", example: "3d")
  }
}
