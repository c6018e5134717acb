import Kernel
import Plan
import Record

extension SiteWorld {
  /// What a defect did on a host.
  func defectRecord(_ number: Int, _ kept: KeptSeries) -> DefectRecord {
    let site = plan.sites[number]
    let state = effects.sites[number]
    let spans = (0..<min(Int(state.spanCount), EffectTable.spans)).map { index in
      DefectRecord.Span(
        from: Instant(ticks: state.froms[index]),
        until: state.untils[index] == .max ? nil : Instant(ticks: state.untils[index])
      )
    }
    return DefectRecord(
      id: plan.defects[site.defect].id,
      host: plan.hosts[site.host.index].name,
      processes: site.processes.map { plan.processes[$0.index].image },
      inForce: spans,
      triggers: state.triggers,
      firstTrigger: state.triggers > 0 ? Instant(ticks: state.first) : nil,
      lastTrigger: state.triggers > 0 ? Instant(ticks: state.last) : nil,
      idleTriggers: state.idle,
      takings: probes.takings.indices.compactMap { line in
        probes.takings[line].site == number ? taking(line, kept) : nil
      },
      closures: (0..<effects.closureCount).compactMap { index in
        let closure = effects.closures[index]
        guard Int(closure.site) == number else { return nil }
        let passage = Passage.allCases[Int(closure.passage)].words
        return DefectRecord.Closure(
          passage: closure.key < 0 ? passage : "\(passage) for \(keyName(closure.key))",
          from: Instant(ticks: closure.from),
          until: closure.until == .max ? nil : Instant(ticks: closure.until)
        )
      },
      doings: doings(number)
    )
  }

  /// What a key of the ledger stands for.
  private func keyName(_ key: Int) -> String {
    switch key {
    case Keys.link...: plan.hosts[Int(servers[key - Keys.link].host)].name
    case Keys.office...: plan.postOffices[key - Keys.office].name
    case Keys.registry...: "a registry key"
    default: domainName(key)
    }
  }

  private func taking(_ line: Int, _ kept: KeptSeries) -> DefectRecord.Taking {
    let taking = probes.takings[line]
    let isBytes =
      taking.resource < ResourceKind.allCases.count
      && ResourceKind.allCases[taking.resource].isBytes
    return DefectRecord.Taking(
      resource: resourceName(taking.resource),
      isBytes: isBytes,
      holder: holderName(taking.holder),
      amount: Int64(clamping: held(line)),
      taken: Int64(clamping: taken(line)),
      series: kept.placeOfTaking[line],
      limit: limit(line, kept)
    )
  }

  /// What a defect ever took of a resource.
  func taken(_ line: Int) -> UInt128 {
    let taking = probes.takings[line]
    let site = Ledger.Site(taking.site + 1)
    return ledger.history(of: site, Ledger.Resource(taking.resource)).taken
  }

  func holderName(_ holder: Int) -> String {
    guard holder >= plan.processes.count else { return plan.processes[holder].image }
    return switch (holder - plan.processes.count) % 3 {
    case 0: "the system"
    case 1: "the tool"
    default: "the disk"
    }
  }

  /// The limit that a defect moves towards: of its keys the fullest, of its process, or of its host.
  private func limit(_ line: Int, _ kept: KeptSeries) -> DefectRecord.Taking.Limit? {
    let taking = probes.takings[line]
    if let key = fullestKey(taking) {
      let (resource, holder) = (Ledger.Resource(taking.resource), Ledger.Process(taking.holder))
      let name = "connections to one host of \(domainName(key.index))"
      if let own = limit(.slot(resource, holder, key), name, of: taking.site, series: nil) {
        return own
      }
    }
    guard let number = probes.limitOfTaking[line] else { return nil }
    let scope = probes.limits[number]
    let name =
      switch scope {
      case .host(_, let host): limitName(taking.resource, plan.hosts[host.index].name)
      default: "\(resourceName(taking.resource)) of \(holderName(taking.holder))"
      }
    return limit(scope, name, of: taking.site, series: kept.placeOfLimit[number])
  }

  private func limit(
    _ scope: Ledger.Scope,
    _ name: String,
    of site: Int,
    series: Int?
  ) -> DefectRecord.Taking.Limit? {
    ledger.capacity(at: scope).map { capacity in
      DefectRecord.Taking.Limit(
        name: name,
        capacity: Int64(capacity),
        amount: Int64(ledger.amount(at: scope)),
        rungs: rungs(scope, capacity, of: site),
        series: series
      )
    }
  }

  private func limitName(_ resource: Int, _ host: String) -> String {
    resource == Resources.privateBytes.index
      ? "commit limit of \(host)" : "\(resourceName(resource)) of \(host)"
  }

  /// Of connections: the key of which a defect has most.
  private func fullestKey(_ taking: ProbeTable.TakingLine) -> Ledger.Key? {
    guard taking.resource == Resources.connectionSlots.index else { return nil }
    var best: (key: Ledger.Key, amount: UInt128)?
    for number in 0..<ledger.entryCount {
      guard let entry = ledger.entry(number), let key = entry.terms.key,
        entry.terms.site.index == taking.site + 1, entry.terms.holder.index == taking.holder,
        entry.terms.resource.index == taking.resource
      else { continue }
      if entry.standing.amount > best?.amount ?? 0 { best = (key, entry.standing.amount) }
    }
    return best?.key
  }

  private func rungs(
    _ scope: Ledger.Scope,
    _ capacity: Int,
    of site: Int
  ) -> [DefectRecord.Taking.Limit.Rung] {
    let list: [Rung]
    var host = 0
    var process: Int?
    switch scope {
    case .process(let resource, let holder):
      host = ledger.host(of: holder).index
      process = holder.index
      list =
        holder.index < plan.processes.count
        ? WorldLimits.ofProcess(plan.processes[holder.index])
          .first { Resources.number($0.resource) == resource.index }?.rungs ?? [] : []
    case .host(let resource, let index):
      host = index.index
      list =
        WorldLimits.ofHost(plan.hosts[index.index])
        .first { Resources.number($0.resource) == resource.index }?.rungs ?? []
    case .slot(_, let holder, let key):
      // Nobody tells a user of it, but what it shut is known.
      let closure = (0..<effects.closureCount).map { effects.closures[$0] }.first {
        Int($0.site) == site && Int($0.process) == holder.index + 1 && $0.key == key.index
          && $0.until == .max
      }
      let reached = closure.map { Instant(ticks: $0.from) }
      return [.init(amount: Int64(capacity), symptom: .refused, reached: reached)]
    case .pool: list = []
    }
    return list.map { rung in
      let reached = (0..<symptoms.count).first { index in
        let entry = symptoms.entries[index]
        return Int(entry.host) == host && Int(entry.symptom) == rung.symptom.ordinal
          && Int(entry.process) == process.map { $0 + 1 } ?? 0
      }
      return DefectRecord.Taking.Limit.Rung(
        amount: Int64(capacity * rung.thousandths / 1_000),
        symptom: rung.symptom,
        reached: reached.map { Instant(ticks: symptoms.entries[$0].first) }
      )
    }
  }
}
