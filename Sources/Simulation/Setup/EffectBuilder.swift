import Kernel
import Plan
import Record

/// Compiles what defects wait for and do on each host.
struct EffectBuilder {
  let plan: SitePlan
  private let seed: UInt64
  private let replication: UInt64
  var watches: [EffectTable.Watch] = []
  private(set) var rows: [EffectRow] = []
  /// For each watch of an event or a decision: its process and its number among codes.
  var codes: [(process: Int, code: Int)] = []
  var logNumbers: [String: UInt32] = [:]
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

  /// Whether a defect says that a restart of a process frees what it did there.
  private func isFreedByRestart(of process: ProcessID, _ defect: Defect) -> Bool {
    let image = plan.processes[process.index].image.lowercased()
    return defect.remedies.contains {
      if case .restart(let freeing) = $0.value { freeing.lowercased() == image } else { false }
    }
  }

  private mutating func add(_ site: DefectSite, _ number: Int) {
    let defect = plan.defects[site.defect]
    for process in site.processes {
      let firstRow = rows.count
      for effect in defect.effects {
        let row = row(effect, site, number, process.index)
        rows.append(row)
        if case .strand(_, let reset) = effect.mechanism,
          reset == .restart || reset == .timeOut && isFreedByRestart(of: process, defect)
        {
          stranding.insert(process.index)
        }
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

}
