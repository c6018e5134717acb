extension Ledger {
  /// Takes `amount`, at least 0, on `account`, or changes nothing and says which limit refuses.
  ///
  /// What a take, or anything else, lets show or fade is reported by `nextCrossing`.
  @inlinable
  public mutating func take(_ account: Account, _ amount: Int) -> Taking {
    precondition(amount >= 0, "less than nothing was taken")
    let index = index(of: account)
    let record = unsafe accounts.unchecked + index
    let refusing = raise(index, by: amount)
    guard refusing == 0 else { return .refused(refusal(refusing)) }
    unsafe record.pointee.live &+= amount
    // More leases than that at a time would take 64 GiB to keep.
    unsafe record.pointee.leases += 1
    note(index, taken: amount, takes: 1)
    return unsafe .granted(
      Lease(index: account.index, epoch: record.pointee.epoch, amount: amount)
    )
  }

  /// Takes `amount` on the account of `terms`, which is made if there is none.
  ///
  /// As long as the lease lasts, so does the account.
  /// - Throws: as `open` does.
  @inlinable
  public mutating func take(_ terms: Account.Terms, _ amount: Int) throws(Halt) -> Taking {
    take(name(try findOrMake(terms)), amount)
  }

  /// Gives back all of a lease; `false`, and nothing happens, if it ended with its process.
  ///
  /// - Precondition: the lease was neither given back nor abandoned before. Only a surplus of such
  ///   calls is found out; it ends the run.
  @inlinable @discardableResult
  public mutating func giveBack(_ lease: Lease) -> Bool {
    guard stands(lease) else { return false }
    let record = unsafe accounts.unchecked + Int(lease.index)
    if unsafe lease.amount > record.pointee.live || record.pointee.leases == 0 {
      broken("a lease was given back or abandoned twice")
    }
    lower(Int(lease.index), by: lease.amount)
    unsafe record.pointee.live &-= lease.amount
    unsafe record.pointee.leases &-= 1
    return true
  }

  /// Gives back `part` of a lease, which goes on with the rest, even if that is 0.
  ///
  /// - Precondition: `part` is from 0 to the lease's amount.
  @inlinable @discardableResult
  public mutating func giveBack(_ part: Int, of lease: inout Lease) -> Bool {
    precondition(part >= 0 && part <= lease.amount, "more than a lease holds was given back")
    guard stands(lease) else { return false }
    let record = unsafe accounts.unchecked + Int(lease.index)
    if unsafe part > record.pointee.live { broken("a lease was given back or abandoned twice") }
    lower(Int(lease.index), by: part)
    unsafe record.pointee.live &-= part
    lease = Lease(index: lease.index, epoch: lease.epoch, amount: lease.amount &- part)
    return true
  }

  /// Moves what `account` holds beside its leaks to `level`, up or down; a baseline that breathes.
  ///
  /// A rise asks the limits as a take does. An account serves leases or a level, never both.
  @inlinable
  public mutating func setLevel(_ account: Account, to level: Int) -> Refusal? {
    precondition(level >= 0, "a level cannot be below nothing")
    let index = index(of: account)
    let record = unsafe accounts.unchecked + index
    if unsafe record.pointee.leases != 0 { broken("an account with leases was given a level") }
    let rise = unsafe level &- record.pointee.live
    if rise >= 0 {
      let refusing = raise(index, by: rise)
      guard refusing == 0 else { return refusal(refusing) }
      note(index, taken: rise, takes: 0)
    } else {
      lower(index, by: 0 &- rise)
    }
    unsafe record.pointee.live = level
    return nil
  }

  /// Counts what was ever taken.
  @inlinable @inline(__always)
  mutating func note(_ index: Int, taken: Int, takes: UInt) {
    let record = unsafe accounts.unchecked + index
    let (amount, carries) = unsafe record.pointee.taken.addingReportingOverflow(UInt(taken))
    // Less than 2^63 each.
    let count = unsafe UInt(record.pointee.takes) &+ takes
    if carries || count > UInt(UInt32.max) {
      remember(index, taken: UInt(taken), takes: takes)
    } else {
      unsafe record.pointee.taken = amount
      unsafe record.pointee.takes = UInt32(truncatingIfNeeded: count)
    }
  }

  /// What the layer above learns of the balance that refused.
  ///
  /// It mutates nothing; but what is not `mutating` is called with a copy of the ledger's header.
  @usableFromInline @inline(never)
  mutating func refusal(_ balance: UInt32) -> Refusal {
    let ladder = Int(balances[Int(balance)].ladder)
    return Refusal(
      scope: scope(ofBalance: Int(balance)),
      isOverflow: ladders[ladder].capacity == .max
    )
  }
}
