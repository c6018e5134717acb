import Plan
import Schema

extension DefectCheck {
  /// What the defect does: of each effect that was read without an error, the checked one.
  func checkedEffects() -> [Effect] {
    var checked: [Effect] = []
    var answer: Written<String>?
    var stop: Place?
    for item in body.effects.value where item.isSound {
      let text = item.value
      let action = text.action
      if let stop {
        report(
          .effectAfterStop,
          at: action.place,
          "This comes after the process has stopped.",
          label: "never happens",
          related: [.init(stop, "stops here")]
        )
      }
      if case .stop = action.value { stop = action.place }
      if case .answer(let word) = action.value {
        if let answer {
          report(
            .contradictingAnswers,
            at: word.place,
            "The decision has an answer already.",
            label: "a second answer",
            related: [.init(answer.place, "the first one")]
          )
        }
        answer = word
      }
      refuseOthers(text)
      if let mechanism = mechanism(of: text) {
        checked.append(Effect(mechanism, survives: text.survives?.value ?? .memory))
      }
    }
    return checked
  }

  /// Reports the keys that belong to other mechanisms.
  private func refuseOthers(_ text: EffectText) {
    let kind = text.action.value.kind
    func check<Value>(_ written: Written<Value>?, _ key: String, _ kinds: MechanismKind...) {
      guard !kinds.contains(kind) else { return }
      let names = Words.list(kinds.map(\.rawValue), "and")
      refuse(written, key, beside: kind.rawValue, belongs: names)
    }
    check(text.amount, "amount", .leak, .withhold, .grow)
    check(text.holder, "holder", .leak, .grow)
    check(text.owner, "owner", .leak)
    check(text.workers, "workers", .block)
    check(text.each, "each", .grow)
    check(text.until, "until", .latch, .strand, .grow)
    check(text.keyed, "for", .leak, .latch)
    check(text.stoppable, "stoppable", .hang)
    check(text.share, "share", .distort)
    check(text.plus, "plus", .distort)
    check(text.survives, "survives", .leak, .withhold, .latch, .poison, .strand, .grow, .distort)
  }

  private func mechanism(of text: EffectText) -> Mechanism? {
    switch text.action.value {
    case .leak(let name): leak(name, text)
    case .withhold(let name): withhold(name, text)
    case .grow(let name): grow(name, text)
    case .stop(let process): .stop(named(process))
    case .hang(let scope):
      .hang(hangScope(scope), isStoppable: text.stoppable?.value != .never)
    case .poison(let process): poison(process, at: text.action.place)
    case .block(let passage): workers(text).map { .block(passage, workers: $0) }
    case .latch(let passage):
      text.until == nil
        ? needUntil(text)
        : .latch(passage, until: text.until!.value, isKeyed: isKeyed(text, "A latch for a key"))
    case .strand(let passage): strand(passage, text)
    case .answer(let word): answer(word)
    case .distort(let counter): distort(counter, text)
    case .log(let event): .log(source: event.source, id: event.id)
    }
  }

  private func leak(_ name: Written<String>, _ text: EffectText) -> Mechanism? {
    guard let resource = resource(name) else { return nil }
    let holder = text.holder.map(named) ?? defaultProcess(at: text.action.place)
    let owner = text.owner.map(named) ?? holder
    guard let amount = amount(of: resource, text.amount, beside: text.action.place) else {
      return nil
    }
    let keyed = isKeyed(text, "A leak for a key")
    return .leak(resource, amount, holder: holder, owner: owner, isKeyed: keyed)
  }

  private func grow(_ name: Written<String>, _ text: EffectText) -> Mechanism? {
    guard let resource = resource(name) else { return nil }
    let holder = text.holder.map(named) ?? defaultProcess(at: text.action.place)
    let amount = amount(of: resource, text.amount, beside: text.action.place)
    if text.each == nil {
      report(
        .missingKey,
        at: text.action.place,
        "In what time it grows by the amount is not said.",
        label: "needs `each`"
      )
    }
    guard let until = text.until else { return needUntil(text) }
    guard let amount, let each = text.each else { return nil }
    return .grow(resource, amount, each: each.value, holder: holder, until: until.value)
  }

  private func withhold(_ name: Written<String>, _ text: EffectText) -> Mechanism? {
    guard let resource = resource(name) else { return nil }
    guard let trigger else { return nil }
    var releases: [ResourceKind] = []
    var event = "Nothing"
    if case .event(let kind) = trigger.cause {
      (releases, event) = (kind.releases, "`\(kind.rawValue)`")
    }
    if case .kind(let kind) = resource, releases.contains(kind) {
      guard let written = text.amount else { return .withhold(resource, nil) }
      return amount(of: resource, written, beside: text.action.place).map {
        .withhold(resource, $0)
      }
    }
    let releasing = EventKind.allCases.filter {
      if case .kind(let kind) = resource { return $0.releases.contains(kind) }
      return false
    }
    report(
      .nothingToWithhold,
      at: name.place,
      event == "Nothing"
        ? "Nothing is given back where this trigger fires."
        : "\(event) gives no `\(name.value)` back.",
      label: "nothing to keep",
      notes: [
        releases.isEmpty
          ? "\(event) gives nothing back"
          : "\(event) gives back \(Words.list(releases.map(\.rawValue), "and"))",
        releasing.isEmpty
          ? "no event gives `\(name.value)` back; what is taken and not freed is a `leak`"
          : "`\(name.value)` is given back by \(Words.list(releasing.map(\.rawValue), "and"))",
      ],
      fixes: releases.map(\.rawValue)
    )
    return nil
  }
}
