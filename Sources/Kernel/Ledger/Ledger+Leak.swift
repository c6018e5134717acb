extension Ledger {
  /// Takes `amount`, at least 0, that nobody will give back, or changes nothing and says which limit
  /// refuses.
  @inlinable
  public mutating func leak(_ account: Account, _ amount: Int) -> Refusal? {
    precondition(amount >= 0, "less than nothing was leaked")
    let index = index(of: account)
    let record = unsafe accounts.unchecked + index
    let refusing = raise(index, by: amount)
    guard refusing == 0 else { return refusal(refusing) }
    unsafe record.pointee.leaked &+= amount
    unsafe record.pointee.leaks &+= 1
    note(index, taken: amount, takes: 1)
    return nil
  }

  /// Leaks `amount` on the account of `terms`, which is made if there is none.
  ///
  /// - Throws: as `open` does.
  @inlinable
  public mutating func leak(_ terms: Account.Terms, _ amount: Int) throws(Halt) -> Refusal? {
    leak(name(try findOrMake(terms)), amount)
  }

  /// As many single leaks of `amountEach`, one after the other, at the price of one: as many as the
  /// limits let pass, and then the refusal that stopped them.
  public mutating func leak(_ account: Account, count: Int, amountEach: Int) -> Leaked {
    precondition(count >= 0 && amountEach >= 0, "less than nothing was leaked")
    let index = index(of: account)
    let record = accounts[index]
    var least = Int.max
    for level in 0..<AccountRecord.levels {
      let balance = record.balance(level)
      if balance != 0 { least = min(least, room(balance)) }
    }
    var granted = count
    if least < 0 { granted = 0 } else if amountEach > 0 { granted = min(count, least / amountEach) }
    // Far from the end of arithmetic, so that single leaks need not look for it.
    let leaks = min(granted, Self.leaksPerAccount - accounts[index].leaks)
    if leaks > 0 {
      let refusing = raise(index, by: leaks * amountEach)
      if refusing != 0 { broken("the ledger contradicts itself about its room") }
      accounts[index].leaked += leaks * amountEach
      accounts[index].leaks += leaks
      note(index, taken: leaks * amountEach, takes: UInt(leaks))
    }
    if leaks == count { return Leaked(count: leaks, refusal: nil) }
    if leaks < granted {
      let scope = scope(ofBalance: Int(record.process))
      return Leaked(count: leaks, refusal: Refusal(scope: scope, isOverflow: true))
    }
    return Leaked(count: leaks, refusal: refusal(refusing(index, amountEach)))
  }

  /// The most leaks that one account counts at a time, by the bulk form: 4,611,686,018,427,387,904.
  static var leaksPerAccount: Int { 1 << 62 }

  /// Leaves a lease to itself: what it holds is leaked from now on. `false`, and nothing happens, if it
  /// ended with its process.
  ///
  /// - Precondition: as of `giveBack`.
  @inlinable @discardableResult
  public mutating func abandon(_ lease: Lease) -> Bool {
    guard stands(lease) else { return false }
    let record = unsafe accounts.unchecked + Int(lease.index)
    if unsafe lease.amount > record.pointee.live || record.pointee.leases == 0 {
      broken("a lease was given back or abandoned twice")
    }
    unsafe record.pointee.live &-= lease.amount
    unsafe record.pointee.leases &-= 1
    unsafe record.pointee.leaked &+= lease.amount
    unsafe record.pointee.leaks &+= 1
    return true
  }

  /// Leaves `part` of a lease to itself; the lease goes on with the rest, even if that is 0.
  ///
  /// - Precondition: `part` is from 0 to the lease's amount.
  @inlinable @discardableResult
  public mutating func abandon(_ part: Int, of lease: inout Lease) -> Bool {
    precondition(part >= 0 && part <= lease.amount, "more than a lease holds was abandoned")
    guard stands(lease) else { return false }
    let record = unsafe accounts.unchecked + Int(lease.index)
    if unsafe part > record.pointee.live { broken("a lease was given back or abandoned twice") }
    unsafe record.pointee.live &-= part
    unsafe record.pointee.leaked &+= part
    unsafe record.pointee.leaks &+= 1
    lease = Lease(index: lease.index, epoch: lease.epoch, amount: lease.amount &- part)
    return true
  }

  /// Frees what was leaked on `account`, without the stop of any process; says how much.
  @discardableResult
  public mutating func reclaim(_ account: Account) -> Int {
    let index = index(of: account)
    let leaked = accounts[index].leaked
    lower(index, by: leaked)
    rememberLeaks(index)
    return leaked
  }
}
