import Plan

/// The paces that what a defect takes may follow.
///
/// What somebody does comes at their hours. Mail also waits: those who carry it do so much and no more,
/// and a busy day's mail is then still carried at night. In the end they are always busy, and the pace
/// is that of the clock.
struct Paces {
  private let plan: SitePlan

  /// The paces of a plan.
  init(_ plan: SitePlan) { self.plan = plan }

  /// The paces of what these defects take together, the likelier ones first.
  ///
  /// - Parameter sites: each a defect and the host on which it is.
  func possible(for sites: [(defect: Defect, host: String)]) -> [Activity] {
    let own = Activity.all(of: plan, sites.flatMap { hours(settingOff: $0.defect, on: $0.host) })
    let mixed = own.count > 1 ? [Activity(meanOf: own)] : []
    if own.isEmpty { return [.clock] }
    return own + mixed + (sites.contains { isCarried($0.defect) } ? carried(own) + [.clock] : [])
  }

  /// Work that is carried by somebody who can do less and less of it at once.
  private func carried(_ own: [Activity]) -> [Activity] {
    let mean = Activity(meanOf: own)
    let steps = 8
    // In equal ratios from the busiest hour down to the mean, which is the clock's.
    return (1..<steps).map { step in
      let part = Double(steps - step) / Double(steps)
      return mean.carried(atMost: 1 + (mean.busiest - 1) * part * part)
    }
  }

  /// Whether a defect is set off by mail, which can wait before it comes so far.
  private func isCarried(_ defect: Defect) -> Bool {
    switch defect.trigger.cause {
    case .event(let event): [.writers, .clients].contains(Doers(of: event))
    case .decision, .level: true
    case .uptime, .every: false
    }
  }

  /// The hours of those who may set off a defect on a host; none where nobody has any.
  private func hours(settingOff defect: Defect, on host: String) -> [HoursID] {
    switch defect.trigger.cause {
    case .uptime, .every: return []
    case .decision, .level: return plan.usedHours
    case .event(let event):
      switch Doers(of: event) {
      case .nobody: return []
      case .writers, .clients: return plan.flows.map(\.hours)
      case .activities:
        return plan.activities.filter {
          plan.hosts[plan.processes[$0.process.index].host.index].name == host
        }.map(\.hours)
      case .people:
        return plan.populations.filter { population in
          plan.hosts[plan.servers[population.server.index].host.index].name == host
            && canSetOff(defect, byNTLM: population.usesNTLM)
        }.map(\.hours)
      case .tools:
        return plan.administrations.filter { administration in
          administration.targets.contains { plan.hosts[$0.index].name == host }
            && canSetOff(defect, with: administration.tool)
        }.map(\.hours)
      }
    }
  }

  private func canSetOff(_ defect: Defect, byNTLM usesNTLM: Bool) -> Bool {
    defect.trigger.when.allSatisfy { test in
      AttributeTest(.mechanism, word: usesNTLM ? "ntlm" : "basic").map {
        test.attribute != .mechanism || test.value == $0.value
      } ?? true
    }
  }

  private func canSetOff(_ defect: Defect, with tool: String) -> Bool {
    defect.trigger.when.allSatisfy { test in
      guard test.attribute == .tool, case .name(let name) = test.value else { return true }
      return name.lowercased() == tool.lowercased()
    }
  }
}
