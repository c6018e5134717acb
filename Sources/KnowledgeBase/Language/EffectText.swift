import Kernel
import Plan
import Schema

/// One thing that a defect does: `{ leak: handles, holder: services.exe, owner: store.exe }`.
struct EffectText: Record {
  static let name = "effect"
  static let summary = "One thing that a defect does; the key of the mechanism and what it needs."

  /// What it does.
  enum Action: Sendable {
    case leak(Written<String>)
    case withhold(Written<String>)
    case stop(Written<ProcessReference>)
    case hang(Written<ScopeText>)
    case block(Passage)
    case latch(Passage)
    case poison(Written<ProcessReference>)
    case answer(Written<String>)
    case strand(Passage)
    case grow(Written<String>)
    case distort(CounterPath)
    case log(LoggedEventText)
  }

  let action: Written<Action>
  let amount: Written<AmountText>?
  let holder: Written<ProcessReference>?
  let owner: Written<ProcessReference>?
  let workers: Written<AmountText>?
  let each: Written<Sourced<Interval>>?
  let until: Written<Reset>?
  let keyed: Written<EffectReach>?
  let stoppable: Written<Stoppable>?
  let share: Written<Sourced<Int>>?
  let plus: Written<Sourced<Quantity>>?
  let survives: Written<Survival>?

  init(_ keys: inout Keys) {
    action = keys.oneOf(Self.alternatives)
    amount = keys.optional(
      "amount",
      AmountText.shape,
      "How much is taken; of what is withheld all of it where this is not written."
    )
    holder = keys.optional(
      "holder",
      .process,
      "Whose counter rises; the process in which it happens where this is not written."
    )
    owner = keys.optional(
      "owner",
      .process,
      "Whose end frees it; the holder where this is not written."
    )
    workers = keys.optional(
      "workers",
      AmountText.shape,
      "Beside `block`: how many workers are lost."
    )
    each = keys.optional(
      "each",
      SourcedText<DurationContent>.shape,
      "In what time it grows by the amount."
    )
    until = keys.optional("until", .vocabulary, "What undoes it.")
    keyed = keys.optional(
      "for",
      .vocabulary,
      "Whether all are concerned, or the key of the event alone; all where it is not written."
    )
    stoppable = keys.optional(
      "stoppable",
      .vocabulary,
      "Whether the service can still be stopped; it can where this is not written."
    )
    share = keys.optional(
      "share",
      SourcedText<FactorContent>.shape,
      "How much of the truth the counter shows."
    )
    plus = keys.optional(
      "plus",
      SourcedText<SurplusContent>.shape,
      "How much more the counter shows for each time."
    )
    survives = keys.optional("survives", .vocabulary, "What it outlives; memory is the default.")
  }

  private static var alternatives: [Alternative<Action>] {
    [
      Alternative("leak", .resource, MechanismKind.leak.meaning, example: "handles") {
        .leak($0)
      },
      Alternative("withhold", .resource, MechanismKind.withhold.meaning, example: "sockets") {
        .withhold($0)
      },
      Alternative("stop", .process, MechanismKind.stop.meaning) { .stop($0) },
      Alternative("hang", .scope, MechanismKind.hang.meaning) { .hang($0) },
      Alternative("block", .vocabulary, MechanismKind.block.meaning) { .block($0.value) },
      Alternative("latch", .vocabulary, MechanismKind.latch.meaning) { .latch($0.value) },
      Alternative("poison", .process, MechanismKind.poison.meaning) { .poison($0) },
      Alternative("answer", .answer, MechanismKind.answer.meaning) { .answer($0) },
      Alternative("strand", .vocabulary, MechanismKind.strand.meaning) { .strand($0.value) },
      Alternative("grow", .resource, MechanismKind.grow.meaning, example: "disk") {
        .grow($0)
      },
      Alternative("distort", .counter, MechanismKind.distort.meaning) { .distort($0.value) },
      Alternative("log", .record(LoggedEventText.self), MechanismKind.log.meaning) {
        .log($0.value)
      },
    ]
  }
}

extension EffectText.Action {
  /// Its mechanism.
  var kind: MechanismKind {
    switch self {
    case .leak: .leak
    case .withhold: .withhold
    case .stop: .stop
    case .hang: .hang
    case .block: .block
    case .latch: .latch
    case .poison: .poison
    case .answer: .answer
    case .strand: .strand
    case .grow: .grow
    case .distort: .distort
    case .log: .log
    }
  }
}

/// Whom an effect concerns.
enum EffectReach: String, VocabularyWord {
  case all
  case key

  var meaning: String {
    switch self {
    case .all: "Everything that passes."
    case .key: "What has the event's key: the same domain, connector, post office or mailbox."
    }
  }
}

/// Whether a process that hangs can be stopped.
enum Stoppable: String, VocabularyWord {
  case always
  case never

  var meaning: String {
    switch self {
    case .always: "Its service can be stopped and started."
    case .never: "Nothing helps but a restart of the host."
    }
  }
}
