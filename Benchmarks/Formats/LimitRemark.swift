/// Whether a case stays within its limits, as words beside its figures.
struct LimitRemark {
  /// Our medians so far, in nanoseconds an operation, by case.
  var medians: [String: Double] = [:]

  /// A remark for each limit of `benchmark` whose other side was measured too.
  func remarks(_ benchmark: Case, _ results: [Measurement]) -> [String] {
    guard let own = results.first(where: { $0.rival == nil }) else { return [] }
    let median = own.summary.median
    return benchmark.limits.compactMap { limit in
      switch limit {
      case .nanoseconds(let most):
        return Self.verdict(median <= most) + Quantity.plain(most) + " ns"
      case .times(let factor, let other):
        guard let reference = medians[other] else { return nil }
        return Self.verdict(median <= factor * reference)
          + "\(Quantity.plain(factor)) × \(other): \(Quantity.plain(median / reference)) ×"
      case .fasterThan(let rival, let times):
        guard let theirs = results.first(where: { $0.rival == rival })?.summary.median else {
          return nil
        }
        let word = theirs / median >= times ? "reaches " : "MISSES "
        return word + "\(Quantity.plain(times)) × as fast as \(rival)"
      case .counter(let name, let most):
        guard let value = own.counters.first(where: { $0.name == name })?.value else { return nil }
        return Self.verdict(value <= most) + Quantity.plain(most)
          + " \(Self.words(name)): \(Quantity.plain(value))"
      }
    }
  }

  /// Counters that no limit speaks of.
  func counters(_ benchmark: Case, _ results: [Measurement]) -> [String] {
    let own = results.first { $0.rival == nil }
    return (own?.counters ?? []).compactMap { counter in
      let isLimited = benchmark.limits.contains {
        if case .counter(counter.name, _) = $0 { true } else { false }
      }
      return isLimited ? nil : "\(Self.words(counter.name)) \(Quantity.figure(counter.value))"
    }
  }

  private static func verdict(_ isWithin: Bool) -> String { isWithin ? "within " : "OVER " }

  private static func words(_ name: String) -> String {
    String(name.map { $0 == "_" ? " " : $0 })
  }
}
