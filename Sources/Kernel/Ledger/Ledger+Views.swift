extension Ledger {
  /// What stands now: taken and not ended.
  @frozen
  public struct Standing: Hashable, Sendable {
    /// The amount of leases and levels.
    public var live: UInt128 = 0
    /// How many leases there are.
    public var leases: UInt128 = 0
    /// The amount that was leaked or abandoned.
    public var leaked: UInt128 = 0
    /// In how many pieces it was.
    public var leaks: UInt128 = 0

    /// Nothing, unless told otherwise.
    public init(
      live: UInt128 = 0,
      leases: UInt128 = 0,
      leaked: UInt128 = 0,
      leaks: UInt128 = 0
    ) {
      self.live = live
      self.leases = leases
      self.leaked = leaked
      self.leaks = leaks
    }

    /// Live and leaked together: what counters show.
    public var amount: UInt128 { live + leaked }

    /// Adds what stands elsewhere.
    public static func += (left: inout Standing, right: Standing) {
      left.live += right.live
      left.leases += right.leases
      left.leaked += right.leaked
      left.leaks += right.leaks
    }
  }

  /// The counter that an administrator reads: what is held at `scope`, live and leaked.
  public func amount(at scope: Scope) -> Int {
    balanceIfAny(at: scope).map { balances[$0].amount } ?? 0
  }

  /// The most that may be held at `scope`; `nil` where nothing limits it.
  public func capacity(at scope: Scope) -> Int? {
    let capacity = ladders[ladder(at: scope).index].capacity
    return capacity == .max ? nil : capacity
  }

  /// The ladder that stands at `scope`.
  public func ladder(at scope: Scope) -> Ladder {
    if let index = balanceIfAny(at: scope) { return Ladder(Int(balances[index].ladder)) }
    guard case .slot(let resource, let holder, _) = scope else { return .unlimited }
    return Ladder(Int(slotLadders[balance(at: .process(resource, holder)) - firstProcess]))
  }

  /// The highest rung whose symptom shows at `scope`; `nil` if none does.
  public func rung(at scope: Scope) -> Rung? {
    guard let index = balanceIfAny(at: scope), balances[index].rung > 0 else { return nil }
    let ladder = ladders[Int(balances[index].ladder)]
    return rungs[Int(ladder.firstRung) + Int(balances[index].rung) - 1]
  }

  /// The truth: what the accounts within `scope` come to, one by one. Linear in the accounts of the
  /// holders at `scope`; for a pool, in all accounts.
  public func truth(at scope: Scope) -> Standing {
    var standing = Standing()
    switch scope {
    case .slot(_, let holder, _), .process(_, let holder):
      standing += sum(.held, of: holder.index, within: scope)
    case .pool:
      for index in 0..<accountsUsed where accounts[index].isUsed && contains(scope, index) {
        standing += self.standing(index)
      }
    case .host(_, let host):
      var process = lastProcesses[host.index]
      while process != 0 {
        standing += sum(.held, of: Int(process) - 1, within: scope)
        process = processes[Int(process) - 1].previous
      }
    }
    return standing
  }

  /// The attribution: what `site` has at `scope`. Linear in the accounts of the site.
  public func standing(of site: Site, at scope: Scope) -> Standing {
    check(site)
    return sum(.site, of: site.index, within: scope)
  }

  /// The attribution: what `site` has of `resource` anywhere. Linear in the accounts of the site.
  public func standing(of site: Site, _ resource: Resource) -> Standing {
    check(site)
    var standing = Standing()
    var next = chains.first(.site, of: site.index)
    while next != 0 {
      let index = Int(next) - 1
      if details[index].terms.resource == resource { standing += self.standing(index) }
      next = chains.next(.site, after: index)
    }
    return standing
  }

  /// What stands on one account.
  public func standing(of account: Account) -> Standing { standing(index(of: account)) }

  /// One more than the greatest number that `entry` knows.
  public var entryCount: Int { accountsUsed }

  /// The account numbered `number`, from 0 to below `entryCount`, and what stands on it; `nil` where
  /// there is none now. A walk over all accounts, for reports.
  public func entry(_ number: Int) -> (terms: Account.Terms, standing: Standing)? {
    accounts[number].isUsed ? (details[number].terms, standing(number)) : nil
  }

  func standing(_ index: Int) -> Standing {
    let record = accounts[index]
    return Standing(
      live: UInt128(record.live),
      leases: UInt128(record.leases),
      leaked: UInt128(record.leaked),
      leaks: UInt128(accounts[index].leaks)
    )
  }

  private func sum(_ thread: Chains.Thread, of index: Int, within scope: Scope) -> Standing {
    var standing = Standing()
    var next = chains.first(thread, of: index)
    while next != 0 {
      let account = Int(next) - 1
      if contains(scope, account) { standing += self.standing(account) }
      next = chains.next(thread, after: account)
    }
    return standing
  }

  private func contains(_ scope: Scope, _ index: Int) -> Bool {
    let terms = details[index].terms
    return switch scope {
    case .slot(let resource, let holder, let key):
      terms.key == key && terms.resource == resource && terms.holder == holder
    case .pool(let pool): terms.pool == pool
    case .process(let resource, let holder): terms.resource == resource && terms.holder == holder
    case .host(let resource, let host):
      terms.resource == resource && Int(processes[terms.holder.index].host) == host.index
    }
  }
}
