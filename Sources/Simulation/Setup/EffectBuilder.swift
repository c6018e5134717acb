import Kernel
import Plan
import Record

/// Compiles what defects wait for and do on each host.
struct EffectBuilder {
  private let plan: SitePlan
  private let seed: UInt64
  private let replication: UInt64
  private var watches: [EffectTable.Watch] = []
  private(set) var rows: [EffectRow] = []
  /// For each watch of an event or a decision: its process and its number among codes.
  private var codes: [(process: Int, code: Int)] = []
  private var logNumbers: [String: UInt32] = [:]
  private var names: [String: Int] = [:]
  /// Defects' own pools, as resources after the world's.
  private(set) var pools: [(defect: Int, pool: DefectPool, resource: Int)] = []
  private var stranding: Set<Int> = []
  private(set) var takings: [ProbeTable.TakingLine] = []
  /// Distorted counters with the row that does it.
  private(set) var distorted: [String: UInt32] = [:]

  init(
    _ plan: SitePlan,
    _ numbers: borrowing NameNumbers,
    _ log: borrowing EventLog,
    seed: UInt64,
    replication: UInt64
  ) {
    self.plan = plan
    self.seed = seed
    self.replication = replication
    for name in numbers.names { names[name.lowercased()] = numbers.number(of: name) }
    for (number, kind) in log.kinds.enumerated() {
      logNumbers["\(kind.source)/\(kind.id)"] = UInt32(number)
    }
    for (number, defect) in plan.defects.enumerated() {
      for pool in defect.pools {
        pools.append((number, pool, Resources.count + pools.count))
      }
    }
    // In the order of articles, which is that of the sites.
    for (number, site) in plan.sites.enumerated() { add(site, number) }
  }

  private mutating func add(_ site: DefectSite, _ number: Int) {
    let defect = plan.defects[site.defect]
    for process in site.processes {
      let firstRow = rows.count
      for effect in defect.effects {
        let row = row(effect, site, number, process.index)
        rows.append(row)
        if case .strand(_, .restart) = effect.mechanism { stranding.insert(process.index) }
        if case .distort(let path, _, _) = effect.mechanism {
          let whole = path.on(plan.hosts[site.host.index].name)
          distorted["\(whole)".lowercased()] = UInt32(rows.count)
        }
        noteTaking(row, effect, number, process.index)
      }
      var watch = EffectTable.Watch(
        stream: RandomStream(
          seed: seed,
          replication: replication,
          entity: StableName(
            "defect",
            defect.id,
            plan.hosts[site.host.index].name,
            plan.processes[process.index].service ?? plan.processes[process.index].image
          ),
          purpose: StableName("chance")
        )
      )
      watch.site = UInt32(number)
      watch.process = UInt32(process.index)
      watch.firstRow = UInt32(firstRow)
      watch.lastRow = UInt32(rows.count)
      if let probability = defect.trigger.probability {
        watch.hasProbability = probability.value < 1
        watch.probability = UInt64(min(max(probability.value, 0) * 0x1p64, 0x1.fffffffffffffp63))
      }
      watch.needed = UInt32(clamping: defect.trigger.count?.value ?? 1)
      for (place, test) in defect.trigger.when.prefix(8).enumerated() {
        watch.slots[place] = UInt8(test.attribute.slot)
        switch test.value {
        case .range(let range):
          watch.lows[place] = range.lowerBound
          watch.highs[place] = range.upperBound
        case .name(let name):
          let value = names[name.lowercased()] ?? -2
          watch.lows[place] = value
          watch.highs[place] = value
        }
        watch.testCount = UInt8(place + 1)
      }
      var code = -1
      switch defect.trigger.cause {
      case .event(let event): code = event.slot
      case .decision(let decision):
        watch.cause = .decision
        code = decision.slot
      case .level: watch.cause = .level
      case .uptime(let interval, let of):
        watch.cause = of == .host ? .uptimeOfHost : .uptimeOfProcess
        watch.interval = max(interval.value.ticks, 1)
      case .every(let interval):
        watch.cause = .every
        watch.interval = max(interval.value.ticks, 1)
      }
      watches.append(watch)
      codes.append((process.index, code))
    }
  }

