extension Ledger {
  /// That over which amounts are summed and limits stand, at four levels.
  ///
  /// The order of the cases is the order in which limits are asked: the first that stands against a
  /// take is the one that refuses it.
  @frozen
  public enum Scope: Hashable, Sendable, BitwiseCopyable {
    /// What a holder holds of a resource under one key.
    case slot(Resource, Process, Key)
    /// What all accounts that draw from a pool hold.
    case pool(Pool)
    /// What a holder holds of a resource under any key or none: the counter of that process.
    case process(Resource, Process)
    /// What all holders on a host hold of a resource.
    case host(Resource, Host)
  }
}

extension Ledger {
  /// Where the balance of a scope lies; `nil` for a slot that does not exist now.
  func balanceIfAny(at scope: Scope) -> Int? {
    guard case .slot(let resource, let holder, let key) = scope else { return balance(at: scope) }
    check(resource)
    check(holder)
    return findSlot(resource, holder, rawKey: Self.raw(key)).map { firstSlot + $0 }
  }

  /// Where the balance of a scope lies, which is not a slot.
  func balance(at scope: Scope) -> Int {
    switch scope {
    case .slot: preconditionFailure("slots lie where they were made")
    case .pool(let pool):
      precondition(pool.index >= 0 && pool.index < poolCount, "no such pool")
      return firstPool + pool.index
    case .process(let resource, let holder):
      check(resource)
      check(holder)
      return firstProcess + holder.index * capacity.resources + resource.index
    case .host(let resource, let host):
      check(resource)
      precondition(host.index >= 0 && host.index < hostCount, "no such host")
      return 1 + host.index * capacity.resources + resource.index
    }
  }

  /// The scope whose balance lies at `index`.
  @inline(__always)
  func scope(ofBalance index: Int) -> Scope {
    if index >= firstSlot {
      let slot = slots[index - firstSlot]
      return .slot(
        Resource(Int(slot.resource)),
        Process(Int(slot.holder)),
        Key(Int(slot.rawKey) - 1)
      )
    }
    if index >= firstPool { return .pool(Pool(index - firstPool)) }
    let isProcess = index >= firstProcess
    let (row, resource) = (index - (isProcess ? firstProcess : 1))
      .quotientAndRemainder(dividingBy: capacity.resources)
    return isProcess
      ? .process(Resource(resource), Process(row)) : .host(Resource(resource), Host(row))
  }
}
