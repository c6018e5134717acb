import Kernel
import Plan
import Schema

extension SiteDraft {
  /// How much of everything the run may hold at once, counted before it begins.
  func capacities(
    _ defects: [Defect],
    _ sites: [DefectSite],
    on hostPlans: [HostPlan],
    series: Int
  ) -> Capacities {
    let (least, backlog) = copyLimit(defects, sites, on: hostPlans)
    let counted = capacities(copies: least, defects, sites, series: series)
    let spare = document.run.value.memory.value - counted.budget.total
    let further = min(backlog, spareCopies(spare))
    guard further > 0 else { return counted }
    let roomy = capacities(copies: least + further, defects, sites, series: series)
    return roomy.budget.total <= document.run.value.memory.value ? roomy : counted
  }

  /// The same for a number of copies of messages.
  private func capacities(
    copies: Int,
    _ defects: [Defect],
    _ sites: [DefectSite],
    series: Int
  ) -> Capacities {
    let duration = document.run.value.duration.value
    let samples = duration.ticks / max(document.run.value.sample.value.ticks, 1) + 2
    let internetKeys = domains.count + mailHosts.count + servers.count
    // What defects take for each key apart, in each process; the slots of domains; what tools open.
    let keyed =
      sites.reduce(0) { $0 + keyCount(defects[$1.defect], internetKeys) * $1.processes.count }
      + servers.count * internetKeys + 8 * hosts.count
    let accountsOfSites = sites.reduce(0) { $0 + 16 * max($1.processes.count, 1) }
    let timers =
      servers.reduce(64) { sum, server in
        sum
          + (server.internetMail.map { 2 * ($0.connections.outbound + $0.connections.inbound) } ?? 0)
          + server.transferAgent.controlBlocks
      }
    let pairs = servers.count * servers.count
    let connections = servers.reduce(16) { sum, server in
      sum + (server.internetMail.map { 2 * $0.connections.outbound + $0.connections.inbound } ?? 0)
    }
    let pools = document.defects.value.count * 8
    return Capacities(
      copies: copies,
      queues: min(copies, mailbagCount) + min(pairs, copies)
        + servers.count * (domains.count + mailHosts.count + servers.count) + 16,
      connections: connections + foreignConnections,
      events: 2 * copies + flows.count + populations.reduce(0) { $0 + 2 * $1.users }
        + 4 * processes.count + movers.count * 2 + 2 * script.count + 4 * administrations.count
        + administrations.reduce(0) { $0 + $1.targets.count } + activities.count + sites.count * 4
        + 256,
      timers: timers,
      ledger: Ledger.Capacity(
        hosts: max(hosts.count, 1),
        processes: processes.count + 3 * hosts.count + 1,
        resources: ResourceKind.allCases.count + pools,
        sites: sites.count + 1,
        // Each process holds of each resource for itself, and each site once more, for keys it meets.
        accounts: (processes.count + 3 * hosts.count) * 8 + accountsOfSites + keyed + 64,
        slots: accountsOfSites + keyed + 64,
        pools: servers.count + disks.count + 8,
        ladders: min(4 * hosts.count + 2 * processes.count + sites.count * 2 + 16, 65_000),
        rungs: 8 * (hosts.count + processes.count + sites.count + 16)
      ),
      series: series,
      binsEach: Int(min(samples, UInt64(Capacities.mostBins))),
      histograms: min(flows.count, Capacities.mostFlowsEach) + 1,
      logEntries: 65_536
    )
  }

  /// How many mailbags all post offices have: one for each that they reach without another between.
  private var mailbagCount: Int {
    let all = postOffices.count
    func count(_ routes: PostOfficeRoutes) -> Int {
      routes.others == .direct ? all : min(routes.named.count + 1, all)
    }
    var changed = 0
    for action in script {
      for case .route(_, let routes) in action.steps { changed += count(routes) }
    }
    return postOffices.reduce(changed) { $0 + count($1.routes) }
  }

  /// For how many keys a defect may take something in a process.
  private func keyCount(_ defect: Defect, _ internetKeys: Int) -> Int {
    let isKeyed =
      defect.pools.contains { $0.per == .key }
      || defect.effects.contains { effect in
        switch effect.mechanism {
        case .leak(_, _, _, _, let isKeyed): isKeyed
        case .withhold(let resource, _):
          resource == .kind(.connectionSlots) || resource == .kind(.registryOpens)
        default: false
        }
      }
    guard isKeyed, case .event(let event) = defect.trigger.cause else { return 0 }
    return switch event.key {
    case .domain: internetKeys
    case .connector: connectors.count + servers.count
    case .postOffice: postOffices.count
    case .registryKey: 16
    case .mailbox: servers.reduce(0) { $0 + $1.mailboxes } + populations.reduce(0) { $0 + $1.users }
    case nil: 0
    }
  }

  /// How many connections the Internet may try to make at once: of what arrives in a minute or two, and
  /// of what tries again when a service is back.
  private var foreignConnections: Int {
    flows.reduce(0) { sum, flow in
      guard flow.sources.contains(where: { if case .domain = $0.end { true } else { false } })
      else {
        return sum
      }
      return sum + min(Int(clamping: Int128(flow.perDayMillionths) / 1_000_000), 50_000) + 64
    }
  }

  /// Refuses a run that does not fit into the memory that it is given.
  func reportMemory(_ capacities: Capacities) {
    let budget = capacities.budget
    let given = document.run.value.memory
    guard budget.total > given.value, !reading.hasErrors else { return }
    let place = given.isDefault ? document.run.place : given.place
    let isGivable = budget.total <= 1 << 40
    report(
      TopologyRule.memory,
      at: place,
      "The run needs \(text(budget.total)) and is given \(text(given.value)).",
      label: given.isDefault && isGivable
        ? "needs `memory: \(roundedUp(budget.total))`" : "too little",
      notes: budget.lines.map { "\(text($0.bytes)) for \($0.name)" }
        + ["less volume, a shorter run or a coarser sample needs less"],
      fixes: given.isDefault || !isGivable ? [] : [roundedUp(budget.total)]
    )
  }

  private func roundedUp(_ bytes: Int) -> String {
    bytes > 1 << 30
      ? "\((bytes + (1 << 30) - 1) >> 30) GiB" : "\((bytes + (1 << 20) - 1) >> 20) MiB"
  }

  private func text(_ bytes: Int) -> String {
    bytes >= 10 << 30
      ? "\(bytes >> 30) GiB" : bytes >= 10 << 20 ? "\(bytes >> 20) MiB" : "\(bytes >> 10) KiB"
  }
}
