import Kernel
import Plan
import Schema
import Text

extension SiteDraft {
  /// What is expected, with names resolved.
  func expectations(_ defects: [Defect]) -> [Expectation] {
    document.expect.value.compactMap { written in
      guard written.isSound, let claim = claim(written.value, defects) else { return nil }
      return Expectation(claim: claim, span: span(written.value), text: text(claim))
    }
  }

  private func span(_ entry: ExpectationEntry) -> Expectation.Span {
    switch (entry.at, entry.from, entry.until) {
    case (let at?, nil, nil): return .at(instant(at))
    case (nil, nil, nil): return .wholeRun
    case (nil, nil, let until?): return .until(instant(until))
    case (nil, let from?, nil):
      return .during(instant(from), .start + document.run.value.duration.value)
    case (nil, let from?, let until?):
      let (start, end) = (instant(from), instant(until))
      if start >= end {
        report(
          TopologyRule.conflictingKeys,
          at: until.place,
          "This is not after `from`.",
          related: [.init(from.place, "`from`")]
        )
      }
      return .during(start, end)
    default:
      report(
        TopologyRule.conflictingKeys,
        at: entry.at!.place,
        "`at` stands without `from` and `until`."
      )
      return .wholeRun
    }
  }

  private func claim(_ entry: ExpectationEntry, _ defects: [Defect]) -> Expectation.Claim? {
    let place = entry.claim.place
    reportStrays(entry)
    switch entry.claim.value {
    case .reproduces(let id): return known(id, place, defects) ? .reproduces(id) : nil
    case .absent(let id): return known(id, place, defects) ? .absent(id) : nil
    case .counter(let path):
      checkCounter(Written(path, at: place))
      return counterClaim(path, entry)
    case .event(let event):
      guard let host = stepHost(event.host, nil, at: place) else { return nil }
      if let stray = entry.atLeast, entry.isLogged?.value == false {
        report(
          TopologyRule.conflictingKeys,
          at: stray.place,
          "What is not logged is not logged a number of times."
        )
      }
      if entry.isLogged?.value == false {
        return .notLogged(host, source: event.source.value, id: event.id.value)
      }
      let least = entry.atLeast.flatMap { Int($0.value) }
      if let written = entry.atLeast, least == nil {
        report(.wrongForm, at: written.place, "A number of events is a whole number.")
      } else if let written = entry.atLeast, let least, least < 1 {
        report(
          .outOfRange,
          at: written.place,
          "An event that is logged is logged once at least.",
          notes: ["with `logged: false` it is expected not to be"]
        )
      }
      return .logged(host, source: event.source.value, id: event.id.value, atLeast: least ?? 1)
    case .service(let path):
      guard let state = entry.state else {
        report(
          TopologyRule.conflictingKeys,
          at: place,
          "Nothing says whether it is running or stopped.",
          label: "needs `state`"
        )
        return nil
      }
      return processPath(path, at: place).map { .service($0, isRunning: state.value == .running) }
    case .mail(let name):
      guard let share = entry.delivered else {
        report(
          TopologyRule.conflictingKeys,
          at: place,
          "Nothing says what share is delivered.",
          label: "needs `delivered`"
        )
        return nil
      }
      guard flowNames.contains(name) else {
        report(
          TopologyRule.unknownName,
          at: place,
          "There is no flow `\(name)`.",
          fixes: nearest(name, among: flows.map(\.name))
        )
        return nil
      }
      return .delivered(flow: name, billionths: share.value.billionths, within: entry.within?.value)
    }
  }

