extension Ledger {
  /// A symptom that has begun or ceased to show.
  @frozen
  public struct Crossing: Hashable, Sendable {
    /// Where.
    public let scope: Scope

    /// Which rung of the ladder that stands there.
    public let rung: Rung

    /// Whether it begins to show.
    public let isUpward: Bool

    /// A crossing of `rung` at `scope`.
    public init(scope: Scope, rung: Rung, isUpward: Bool) {
      self.scope = scope
      self.rung = rung
      self.isUpward = isUpward
    }
  }

  /// Whether something may have crossed a rung since `nextCrossing` last answered `nil`.
  @inlinable
  public var hasCrossings: Bool { firstPending != .max }

  /// The next rung that was crossed and not reported yet; `nil` when there is none.
  ///
  /// Scopes come in the order in which they first crossed something, and for one operation in the order
  /// of the levels; the rungs of one scope in the order in which they were passed. What was crossed and
  /// crossed back before anybody asked is not reported: what was reported and what shows differ by
  /// exactly what is still to be reported.
  public mutating func nextCrossing() -> Crossing? {
    while firstPending != Self.lastPending {
      let index = Int(firstPending)
      let balance = balances[index]
      guard balance.rung == balance.shown else { return report(index) }
      firstPending = balance.nextPending
      if firstPending == Self.lastPending { finalPending = Self.lastPending }
      balances[index].nextPending = 0
      if index >= firstSlot { releaseSlotIfUnused(index - firstSlot) }
    }
    return nil
  }

  private mutating func report(_ index: Int) -> Crossing {
    let isUpward = balances[index].rung > balances[index].shown
    if !isUpward { balances[index].shown -= 1 }
    let first = Int(ladders[Int(balances[index].ladder)].firstRung)
    let rung = rungs[first + Int(balances[index].shown)]
    if isUpward { balances[index].shown += 1 }
    return Crossing(scope: scope(ofBalance: index), rung: rung, isUpward: isUpward)
  }

  mutating func appendPending(_ index: Int) {
    balances[index].nextPending = Self.lastPending
    if finalPending == Self.lastPending {
      firstPending = UInt32(index)
    } else {
      balances[Int(finalPending)].nextPending = UInt32(index)
    }
    finalPending = UInt32(index)
  }
}
