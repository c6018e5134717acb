extension Ledger {
  /// The account of `terms`, made if there is none, and kept until it was closed as often as opened.
  ///
  /// Whoever takes on the same terms again and again opens once; whoever takes on ever new terms, as
  /// with a key for each destination, lets `take(_:_:)` find the account and opens nothing.
  /// - Throws: if all accounts, or for a new key all slots, are open or hold something.
  public mutating func open(_ terms: Account.Terms) throws(Halt) -> Account {
    let index = try findOrMake(terms)
    details[index].openings += 1
    return name(index)
  }

  /// Takes back one opening. An account without any that holds nothing may be given to other terms.
  public mutating func close(_ account: Account) {
    let index = index(of: account)
    precondition(details[index].openings > 0, "an account was closed more often than opened")
    details[index].openings -= 1
  }

  /// The terms of an account.
  public func terms(of account: Account) -> Account.Terms { details[index(of: account)].terms }

  /// The account on which a lease was taken, `nil` if the lease has ended with its process.
  public func account(of lease: Lease) -> Account? {
    stands(lease) ? name(Int(lease.index)) : nil
  }

  /// Whether the process that owned the lease, and the one that held it, have run on since.
  @inlinable
  public func stands(_ lease: Lease) -> Bool {
    Int(lease.index) < accounts.count && accounts[Int(lease.index)].epoch == lease.epoch
  }

  @inlinable
  func index(of account: Account) -> Int {
    let index = Int(account.index)
    if index >= accounts.count || accounts[index].generation != account.generation {
      broken("an account was used after it was closed, or never opened in this ledger")
    }
    return index
  }

  @usableFromInline
  func name(_ index: Int) -> Account {
    Account(index: UInt32(index), generation: accounts[index].generation)
  }

  @inline(__always)
  func find(_ terms: Account.Terms) -> Int? {
    let hash = terms.hash
    var place = accountTable.start(hash)
    while let index = accountTable.next(hash, at: &place) {
      if details[index].terms == terms { return index }
    }
    return nil
  }

  @usableFromInline
  mutating func findOrMake(_ terms: Account.Terms) throws(Halt) -> Int {
    if let index = find(terms) { return index }
    check(terms)
    // The account comes before the slot: what makes room for an account may free a slot.
    let index = try claimAccount()
    var slot: Int?
    if terms.key != nil {
      do throws(Halt) {
        slot = try findOrMakeSlot(terms.resource, terms.holder, rawKey: terms.rawKey)
      } catch {
        putBack(index)
        throw error
      }
    }
    make(index, terms, slot: slot)
    return index
  }

  /// Gives the first account behind the sweep's hand that is not open and holds nothing back to the
  /// free ones; `false` if there is no such account.
  ///
  /// With as many spare accounts as used ones a call looks at a few; nearly full, it looks at many.
  mutating func recycleAccount() -> Bool {
    for _ in 0..<accountsUsed {
      let index = sweepHand
      sweepHand = index + 1 < accountsUsed ? index + 1 : 0
      if accounts[index].isUsed, isEmpty(index), details[index].openings == 0 {
        recycle(index)
        return true
      }
    }
    return false
  }

  /// Whether nothing stands on an account, not even leases or leaks of 0.
  func isEmpty(_ index: Int) -> Bool {
    let record = accounts[index]
    return record.live | record.leaked | record.leaks == 0 && record.leases == 0
  }

  private mutating func claimAccount() throws(Halt) -> Int {
    if accountsUsed < accounts.count {
      accountsUsed += 1
      return accountsUsed - 1
    }
    guard freeAccount != 0 || recycleAccount() else {
      throw Halt(.accounts, limit: capacity.accounts)
    }
    let index = Int(freeAccount) - 1
    freeAccount = details[index].openings
    return index
  }

  /// Free accounts are a list through their `openings`.
  private mutating func putBack(_ index: Int) {
    details[index].openings = freeAccount
    freeAccount = UInt32(index) + 1
  }

  private mutating func make(_ index: Int, _ terms: Account.Terms, slot: Int?) {
    let hash = terms.hash
    details[index] = AccountDetail(terms: terms, openings: 0, hash: hash)
    let past = accounts[index]
    accounts[index] = AccountRecord(
      epoch: max(past.epoch, 1),
      generation: max(past.generation, 1),
      slot: slot.map { UInt32(firstSlot + $0) } ?? 0,
      pool: terms.pool.map { UInt32(firstPool + $0.index) } ?? 0,
      process: UInt32(balance(at: .process(terms.resource, terms.holder))),
      host: UInt32(balance(at: .host(terms.resource, host(of: terms.holder)))),
      leases: 0,
      takes: 0,
      live: 0,
      leaked: 0,
      leaks: 0,
      taken: 0
    )
    if let slot { slots[slot].accounts += 1 }
    accountTable.insert(hash, index)
    chains.insert(index, .held, of: terms.holder.index)
    if terms.owner != terms.holder { chains.insert(index, .owned, of: terms.owner.index) }
    chains.insert(index, .site, of: terms.site.index)
  }

  private mutating func recycle(_ index: Int) {
    remember(index)
    let terms = details[index].terms
    accountTable.remove(details[index].hash, index)
    chains.remove(index, .held, of: terms.holder.index)
    if terms.owner != terms.holder { chains.remove(index, .owned, of: terms.owner.index) }
    chains.remove(index, .site, of: terms.site.index)
    let slot = Int(accounts[index].slot) - firstSlot
    accounts[index].process = 0
    accounts[index].epoch = following(accounts[index].epoch)
    accounts[index].generation = following(accounts[index].generation)
    if slot >= 0 {
      slots[slot].accounts -= 1
      releaseSlotIfUnused(slot)
    }
    putBack(index)
  }

  private func check(_ terms: Account.Terms) {
    check(terms.resource)
    check(terms.holder)
    check(terms.owner)
    check(terms.site)
    precondition((terms.pool?.index ?? -1) < poolCount, "no such pool")
  }
}

/// The number after `number`, which is never 0; it comes round after 4,294,967,295.
func following(_ number: UInt32) -> UInt32 {
  number == .max ? 1 : number + 1
}