  private func counterClaim(
    _ path: CounterPath,
    _ entry: ExpectationEntry
  ) -> Expectation.Claim? {
    var claims: [Expectation.Claim] = []
    if let stray = entry.atLeast, entry.trend.map({ $0.value == .level }) ?? true {
      report(
        TopologyRule.conflictingKeys,
        at: stray.place,
        "`at-least` says how fast a counter is rising or falling.",
        related: entry.trend.map { [.init($0.place, "not level")] } ?? []
      )
    }
    if let trend = entry.trend {
      claims.append(.trend(path, trend.value, atLeastPerDay: entry.atLeast.flatMap { perDay($0) }))
    }
    if let above = entry.above, let value = quantityValue(above.value) {
      claims.append(.above(path, value))
    }
    if let below = entry.below, let value = quantityValue(below.value) {
      claims.append(.below(path, value))
    }
    if let stopped = entry.afterStopOf, let process = processPath(stopped.value, at: stopped.place)
    {
      claims.append(.backToBaseline(path, afterStopOf: process))
    }
    if claims.count == 1 { return claims[0] }
    if claims.isEmpty, entry.afterStopOf != nil { return nil }
    report(
      TopologyRule.conflictingKeys,
      at: entry.claim.place,
      claims.isEmpty
        ? "Nothing says what is expected of the counter."
        : "More than one thing is expected at once.",
      label: "needs `is`, `below`, `above` or `back-to-baseline-after`"
    )
    return nil
  }

  /// A rate of a counter, such as `100/day` or `2 MiB/hour`, in a day.
  private func perDay(_ text: Written<String>) -> Double? {
    let parts = text.value.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let units = ["day": 1.0, "hour": 24, "minute": 1_440, "week": 1.0 / 7]
    if parts.count == 2, let amount = quantityValue(parts[0]), let unit = units[parts[1]] {
      return amount * unit
    }
    report(
      .wrongForm,
      at: text.place,
      "`\(text.value)` is no rate of a counter.",
      notes: ["write for example `100/day` or `2 MiB/hour`"]
    )
    return nil
  }

  private func known(_ id: String, _ place: Place, _ defects: [Defect]) -> Bool {
    if defects.contains(where: { $0.id == id }) { return true }
    report(
      TopologyRule.unknownDefect,
      at: place,
      "No defect `\(id)` is known.",
      notes: ["known are \(listed(defects.lazy.map(\.id)))"],
      fixes: nearest(id, among: defects.map(\.id))
    )
    return false
  }

  /// Keys that mean something only beside another one.
  private func reportStrays(_ entry: ExpectationEntry) {
    var allowed: Set<String> = ["at", "from", "until"]
    let subject: String
    switch entry.claim.value {
    case .reproduces: subject = "reproduces"
    case .absent: subject = "not"
    case .counter:
      subject = "counter"
      allowed.formUnion(["is", "at-least", "above", "below", "back-to-baseline-after"])
    case .event:
      subject = "event"
      allowed.formUnion(["logged", "at-least"])
    case .service:
      subject = "service"
      allowed.insert("state")
    case .mail:
      subject = "mail"
      allowed.formUnion(["delivered", "within"])
    }
    let places: [(String, Place?)] = [
      ("is", entry.trend?.place), ("at-least", entry.atLeast?.place), ("above", entry.above?.place),
      ("below", entry.below?.place), ("back-to-baseline-after", entry.afterStopOf?.place),
      ("state", entry.state?.place), ("logged", entry.isLogged?.place),
      ("delivered", entry.delivered?.place), ("within", entry.within?.place),
    ]
    for case (let key, let place?) in places where !allowed.contains(key) {
      report(
        TopologyRule.conflictingKeys,
        at: place,
        "`\(key)` means nothing beside `\(subject)`.",
        related: [.init(entry.claim.place, "`\(subject)`")]
      )
    }
  }

  private func text(_ claim: Expectation.Claim) -> String {
    switch claim {
    case .reproduces(let id): "reproduces \(id)"
    case .absent(let id): "not \(id)"
    case .trend(let path, let trend, _): "\(path) is \(trend.rawValue)"
    case .below(let path, let value): "\(path) is below \(plainNumber(value))"
    case .above(let path, let value): "\(path) gets above \(plainNumber(value))"
    case .backToBaseline(let path, let process):
      "\(path) is back to baseline after a stop of \(processes[process.index].service ?? "")"
    case .logged(_, let source, let id, _): "\(source) \(id) is logged"
    case .notLogged(_, let source, let id): "\(source) \(id) is not logged"
    case .service(let process, let isRunning):
      "\(processes[process.index].service ?? "") is \(isRunning ? "running" : "stopped")"
    case .delivered(let flow, _, _): "\(flow) is delivered"
    }
  }
}
