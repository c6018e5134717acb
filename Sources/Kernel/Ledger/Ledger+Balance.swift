extension Ledger {
  /// The sum of all accounts within one scope, and where on its ladder it stands.
  ///
  /// `floor` and `ceiling` enclose the amounts at which nothing happens, so that taking and giving back
  /// compare once for each level.
  @frozen @usableFromInline
  struct Balance: BitwiseCopyable, Sendable {
    /// Live and leaked together; never below 0.
    @usableFromInline var amount: Int
    /// The most that neither exceeds the capacity nor reaches the next rung, nor a peak that is watched.
    @usableFromInline var ceiling: Int
    /// The least at which the rung that was reached last still shows.
    @usableFromInline var floor: Int
    @usableFromInline var ladder: UInt16
    /// How many rungs the amount has reached.
    @usableFromInline var rung: UInt8
    /// How many of them were reported.
    @usableFromInline var shown: UInt8
    /// The next balance with crossings to report; 0 if this one has none, `lastPending` at the end.
    @usableFromInline var nextPending: UInt32

    /// An amount of 0 without a ladder.
    @inlinable
    init() {
      amount = 0
      ceiling = .max
      floor = .min
      ladder = 0
      rung = 0
      shown = 0
      nextPending = 0
    }
  }

  /// What ends the list of balances with crossings to report.
  static var lastPending: UInt32 { .max }

  /// Adds `amount` to the balances of an account and answers 0, or changes nothing and answers the
  /// balance that refuses.
  @inlinable @inline(__always)
  mutating func raise(_ account: Int, by amount: Int) -> UInt32 {
    let record = unsafe accounts.unchecked + account
    let none = unsafe balances.unchecked
    let slot = unsafe none + Int(record.pointee.slot)
    let pool = unsafe none + Int(record.pointee.pool)
    let process = unsafe none + Int(record.pointee.process)
    let host = unsafe none + Int(record.pointee.host)
    // An amount and its ceiling both lie between 0 and Int.max: their difference cannot overflow.
    if unsafe amount > slot.pointee.ceiling &- slot.pointee.amount
      || amount > pool.pointee.ceiling &- pool.pointee.amount
      || amount > process.pointee.ceiling &- process.pointee.amount
      || amount > host.pointee.ceiling &- host.pointee.amount
    {
      return raiseAcrossRungs(account, by: amount)
    }
    unsafe slot.pointee.amount &+= amount
    unsafe pool.pointee.amount &+= amount
    unsafe process.pointee.amount &+= amount
    unsafe host.pointee.amount &+= amount
    // Accounts without a slot or a pool keep them in the first balance, which stays empty.
    unsafe none.pointee.amount = 0
    return 0
  }

  /// Takes `amount` off the balances of an account, which have it.
  @inlinable @inline(__always)
  mutating func lower(_ account: Int, by amount: Int) {
    let record = unsafe accounts.unchecked + account
    let none = unsafe balances.unchecked
    let slot = unsafe none + Int(record.pointee.slot)
    let pool = unsafe none + Int(record.pointee.pool)
    let process = unsafe none + Int(record.pointee.process)
    let host = unsafe none + Int(record.pointee.host)
    unsafe slot.pointee.amount &-= amount
    unsafe pool.pointee.amount &-= amount
    unsafe process.pointee.amount &-= amount
    unsafe host.pointee.amount &-= amount
    unsafe none.pointee.amount = 0
    if unsafe slot.pointee.amount < slot.pointee.floor
      || pool.pointee.amount < pool.pointee.floor
      || process.pointee.amount < process.pointee.floor
      || host.pointee.amount < host.pointee.floor
    {
      settleAll(account)
    }
  }

  /// As `raise`, where some balance leaves the amounts between its floor and its ceiling.
  @usableFromInline @inline(never)
  mutating func raiseAcrossRungs(_ account: Int, by amount: Int) -> UInt32 {
    let refusing = refusing(account, amount)
    guard refusing == 0 else { return refusing }
    for level in 0..<AccountRecord.levels {
      let index = accounts[account].balance(level)
      if index != 0 { balances[index].amount += amount }
    }
    settleAll(account)
    return 0
  }

  /// The balance that refuses `amount` more, the first in the order of the levels; 0 if none does.
  @inline(__always)
  func refusing(_ account: Int, _ amount: Int) -> UInt32 {
    for level in 0..<AccountRecord.levels {
      let index = accounts[account].balance(level)
      if index != 0, amount > room(index) { return UInt32(index) }
    }
    return 0
  }

  /// How much more a balance admits; below 0 where it holds more than a capacity that came later.
  func room(_ index: Int) -> Int {
    ladders[Int(balances[index].ladder)].capacity - balances[index].amount
  }

  /// Brings the balances of an account to the rungs on which their amounts stand.
  @usableFromInline @inline(never)
  mutating func settleAll(_ account: Int) {
    for level in 0..<AccountRecord.levels {
      let index = accounts[account].balance(level)
      if index != 0 { settle(index) }
    }
  }

  /// Brings a balance to the rung on which its amount stands, and lists it if that is to be reported.
  mutating func settle(_ index: Int) {
    var balance = balances[index]
    let ladder = ladders[Int(balance.ladder)]
    let first = Int(ladder.firstRung)
    var rung = Int(balance.rung)
    while rung < ladder.rungs, rungs[first + rung].amount <= balance.amount { rung += 1 }
    while rung > 0, rungs[first + rung - 1].amount > balance.amount { rung -= 1 }
    balance.rung = UInt8(rung)
    balance.floor = rung > 0 ? rungs[first + rung - 1].amount : .min
    balance.ceiling = ladder.capacity
    if rung < ladder.rungs {
      balance.ceiling = min(ladder.capacity, rungs[first + rung].amount - 1)
    }
    notePeak(index, balance.amount)
    balance.ceiling = min(balance.ceiling, peak(ofBalance: index))
    balances[index] = balance
    if balance.rung != balance.shown, balance.nextPending == 0 { appendPending(index) }
  }
}
