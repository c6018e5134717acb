import Kernel
import Plan
import Record

extension SiteWorld {
  /// Where limits stand and what is felt on the way to them; the symptoms of each ladder, by its number.
  static func addLimits(
    _ plan: SitePlan,
    _ effects: borrowing EffectTable,
    _ builder: EffectBuilder,
    _ ledger: inout Ledger
  ) throws(Halt) -> [[Int]] {
    var symptoms: [[Int]] = []
    var levels = levelRungs(plan, effects)
    func ladder(
      _ capacity: Int?,
      _ rungs: [Rung],
      _ own: [(amount: Int, symptom: Int)]
    ) throws(Halt) -> Ledger.Ladder {
      var all = own
      if let capacity {
        all += rungs.map { (max(capacity * $0.thousandths / 1_000, 1), $0.symptom.ordinal) }
      }
      all.sort { ($0.amount, $0.symptom) < ($1.amount, $1.symptom) }
      let ladder = try ledger.addLadder(
        capacity: capacity,
        rungs: all.map { Ledger.Rung(at: max($0.amount, 1), Ledger.Symptom($0.symptom)) }
      )
      while symptoms.count <= ladder.index { symptoms.append([]) }
      symptoms[ladder.index] = all.map(\.symptom).filter { $0 < firstLevelWatch }
      return ladder
    }
    for (host, hostPlan) in plan.hosts.enumerated() {
      for limit in WorldLimits.ofHost(hostPlan) {
        let scope = Ledger.Scope.host(
          Ledger.Resource(Resources.number(limit.resource)),
          Ledger.Host(host)
        )
        let own = levels.removeValue(forKey: scope) ?? []
        try ledger.setLadder(ladder(limit.capacity, limit.rungs, own), at: scope)
      }
    }
    for (process, processPlan) in plan.processes.enumerated() {
      for limit in WorldLimits.ofProcess(processPlan) {
        let scope = Ledger.Scope.process(
          Ledger.Resource(Resources.number(limit.resource)),
          Ledger.Process(process)
        )
        let own = levels.removeValue(forKey: scope) ?? []
        try ledger.setLadder(ladder(limit.capacity, limit.rungs, own), at: scope)
      }
    }
    for (defect, pool, number) in builder.pools {
      let resource = Ledger.Resource(number)
      for site in plan.sites where site.defect == defect {
        let scopes: [Ledger.Scope] =
          switch pool.per {
          case .host: [.host(resource, Ledger.Host(site.host.index))]
          case .process: site.processes.map { .process(resource, Ledger.Process($0.index)) }
          case .key: []
          }
        if pool.per == .key {
          let each = try ladder(pool.capacity.value, pool.ladder, [])
          for process in site.processes {
            ledger.setLadder(each, atEachKeyOf: resource, Ledger.Process(process.index))
          }
        }
        for scope in scopes {
          let own = levels.removeValue(forKey: scope) ?? []
          try ledger.setLadder(ladder(pool.capacity.value, pool.ladder, own), at: scope)
        }
      }
    }
    for (scope, own) in levels.sorted(by: { "\($0.key)" < "\($1.key)" }) {
      try ledger.setLadder(ladder(nil, [], own), at: scope)
    }
    return symptoms
  }

  /// Levels that defects wait for, by what they are of.
  private static func levelRungs(
    _ plan: SitePlan,
    _ effects: borrowing EffectTable
  ) -> [Ledger.Scope: [(amount: Int, symptom: Int)]] {
    var levels: [Ledger.Scope: [(amount: Int, symptom: Int)]] = [:]
    for watch in 0..<effects.watches.count where effects.watches[watch].cause == .level {
      let site = plan.sites[Int(effects.watches[watch].site)]
      guard
        case .level(.kind(let kind), let of, let above) = plan.defects[site.defect].trigger.cause
      else { continue }
      let resource = Ledger.Resource(Resources.number(kind))
      let process = Int(effects.watches[watch].process)
      let scope: Ledger.Scope
      var capacity: Int?
      switch of {
      case .host:
        scope = .host(resource, Ledger.Host(site.host.index))
        capacity =
          WorldLimits.ofHost(plan.hosts[site.host.index]).first { $0.resource == kind }?.capacity
      case .process:
        scope = .process(resource, Ledger.Process(process))
        capacity =
          WorldLimits.ofProcess(plan.processes[process]).first { $0.resource == kind }?.capacity
      }
      let amount =
        switch above.value {
        case .amount(let amount): amount + 1
        case .thousandths(let part): (capacity ?? Int.max / 2_000) * part / 1_000 + 1
        }
      levels[scope, default: []].append((amount, firstLevelWatch + watch))
    }
    return levels
  }