  private func row(
    _ effect: Effect,
    _ site: DefectSite,
    _ number: Int,
    _ process: Int
  ) -> EffectRow {
    var row = EffectRow()
    row.site = UInt32(number)
    func set(_ amount: Amount) {
      row.low = amount.range.lowerBound
      row.high = amount.range.upperBound
      row.measure = UInt8(amount.measure.ordinal)
    }
    switch effect.mechanism {
    case .leak(let resource, let amount, let holder, let owner, let isKeyed):
      row.operation = .leak
      row.resource = self.resource(resource, site.defect)
      set(amount)
      row.holder = party(holder, process)
      row.owner = effect.survives == .disk ? disk(site.host.index) : party(owner, process)
      row.isKeyed = isKeyed
    case .withhold(let resource, let amount):
      row.operation = .withhold
      row.resource = self.resource(resource, site.defect)
      if let amount { set(amount) } else { (row.low, row.high) = (1, 1) }
      row.isKeyed =
        resource == .kind(.connectionSlots) || resource == .kind(.registryOpens)
      if case .event(.pop3Logon) = plan.defects[site.defect].trigger.cause {
        row.holder = party(.image("services.exe"), process)
        row.owner = party(.process, process)
      }
    case .stop(let who):
      row.operation = .stop
      row.holder = party(who, process)
    case .hang(let who, let isStoppable):
      row.operation = .hang
      row.isStoppable = isStoppable
      switch who {
      case .host: row.isHost = true
      case .process(let reference): row.holder = party(reference, process)
      }
    case .block(let passage, let workers):
      row.operation = .block
      row.passage = UInt8(passage.ordinal)
      set(workers)
    case .latch(let passage, let reset, let isKeyed):
      row.operation = .latch
      row.passage = UInt8(passage.ordinal)
      row.reset = UInt8(reset.ordinal)
      row.isKeyed = isKeyed
    case .poison(let who):
      row.operation = .poison
      row.holder = party(who, process)
    case .answer(let answer):
      row.operation = .answer
      row.answer = UInt8(answer)
    case .strand(let passage, let reset):
      row.operation = .strand
      row.passage = UInt8(passage.ordinal)
      row.reset = UInt8(reset.ordinal)
    case .grow(let resource, let amount, let each, let holder, _):
      row.operation = .grow
      row.resource = self.resource(resource, site.defect)
      set(amount)
      row.period = max(each.value.ticks, 1)
      row.holder = party(holder, process)
      row.owner = row.holder
    case .distort(_, let thousandths, let plus):
      row.operation = .distort
      row.low = thousandths?.value ?? 1_000
      row.high = plus?.value ?? 0
    case .log(let source, let id):
      row.operation = .log
      row.logCode = logNumbers["\(source)/\(id)"] ?? 0
    }
    return row
  }

  private func resource(_ reference: ResourceReference, _ defect: Int) -> UInt8 {
    switch reference {
    case .kind(let kind): UInt8(Resources.number(kind))
    case .pool(let name):
      UInt8(pools.first { $0.defect == defect && $0.pool.name == name }?.resource ?? 0)
    }
  }

  private func disk(_ host: Int) -> EffectRow.Party {
    EffectRow.Party(raw: Int32(plan.processes.count + 3 * host + 2))
  }

  private func party(_ reference: ProcessReference, _ process: Int) -> EffectRow.Party {
    let host = plan.processes[process].host.index
    func find(_ image: String) -> EffectRow.Party {
      let found = plan.hosts[host].processes.first {
        plan.processes[$0.index].image.lowercased() == image.lowercased()
      }
      return found.map { EffectRow.Party(raw: Int32($0.index)) } ?? .none
    }
    switch reference {
    case .process: return .process
    case .peer: return .none
    case .caller: return .caller
    case .registryServer: return find(plan.hosts[host].system.family.registryServerImage)
    case .system: return EffectRow.Party(raw: Int32(plan.processes.count + 3 * host))
    case .image(let image):
      // The process in which it happens where that is one of these: another instance is not meant.
      return plan.processes[process].image.lowercased() == image.lowercased()
        ? .process : find(image)
    }
  }

