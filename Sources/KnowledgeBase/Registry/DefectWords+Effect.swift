import Plan

extension DefectWords {
  /// What a defect does, with its amounts and where they come from.
  static func effect(_ effect: Effect, of trigger: Trigger) -> String {
    let text = mechanism(effect.mechanism, of: trigger)
    return effect.survives == .memory ? text : "\(text); a restart does not help, as it is on disk"
  }

  private static func mechanism(_ mechanism: Mechanism, of trigger: Trigger) -> String {
    switch mechanism {
    case .leak(let resource, let amount, let holder, let owner, let isKeyed):
      let whose =
        holder == owner
        ? "counted with \(process(holder)), freed when that ends"
        : "counted with \(process(holder)), freed when \(process(owner)) ends"
      return "leak of \(name(resource)): \(taken(amount, resource)), never given back; \(whose)"
        + (isKeyed ? ", for each key apart" : "")
    case .withhold(let resource, let amount):
      let what = amount.map { taken($0, resource) } ?? "all of it"
      return "withhold of \(name(resource)): \(what) should be given back, and stays taken"
    case .stop(let process): return "stop: \(self.process(process)) ends unexpectedly"
    case .hang(let subject, let isStoppable):
      return "hang: \(of(subject)) runs on and does nothing"
        + (isStoppable ? "" : ", and cannot be stopped")
    case .block(let passage, let workers):
      return "block: takes \(number(workers.range)) of the workers of \(passage.rawValue) away"
        + " (\(clause(passage.meaning)))\(source(workers.provenance))"
    case .latch(let passage, let until, let isKeyed):
      return "latch: closes \(passage.rawValue) (\(clause(passage.meaning)))"
        + (isKeyed ? " for the key that it concerns" : "") + undone(until)
    case .poison(let process):
      return "poison: leaves an item behind with which \(self.process(process)) stops at each start"
    case .answer(let index):
      guard case .decision(let decision) = trigger.cause else { return "answer" }
      return "answer: \(decision.answers[index]), where a sound process answers"
        + " \(decision.answers[0])"
    case .strand(let passage, let until):
      return "strand: the item waits in \(passage.rawValue) (\(clause(passage.meaning)))"
        + undone(until)
    case .grow(let resource, let amount, let each, let holder, let until):
      return "growth of \(name(resource)): \(taken(amount, resource)) in each"
        + " \(duration(each.value))\(source(each.provenance)); counted with \(process(holder))"
        + undone(until)
    case .distort(let counter, let share, let plus):
      var parts: [String] = []
      if let share {
        parts.append("\(Percent.text(share.value)) of the truth\(source(share.provenance))")
      }
      if let plus { parts.append("\(plus.value) more for each time\(source(plus.provenance))") }
      return "distort: \(counter) shows \(Words.plain(parts, "and"))"
    case .log(let source, let id): return "log: event \(id) of \(source)"
    }
  }

  /// An amount with what it is taken for and where it comes from.
  private static func taken(_ amount: Amount, _ resource: ResourceReference) -> String {
    let each =
      switch amount.measure {
      case .once: " each time"
      case .perKilobyte: " for each kilobyte of the message"
      case .perRecipient: " for each recipient of the message"
      }
    return self.amount(amount.range, resource) + each + source(amount.provenance)
  }

  private static func number(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
  }

  private static func undone(_ reset: Reset) -> String {
    reset == .never ? ", for ever" : ", until: \(clause(reset.meaning))"
  }
}
