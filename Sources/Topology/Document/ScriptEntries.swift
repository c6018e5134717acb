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
      "How often they act, whatever happens.",
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
