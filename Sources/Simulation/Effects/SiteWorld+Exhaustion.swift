import Kernel
import Plan

extension SiteWorld {
  /// A defect has taken connections: where it now holds all that one domain may have, or all that there
  /// are, nothing goes out there until the process ends.
  mutating func noteLostConnections(_ terms: Account.Terms) {
    let process = terms.holder.index
    guard terms.resource == Resources.connectionSlots, process < processes.count else { return }
    if let key = terms.key {
      let slot = Ledger.Scope.slot(terms.resource, terms.holder, key)
      if let capacity = ledger.capacity(at: slot),
        ledger.standing(of: terms.site, at: slot).amount >= UInt128(capacity)
      {
        noteExhaustion(terms.site.index - 1, process, key.index)
      }
    }
    let all = Ledger.Scope.process(terms.resource, terms.holder)
    let most = plan.servers[Int(processes[process].roleIndex)].internetMail?.connections.outbound
    if let most, ledger.standing(of: terms.site, at: all).amount >= UInt128(most) {
      noteExhaustion(terms.site.index - 1, process, -1)
    }
  }

  /// Looked up once: a list of all passages would be made anew each time.
  private static let outbound = UInt8(Passage.imsOutbound.ordinal)

  private mutating func noteExhaustion(_ site: Int, _ process: Int, _ key: Int) {
    guard effects.closureCount < effects.closures.count else { return }
    for index in 0..<effects.closureCount {
      let closure = effects.closures[index]
      if Int(closure.process) == process + 1, Int(closure.site) == site, closure.key == key,
        closure.until == .max
      {
        return
      }
    }
    effects.closures[effects.closureCount] = EffectTable.Closure(
      site: UInt32(site),
      passage: Self.outbound,
      key: key,
      from: now,
      process: UInt32(process) + 1
    )
    effects.closureCount += 1
  }
}