  /// What each process holds when it does nothing, and its wandering.
  static func breaths(
    _ plan: SitePlan,
    _ ledger: inout Ledger,
    seed: UInt64,
    replication: UInt64
  ) throws(Halt) -> Slab<Breath> {
    var list: [Breath] = []
    for (number, process) in plan.processes.enumerated() {
      let holder = Ledger.Process(number)
      func account(_ resource: Ledger.Resource) throws(Halt) -> Account {
        try ledger.open(Account.Terms(resource, by: Resources.sound, holder: holder))
      }
      var breath = Breath(
        stream: RandomStream(
          seed: seed,
          replication: replication,
          entity: StableName(
            "process",
            plan.hosts[process.host.index].name,
            process.service ?? process.image
          ),
          purpose: StableName("breath")
        ),
        handles: try account(Resources.handles),
        threads: try account(Resources.threads),
        privateBytes: try account(Resources.privateBytes)
      )
      breath.baseline.handles = process.baseline.handles
      breath.baseline.threads = process.baseline.threads
      breath.baseline.privateBytes = process.baseline.privateBytes
      breath.baseline.cacheBytes = process.baseline.cacheBytes
      breath.baseline.breath = Double(process.baseline.breathThousandths) / 1_000
      list.append(breath)
    }
    return Slab(list)
  }

  /// The counters that are kept, and what defects can take.
  static func probes(
    _ plan: SitePlan,
    _ builder: EffectBuilder,
    _ ledger: inout Ledger
  ) -> ProbeTable {
    let finder = ProbeFinder(plan: plan)
    var wanted = plan.probes
    for action in plan.script {
      if case .condition(.above(let path, _), _, _, _) = action.when { wanted.append(path) }
      if case .condition(.below(let path, _), _, _, _) = action.when { wanted.append(path) }
    }
    for expectation in plan.expectations {
      let id: String
      switch expectation.claim {
      case .reproduces(let name), .absent(let name): id = name
      default: continue
      }
      for site in plan.sites where plan.defects[site.defect].id == id {
        for case .counter(let path, _) in plan.defects[site.defect].signs {
          wanted.append(path.on(plan.hosts[site.host.index].name))
        }
      }
    }
    var seen: Set<String> = []
    var probes: [Probe] = []
    var paths: [CounterPath] = []
    var kinds: [SeriesRecord.Kind] = []
    for path in wanted {
      for (whole, probe) in finder.expand(path) where seen.insert("\(whole)").inserted {
        var probe = probe
        probe.distortion = builder.distortion(of: whole)
        probes.append(probe)
        paths.append(whole)
        switch CounterObject.find(whole)?.counter.kind {
        case .total: kinds.append(.total)
        case .rate: kinds.append(.rate)
        default: kinds.append(.level)
        }
      }
    }
    var limits: [Ledger.Scope] = []
    var numbers: [Ledger.Scope: Int] = [:]
    var limitOfTaking: [Int?] = []
    for taking in builder.takings {
      let limit = taking.limit(in: ledger)
      if let limit, numbers[limit] == nil {
        numbers[limit] = limits.count
        limits.append(limit)
        ledger.watchPeak(at: limit)
      }
      limitOfTaking.append(limit.flatMap { numbers[$0] })
    }
    let divisors = probes.map { $0.isRate ? Int64(1_000) : 1 }
    return ProbeTable(
      probes: Slab(probes),
      paths: paths,
      kinds: kinds,
      divisors: divisors,
      series: SeriesTable(
        count: probes.count + builder.takings.count + limits.count,
        capacity: max(plan.capacities.binsEach / 2 * 2, 2),
        every: plan.run.sample
      ),
      takings: builder.takings,
      firstTaking: probes.count,
      limits: limits,
      firstLimit: probes.count + builder.takings.count,
      limitOfTaking: limitOfTaking,
      distorted: builder.distorted
    )
  }
}
