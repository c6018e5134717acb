import Kernel
import Plan
import Schema

extension DefectCheck {
  /// What sets the defect off; nil where something is wrong with it.
  func trigger(of text: TriggerText) -> Trigger? {
    let before = reading.errorCount
    let cause = cause(of: text)
    let when = tests(of: text)
    guard reading.errorCount == before, let cause else { return nil }
    return Trigger(
      cause: cause,
      when: when,
      probability: text.likelihood.map {
        Sourced($0.value.value.fraction, $0.value.provenance)
      },
      count: text.times?.value
    )
  }

  private func cause(of text: TriggerText) -> Trigger.Cause? {
    let (key, cause): (String, Trigger.Cause?) =
      switch text.cause.value {
      case .event(let kind): ("event", .event(kind))
      case .decision(let kind): ("decision", .decision(kind))
      case .every(let interval): ("every", .every(interval))
      case .uptime(let interval): ("uptime", uptime(interval, text))
      case .level(let name): ("level", level(name, text))
      }
    if key != "level" { refuse(text.above, "above", beside: key, belongs: "`level`") }
    if !["level", "uptime"].contains(key) {
      refuse(text.scope, "of", beside: key, belongs: "`level` and `uptime`")
    }
    return cause
  }

  private func uptime(_ interval: Sourced<Interval>, _ text: TriggerText) -> Trigger.Cause? {
    switch text.scope?.value {
    case .process(.process): return .uptime(interval, of: .process)
    case .host: return .uptime(interval, of: .host)
    case .process, nil:
      report(
        text.scope == nil ? .missingKey : .levelScope,
        at: text.scope?.place ?? text.cause.place,
        text.scope == nil
          ? "Whose uptime it is is not said."
          : "An uptime is that of the affected process, or of the host.",
        label: text.scope == nil ? "needs `of`" : "neither",
        notes: ["write `of: process` or `of: host`"],
        fixes: text.scope == nil ? [] : ["process", "host"]
      )
      return nil
    }
  }

  private func level(_ name: Written<String>, _ text: TriggerText) -> Trigger.Cause? {
    let resource = resource(name)
    for (key, isThere) in [("of", text.scope != nil), ("above", text.above != nil)] where !isThere {
      report(
        .missingKey,
        at: text.cause.place,
        key == "of" ? "Whose level it is is not said." : "How high the level is is not said.",
        label: "needs `\(key)`"
      )
    }
    guard let resource, let scope = text.scope, let above = text.above else { return nil }
    if case .process(let process) = scope.value { familiar(scope.map { _ in process }) }
    reportScope(resource, scope, above)
    let level: Trigger.Level
    switch above.value.value {
    case .quantity(let quantity):
      guard isInUnits(of: resource, quantity, at: above.place) else { return nil }
      level = .amount(quantity.range.lowerBound)
    case .share(let share):
      level = .thousandths(share.billionths / 1_000_000)
    }
    return .level(
      resource,
      of: scope.value.reference,
      above: Sourced(level, above.value.provenance)
    )
  }

  private func reportScope(
    _ resource: ResourceReference,
    _ scope: Written<ScopeText>,
    _ above: Written<Sourced<LevelText>>
  ) {
    let limit: LimitLevel
    let name: String
    switch resource {
    case .kind(let kind): (limit, name) = (kind.limitLevel, kind.rawValue)
    case .pool(let pool):
      let per = body.pools.value.first { $0.name.value == pool }?.value.per.value
      (limit, name) = (per == .host ? .host : per == .process ? .process : .key, pool)
    }
    var isShare = false
    if case .share = above.value.value { isShare = true }
    let isHost = scope.value == .host
    if isHost, limit == .process || limit == .key {
      report(
        .levelScope,
        at: scope.place,
        "`\(name)` is limited for each \(limit.rawValue), and its sum over a host says nothing.",
        label: "name a process",
        notes: [limit.meaning]
      )
    } else if !isHost, limit == .host, isShare {
      report(
        .levelScope,
        at: scope.place,
        "`\(name)` is limited for the host, so a share of the limit is one of the host's.",
        label: "say `host`, or a number above",
        notes: [limit.meaning],
        fixes: ["host"]
      )
    }
  }
}
