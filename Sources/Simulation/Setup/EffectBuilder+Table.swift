import Kernel
import Plan

extension EffectBuilder {
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
      doings: Slab(count: rows.count),
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
