extension Ledger {
  /// Two views of the ledger that do not agree: a fault in the ledger itself.
  public enum Contradiction: Hashable, Sendable {
    /// A counter shows another amount than its accounts come to.
    case amount(Scope, counter: Int, accounts: Int)
    /// A balance does not stand on the rung of its amount, or would not report what it crossed.
    case rung(Scope)
    /// A slot that is not found, or does not know how many accounts count on it.
    case slot(Scope)
    /// An account that is not found, counts elsewhere than its terms say, or is below nothing.
    case account(Account.Terms)
    /// Lists of accounts that miss one or have one too many.
    case chains
    /// The balance in which accounts keep the levels that they do not have is not empty.
    case absentLevels
  }

  /// Recomputes every balance from the accounts, and compares; `nil` if nothing contradicts.
  ///
  /// Linear in the capacities, and the only thing that allocates after the ledger's creation: for tests
  /// and for runs that look for faults.
  public func audit() -> Contradiction? {
    var sums = Slab<Int>(count: balances.count)
    var references = Slab<UInt32>(count: slots.count)
    for index in 0..<accountsUsed where accounts[index].isUsed {
      if let contradiction = auditAccount(index) { return contradiction }
      let record = accounts[index]
      for level in 0..<AccountRecord.levels {
        sums[record.balance(level)] &+= record.live &+ record.leaked
      }
      if record.slot != 0 { references[Int(record.slot) - firstSlot] += 1 }
    }
    for slot in 0..<slotsUsed where slots[slot].isUsed {
      let record = slots[slot]
      let holder = Process(Int(record.holder))
      let found = findSlot(Resource(Int(record.resource)), holder, rawKey: record.rawKey)
      if found != slot || record.accounts != references[slot] {
        return .slot(scope(ofBalance: firstSlot + slot))
      }
    }
    for index in 1..<balances.count where isInUse(index) {
      if balances[index].amount != sums[index] {
        return .amount(
          scope(ofBalance: index),
          counter: balances[index].amount,
          accounts: sums[index]
        )
      }
      if !standsOnItsRung(index) { return .rung(scope(ofBalance: index)) }
    }
    if balances[0].amount != 0 { return .absentLevels }
    return auditChains() ? nil : .chains
  }

  private func auditAccount(_ index: Int) -> Contradiction? {
    let record = accounts[index]
    let terms = details[index].terms
    let slot = findSlot(terms.resource, terms.holder, rawKey: terms.rawKey)
    let isSound =
      find(terms) == index && record.live >= 0 && record.leaked >= 0 && record.leases >= 0
      && accounts[index].leaks >= 0 && record.epoch > 0 && record.generation > 0
      && record.balance(0) == (terms.key == nil ? 0 : firstSlot + (slot ?? -1))
      && record.balance(1) == (terms.pool.map { firstPool + $0.index } ?? 0)
      && record.balance(2) == balance(at: .process(terms.resource, terms.holder))
      && record.balance(3) == balance(at: .host(terms.resource, host(of: terms.holder)))
    return isSound ? nil : .account(terms)
  }

  /// Whether the balance at an index was made and not freed since.
  private func isInUse(_ index: Int) -> Bool {
    if index >= firstSlot {
      return index - firstSlot < slotsUsed && slots[index - firstSlot].isUsed
    }
    if index >= firstPool { return index - firstPool < poolCount }
    if index >= firstProcess { return index - firstProcess < processCount * capacity.resources }
    return index - 1 < hostCount * capacity.resources
  }

  private func standsOnItsRung(_ index: Int) -> Bool {
    let balance = balances[index]
    let ladder = ladders[Int(balance.ladder)]
    var reached = 0
    var floor = Int.min
    var ceiling = ladder.capacity
    for offset in 0..<Int(ladder.rungs) {
      let amount = rungs[Int(ladder.firstRung) + offset].amount
      if amount <= balance.amount {
        reached += 1
        floor = amount
      } else {
        ceiling = min(ceiling, amount - 1)
      }
    }
    let peak = peak(ofBalance: index)
    ceiling = min(ceiling, peak)
    return Int(balance.rung) == reached && balance.amount <= peak && balance.floor == floor
      && balance.ceiling == ceiling
      && (balance.rung == balance.shown || balance.nextPending != 0)
  }

  /// Whether every account is on the lists of its holder, of an owner that is another, and of its site,
  /// and on no others.
  private func auditChains() -> Bool {
    var used = 0
    var foreign = 0
    for index in 0..<accountsUsed where accounts[index].isUsed {
      used += 1
      if details[index].terms.owner != details[index].terms.holder { foreign += 1 }
    }
    var held = 0
    var owned = 0
    var sited = 0
    for process in 0..<processCount {
      held += chained(.held, process)
      owned += chained(.owned, process)
    }
    for site in 0..<capacity.sites { sited += chained(.site, site) }
    return held == used && owned == foreign && sited == used
  }

  /// How many accounts are on a list; more than there are if one does not belong there.
  private func chained(_ thread: Chains.Thread, _ process: Int) -> Int {
    var count = 0
    var next = chains.first(thread, of: process)
    while next != 0, count <= accountsUsed {
      let terms = details[Int(next) - 1].terms
      let name =
        switch thread {
        case .held: terms.holder.index
        case .owned: terms.owner.index
        case .site: terms.site.index
        }
      guard name == process, accounts[Int(next) - 1].isUsed else { return accountsUsed + 1 }
      count += 1
      next = chains.next(thread, after: Int(next) - 1)
    }
    return count
  }
}

extension Ledger.Contradiction: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .amount(let scope, let counter, let accounts):
      "the counter of \(scope) shows \(counter), and its accounts come to \(accounts)"
    case .rung(let scope): "\(scope) does not stand on the rung of its amount"
    case .slot(let scope): "\(scope) is lost or miscounts its accounts"
    case .account(let terms): "the account of \(terms) is lost or counts elsewhere"
    case .chains: "the lists of accounts miss one or have one too many"
    case .absentLevels: "accounts count on levels that they do not have"
    }
  }
}
