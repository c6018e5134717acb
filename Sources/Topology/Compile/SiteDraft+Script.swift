import Kernel
import KnowledgeBase
import Plan
import Schema

extension SiteDraft {
  /// Adds what is changed during the run, what operators do, and what fails.
  mutating func addScript() {
    for change in document.changes.value {
      let entry = change.value
      let when: ScriptedAction.Occasion?
      switch (entry.at, entry.when) {
      case (let at?, nil): when = .at(instant(at))
      case (nil, let condition?):
        when = self.condition(condition, host: entry.host).map {
          .condition($0, lasting: condition.value.lasting.value, after: .zero, hours: nil)
        }
      default:
        report(
          TopologyRule.conflictingKeys,
          at: change.name.place,
          entry.at == nil
            ? "Nothing says when `\(change.name.value)` is done."
            : "Both `at` and `when` are given.",
          label: "needs `at` or `when`"
        )
        when = nil
      }
      add(change.name.value, when, entry.does, host: entry.host, origin: .change)
    }
    for operation in document.operators.value {
      let entry = operation.value
      let when: ScriptedAction.Occasion?
      switch (entry.every, entry.when) {
      case (let every?, nil):
        when = .every(every.value, from: entry.first.map { instant($0) } ?? .start + every.value)
      case (nil, let condition?):
        when = self.condition(condition, host: entry.host).map {
          .condition(
            $0,
            lasting: condition.value.lasting.value,
            after: entry.noticesAfter.value,
            hours: hours(entry.hours)
          )
        }
      default:
        report(
          TopologyRule.conflictingKeys,
          at: operation.name.place,
          entry.every == nil
            ? "Nothing says when `\(operation.name.value)` acts."
            : "Both `every` and `when` are given.",
          label: "needs `every` or `when`"
        )
        when = nil
      }
      add(operation.name.value, when, entry.does, host: entry.host, origin: .operation)
    }
    for fault in document.faults.value { addFault(fault) }
  }

  private mutating func add(
    _ name: String,
    _ when: ScriptedAction.Occasion?,
    _ steps: Written<[Written<StepEntry>]>,
    host: Written<String>?,
    origin: ScriptedAction.Origin
  ) {
    let compiled = steps.value.compactMap { step($0.value, host: host) }
    guard let when, !compiled.isEmpty else { return }
    script.append(ScriptedAction(name: name, when: when, steps: compiled, origin: origin))
  }

  /// A moment of the run; reports one that lies after its end.
  func instant(_ moment: Written<Moment>) -> Instant {
    let offset: Interval
    switch moment.value {
    case .afterStart(let interval): offset = interval
    case .at(let date, let time):
      let days = date.days(since: document.run.value.start.value)
      if days < 0 {
        report(
          TopologyRule.afterTheEnd,
          at: moment.place,
          "This is before the run begins.",
          related: document.run.value.start.isDefault
            ? [] : [.init(document.run.value.start.place, "the first day")],
          notes: [
            "the run begins on \(Shape<CivilDate>.date.text(of: document.run.value.start.value))"
          ]
        )
        return .start
      }
      offset = .days(UInt64(days)) + .minutes(UInt64(time.minutes))
    }
    if document.run.value.duration.isSound, offset > document.run.value.duration.value {
      report(
        TopologyRule.afterTheEnd,
        at: moment.place,
        "The run is over before this.",
        related: [.init(document.run.value.duration.place, "so long is the run")]
      )
    }
    return .start + offset
  }

  private func condition(
    _ entry: Written<ConditionEntry>,
    host: Written<String>?
  ) -> ScriptedAction.Condition? {
    let value = entry.value
    if case .counter(let path) = value.what.value {
      checkCounter(Written(path, at: value.what.place))
      switch (value.above, value.below) {
      case (let above?, nil): return quantityValue(above.value).map { .above(path, $0) }
      case (nil, let below?): return quantityValue(below.value).map { .below(path, $0) }
      default:
        report(
          TopologyRule.conflictingKeys,
          at: value.what.place,
          "A counter is waited for `above` a value or `below` one.",
          label: "needs one of them"
        )
        return nil
      }
    }
    if let stray = value.above ?? value.below {
      report(
        TopologyRule.conflictingKeys,
        at: stray.place,
        "Only a counter is above or below a value."
      )
    }
    switch value.what.value {
    case .counter: return nil
    case .stopped(let name):
      guard let host = stepHost(nil, host, at: value.what.place) else { return nil }
      return service(Written(name, at: value.what.place), on: host).map { .stopped($0) }
    case .event(let event):
      guard let host = stepHost(event.host, host, at: value.what.place) else { return nil }
      return .logged(host, source: event.source.value, id: event.id.value)
    }
  }

  /// The host that a step names, or that of the whole change.
  func stepHost(_ own: Written<String>?, _ host: Written<String>?, at place: Place) -> HostID? {
    if let name = own ?? host { return hostNames.one(name, reading) }
    if hosts.count == 1 { return HostID(0) }
    report(
      TopologyRule.conflictingKeys,
      at: place,
      "Nothing says on which host.",
      label: "needs `host`",
      notes: hosts.isEmpty
        ? [] : ["there is \(hosts.prefix(8).map(\.name.value).joined(separator: ", "))"]
    )
    return nil
  }

  private mutating func step(_ entry: StepEntry, host: Written<String>?) -> ScriptedAction.Step? {
    let place = entry.action.place
    func process(_ name: String) -> ProcessID? {
      stepHost(entry.host, host, at: place).flatMap { service(Written(name, at: place), on: $0) }
    }
    if let routes = entry.routes, !entry.action.value.isRoute {
      report(
        TopologyRule.conflictingKeys,
        at: routes.place,
        "`routes` stand beside `route` alone."
      )
    }
    switch entry.action.value {
    case .install(let what):
      guard let host = stepHost(entry.host, host, at: place) else { return nil }
      return installStep(Written(what, at: place), on: host)
    case .start(let name): return process(name).map { .start($0) }
    case .stop(let name): return process(name).map { .stop($0) }
    case .restart(let name): return process(name).map { .restart($0) }
    case .removeItems(let name): return process(name).map { .removeItems($0) }
    case .reboot(let name):
      return hostNames.one(Written(name, at: place), reading).map { .reboot($0) }
    case .route(let name):
      let written = Written(name, at: place)
      guard let office = postOfficeNames.one(written, reading) else { return nil }
      guard let routes = entry.routes else {
        report(
          TopologyRule.conflictingKeys,
          at: place,
          "The new `routes` are missing.",
          label: "needs `routes`"
        )
        return nil
      }
      let plan = compileRoutes(
        routes.value,
        of: office.index..<office.index + 1,
        name: written,
        served: []
      )
      return .route(office, plan)
    }
  }

  /// The process that a host and a service name.
  func processPath(_ path: String, at place: Place) -> ProcessID? {
    let parts = path.split(separator: "\\").map(String.init)
    guard parts.count == 2 else { return nil }
    return hostNames.one(Written(parts[0], at: place), reading).flatMap {
      service(Written(parts[1], at: place), on: $0)
    }
  }
}

extension StepEntry.Action {
  fileprivate var isRoute: Bool { if case .route = self { true } else { false } }
}
