import Kernel
import Plan

extension EffectBuilder {
  func row(
    _ effect: Effect,
    _ site: DefectSite,
    _ number: Int,
    _ process: Int
  ) -> EffectRow {
    var row = EffectRow()
    row.site = UInt32(number)
    row.isOnDisk = effect.survives == .disk
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
      row.reset = reset
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
      row.reset = reset
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

  func resource(_ reference: ResourceReference, _ defect: Int) -> UInt8 {
    switch reference {
    case .kind(let kind): UInt8(Resources.number(kind))
    case .pool(let name):
      UInt8(pools.first { $0.defect == defect && $0.pool.name == name }?.resource ?? 0)
    }
  }

  func disk(_ host: Int) -> EffectRow.Party {
    EffectRow.Party(raw: Int32(plan.processes.count + 3 * host + 2))
  }

  func party(_ reference: ProcessReference, _ process: Int) -> EffectRow.Party {
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
}
