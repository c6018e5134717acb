import Plan
import Schema

extension DefectCheck {
  /// A process that is named; reports what is probably misspelt.
  func named(_ process: Written<ProcessReference>) -> ProcessReference {
    familiar(process)
    if process.value == .process { return defaultProcess(at: process.place) }
    return process.value
  }

  /// A process that hangs, or the host.
  func hangScope(_ scope: Written<ScopeText>) -> ProcessOrHost {
    guard case .process(let process) = scope.value else { return .host }
    return .process(named(scope.map { _ in process }))
  }

  /// The process in which it happens; reports where nothing happens in any.
  func defaultProcess(at place: Place) -> ProcessReference {
    guard let trigger, !hasProcess(trigger) else { return .process }
    report(
      .processMissing,
      at: place,
      "In which process this happens is not said.",
      label: "name the process",
      notes: ["the trigger happens in none, and `affects` names no program"]
    )
    return .process
  }

  private func hasProcess(_ trigger: Trigger) -> Bool {
    switch trigger.cause {
    case .event, .decision: return true
    case .level(_, of: .process(let process), above: _) where process != .process: return true
    case .level, .uptime, .every:
      let conditions =
        body.affects.value.map(\.value.condition) + body.needs.value.map(\.value)
      return conditions.contains { condition in
        if case .component(let file) = condition.subject.value {
          return file.value.hasSuffix(".exe")
        }
        return false
      }
    }
  }

  /// An amount in the units of the resource; reports a missing one.
  func amount(
    of resource: ResourceReference,
    _ written: Written<AmountText>?,
    beside place: Place
  ) -> Amount? {
    guard let written else {
      report(
        .missingKey,
        at: place,
        "How much is taken is not said.",
        label: "needs `amount`",
        notes: ["write for example `amount: { value: 1, source: assumed }`"]
      )
      return nil
    }
    let text = written.value
    let place = text.quantity.isDefault ? written.place : text.quantity.place
    reportMeasure(text.measure)
    guard
      isInUnits(of: resource, text.quantity.value, at: place.range.isEmpty ? written.place : place)
    else { return nil }
    return text.amount
  }

  private func reportMeasure(_ measure: Written<Amount.Measure>) {
    let needed: AttributeKind
    switch measure.value {
    case .once: return
    case .perKilobyte: needed = .size
    case .perRecipient: needed = .recipients
    }
    guard let trigger, !attributes(of: trigger).contains(needed) else { return }
    report(
      .measureMissing,
      at: measure.place,
      "`\(measure.value.rawValue)` needs an event that has `\(needed.rawValue)`.",
      label: "not known here"
    )
  }

  private func attributes(of trigger: Trigger) -> [AttributeKind] {
    switch trigger.cause {
    case .event(let kind): kind.attributes
    case .decision(let kind): kind.attributes
    case .level, .uptime, .every: []
    }
  }

  /// Workers that are lost; reports where their number is missing.
  func workers(_ text: EffectText) -> Amount? {
    guard let written = text.workers else {
      report(
        .missingKey,
        at: text.action.place,
        "How many workers are lost is not said.",
        label: "needs `workers`"
      )
      return nil
    }
    if written.value.quantity.value.isBytes {
      report(.wrongUnit, at: written.place, "Workers are counted in pieces.", label: "a size")
    }
    reportMeasure(written.value.measure)
    return written.value.amount
  }

  /// Whether an effect concerns the event's key alone.
  func isKeyed(_ text: EffectText, _ what: String) -> Bool {
    guard let keyed = text.keyed, keyed.value == .key else { return false }
    needKey(at: keyed.place, what)
    return true
  }

  /// Reports that what undoes an effect is not said.
  func needUntil(_ text: EffectText) -> Mechanism? {
    report(
      .missingKey,
      at: text.action.place,
      "What undoes this is not said.",
      label: "needs `until`",
      notes: ["write `until:` and \(Words.list(Reset.allCases.map(\.rawValue), "or"))"]
    )
    return nil
  }

  /// An item that stays behind.
  func strand(_ passage: Passage, _ text: EffectText) -> Mechanism? {
    needItem(at: text.action.place, "stranded")
    return text.until.map { .strand(passage, until: $0.value) } ?? needUntil(text)
  }

  /// An item that each start meets again.
  func poison(_ process: Written<ProcessReference>, at place: Place) -> Mechanism? {
    needItem(at: place, "poisonous")
    return .poison(named(process))
  }

  private func needItem(at place: Place, _ what: String) {
    guard let trigger else { return }
    let carrying: Set<AttributeKind> = [.size, .priority, .trait]
    if attributes(of: trigger).contains(where: carrying.contains) { return }
    report(
      .itemMissing,
      at: place,
      "Nothing is there that could be \(what).",
      label: "needs an event about an item",
      notes: ["of items it can be asked how large they are, how urgent, or for a trait"]
    )
  }

  /// An answer to the decision that triggers.
  func answer(_ word: Written<String>) -> Mechanism? {
    guard let trigger else { return nil }
    guard case .decision(let decision) = trigger.cause else {
      let decisions = DecisionKind.allCases.filter { $0.answers.contains(word.value) }
      report(
        .answerWithoutDecision,
        at: word.place,
        "Nothing is decided where this trigger fires.",
        label: "an answer to no question",
        notes: [
          "`\(word.value)` answers \(Words.list(decisions.map(\.rawValue), "or")); write"
            + " `trigger: { decision: … }`"
        ]
      )
      return nil
    }
    let unsound = Array(decision.answers.dropFirst())
    guard let place = decision.answers.firstIndex(of: word.value) else {
      report(
        .unknownAnswer,
        at: word.place,
        "`\(word.value)` is no answer to `\(decision.rawValue)`.",
        label: "another decision's",
        notes: [decision.meaning],
        fixes: unsound
      )
      return nil
    }
    if place == 0 {
      report(
        .soundAnswer,
        at: word.place,
        "`\(word.value)` is what a sound process decides.",
        label: "no defect",
        notes: [decision.meaning],
        fixes: unsound
      )
    }
    return .answer(place)
  }
}
