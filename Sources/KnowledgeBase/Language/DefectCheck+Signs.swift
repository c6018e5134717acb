import Plan
import Schema

extension DefectCheck {
  /// How the defect shows.
  func signs() -> [Sign] {
    body.signs.value.filter(\.isSound).compactMap { sign($0.value) }
  }

  private func sign(_ text: SignText) -> Sign? {
    var key = ""
    switch text.subject.value {
    case .counter: key = "counter"
    case .service: key = "service"
    case .connections: key = "connections"
    case .event: key = "event"
    case .hang: key = "hang"
    }
    if !["counter", "service"].contains(key) {
      refuse(text.state, "is", beside: key, belongs: "`counter` and `service`")
    }
    if key != "connections" {
      refuse(text.age, "for-longer-than", beside: key, belongs: "`connections`")
    }
    switch text.subject.value {
    case .counter(let path): return counter(path, text)
    case .service(let name): return service(name, text)
    case .event(let event): return .event(source: event.source, id: event.id)
    case .hang(let scope): return .hang(hangScope(scope))
    case .connections:
      guard let age = text.age else {
        return missing("for-longer-than", "How long they stay open is not said.", text)
      }
      return .connections(olderThan: age.value)
    }
  }

  private func counter(_ path: CounterPath, _ text: SignText) -> Sign? {
    guard let state = text.state else {
      return missing("is", "How the counter moves is not said.", text)
    }
    if let object = CounterObject.named(path.object), object.instances == .processes,
      let instance = path.instance, instance != "*"
    {
      let names = Program.all.map { String($0.image.dropLast(4)) }
      familiar(Written(instance, at: text.subject.place), among: names, "program")
    }
    if let trend = state.value.trend { return .counter(path, trend) }
    report(
      .keyOutOfPlace,
      at: state.place,
      "A counter is not stopped.",
      label: "a service can be",
      fixes: Trend.allCases.map(\.rawValue)
    )
    return nil
  }

  private func service(_ name: Written<String>, _ text: SignText) -> Sign? {
    guard let state = text.state else {
      return missing("is", "What becomes of the service is not said.", text)
    }
    familiar(name, among: Program.all.compactMap(\.service), "service")
    if state.value == .stopped { return .serviceStopped(name.value) }
    report(
      .keyOutOfPlace,
      at: state.place,
      "A service is not \(state.value.rawValue).",
      label: "a counter can be",
      fixes: ["stopped"]
    )
    return nil
  }

  private func missing(_ key: String, _ message: String, _ text: SignText) -> Sign? {
    report(.missingKey, at: text.subject.place, message, label: "needs `\(key)`")
    return nil
  }

  /// What frees what the defect took.
  func remedies() -> [Sourced<Remedy>] {
    body.remedies.value.filter(\.isSound).map { item in
      let remedy: Remedy
      switch item.value.subject.value {
      case .stop(let service):
        familiar(service, among: Program.all.compactMap(\.service), "service")
        remedy = .stop(service: service.value)
      case .restart(let image):
        familiar(image, among: Program.all.map(\.image), "program")
        remedy = .restart(image: image.value)
      case .reboot: remedy = .reboot
      case .removeItem: remedy = .removeItem
      }
      return Sourced(remedy, item.value.source.value)
    }
  }

  /// What corrects the defect.
  func fixes(of gate: Gate) -> [Fix] {
    body.fixes.value.filter(\.isSound).compactMap { item in
      let text = item.value
      switch text.subject.value {
      case .release(let name):
        refuse(text.version, "version", beside: "release", belongs: "`file`")
        return .release(product: name.product, release: name.release)
      case .hotfix(let id):
        refuse(text.version, "version", beside: "hotfix", belongs: "`file`")
        return .hotfix(id)
      case .file(let file):
        guard let version = text.version else {
          report(
            .missingKey,
            at: text.subject.place,
            "Which version of `\(file)` corrects it is not said.",
            label: "needs `version`"
          )
          return nil
        }
        reportAffectedFix(file, version, gate)
        return .file(file, version.value)
      }
    }
  }

  private func reportAffectedFix(_ file: String, _ version: Written<FileVersion>, _ gate: Gate) {
    // An alternative with further conditions may be what is left of the defect after the fix.
    let isAffected = gate.alternatives.contains { tests in
      tests.count == 1 && tests[0].fact == .file(file) && tests[0].passes(version.value.packed)
    }
    if isAffected {
      report(
        .fixInsideRange,
        at: version.place,
        "`\(version.value)` of `\(file)` is itself one of the affected versions.",
        label: "still has it"
      )
    }
  }

  /// A counter that shows what is not so.
  func distort(_ counter: CounterPath, _ text: EffectText) -> Mechanism? {
    if text.share == nil, text.plus == nil {
      report(
        .missingKey,
        at: text.action.place,
        "How far the counter is off is not said.",
        label: "needs `share` or `plus`"
      )
      return nil
    }
    let plus = text.plus.map { Sourced($0.value.value.range.lowerBound, $0.value.provenance) }
    return .distort(counter: counter, thousandths: text.share?.value, plus: plus)
  }
}