  private mutating func noteTaking(
    _ row: EffectRow,
    _ effect: Effect,
    _ site: Int,
    _ process: Int
  ) {
    switch row.operation {
    case .leak, .withhold, .grow: break
    default: return
    }
    let holder: Int
    switch row.holder {
    case .process: holder = process
    case .none: return
    case .caller:
      holder = plan.processes.count + 3 * plan.processes[process].host.index + 1
    default: holder = Int(row.holder.raw)
    }
    let resource = Int(row.resource)
    if takings.contains(where: {
      $0.site == site && $0.resource == resource && $0.holder == holder
    }) {
      return
    }
    takings.append(ProbeTable.TakingLine(site: site, resource: resource, holder: holder))
  }

  /// One more than the row that distorts a counter; 0 for none.
  func distortion(of path: CounterPath) -> UInt32 { distorted["\(path)".lowercased()] ?? 0 }

  /// Processes of which items wait for their restart.
  var strandingProcesses: Slab<Bool> {
    var slab = Slab<Bool>(count: plan.processes.count)
    for process in stranding { slab[process] = true }
    return slab
  }

  /// The table: watches in the order of process, code and article.
  func table() -> EffectTable {
    let order = watches.indices.sorted {
      let (one, other) = (codes[$0], codes[$1])
      return (one.process, one.code, $0) < (other.process, other.code, $1)
    }
    var starts = Slab<UInt32>(count: plan.processes.count * EffectTable.codes + 1)
    var next = 0
    for index in 0..<plan.processes.count * EffectTable.codes {
      // Those that wait for time or a level have no code; they stand before the others of their process.
      while next < order.count,
        codes[order[next]].process * EffectTable.codes + max(codes[order[next]].code, 0) < index
          || codes[order[next]].code < 0
            && codes[order[next]].process * EffectTable.codes == index
      {
        next += 1
      }
      starts[index] = UInt32(next)
    }
    starts[plan.processes.count * EffectTable.codes] = UInt32(order.count)
    var facts: [Fact] = []
    var tests: [EffectTable.GateTest] = []
    var ranges: [EffectTable.GateRange] = []
    func add(_ list: [FactTest], _ defect: Int, isAlternative: Bool) {
      var range = EffectTable.GateRange()
      range.firstTest = UInt32(tests.count)
      for test in list {
        if !facts.contains(test.fact) { facts.append(test.fact) }
        tests.append(
          EffectTable.GateTest(
            fact: UInt32(facts.firstIndex(of: test.fact)!),
            from: test.from,
            below: test.below
          )
        )
      }
      range.lastTest = UInt32(tests.count)
      range.defect = UInt32(defect)
      range.isAlternative = isAlternative
      ranges.append(range)
    }
    for (number, defect) in plan.defects.enumerated() {
      for alternative in defect.gate.alternatives {
        add(alternative, number, isAlternative: true)
      }
      add(defect.gate.needs, number, isAlternative: false)
    }
    var values = Slab<Int64>(count: max(plan.hosts.count * facts.count, 1))
    var pending = Slab<Int64>(count: max(plan.hosts.count * facts.count, 1))
    for (host, hostPlan) in plan.hosts.enumerated() {
      for (fact, kind) in facts.enumerated() {
        values[host * facts.count + fact] = hostPlan.value(of: kind) ?? EffectTable.absent
        pending[host * facts.count + fact] = EffectTable.absent
      }
    }
    var sites = Slab<EffectTable.SiteState>(count: plan.sites.count)
    for (number, site) in plan.sites.enumerated() {
      sites[number] = EffectTable.SiteState()
      sites[number].defect = UInt32(site.defect)
      sites[number].host = UInt32(site.host.index)
    }
    return EffectTable(
      sites: sites,
      watches: Slab(order.map { watches[$0] }),
      rows: Slab(rows),
      starts: starts,
      facts: values,
      pending: pending,
      factCount: facts.count,
      factKinds: facts,
      tests: Slab(tests),
      alternatives: Slab(ranges),
      latches: Slab(count: 1_024)
    )
  }
}
