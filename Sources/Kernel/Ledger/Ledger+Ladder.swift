extension Ledger {
  /// What is felt from some amount on. The layer above numbers its symptoms from 0.
  @frozen
  public struct Symptom: Hashable, Sendable, BitwiseCopyable {
    /// The symptom's number.
    public let index: Int

    /// The symptom numbered `index`.
    @inlinable
    public init(_ index: Int) {
      self.index = index
    }
  }

  /// One step of a ladder: a symptom that shows as long as at least `amount` is held.
  @frozen
  public struct Rung: Hashable, Sendable, BitwiseCopyable {
    /// The least amount at which the symptom shows; at least 1.
    public let amount: Int

    /// What shows.
    public let symptom: Symptom

    /// A rung at `amount`, where `symptom` begins to show.
    @inlinable
    public init(at amount: Int, _ symptom: Symptom) {
      self.amount = amount
      self.symptom = symptom
    }
  }

  /// Rungs in ascending order and, perhaps, an amount that cannot be exceeded. Many scopes may share
  /// one ladder. The ledger numbers its ladders from 0 in the order of `addLadder`.
  @frozen
  public struct Ladder: Hashable, Sendable, BitwiseCopyable {
    /// The ladder's number, where 0 is the one that every scope has at first: no rungs, no capacity.
    public let index: Int

    @inlinable
    init(_ index: Int) {
      self.index = index
    }

    /// No rungs and no capacity.
    @inlinable public static var unlimited: Ladder { Ladder(0) }
  }

  /// A ladder as the ledger keeps it: where its rungs lie, and what it caps.
  @frozen @usableFromInline
  struct LadderRecord: BitwiseCopyable, Sendable {
    /// The most that may be held; `Int.max` where nothing but arithmetic ends it.
    @usableFromInline var capacity: Int
    @usableFromInline var firstRung: UInt32
    @usableFromInline var rungs: UInt32
  }

  /// The most rungs that one ladder can have.
  public static var rungsPerLadder: Int { 255 }

  /// Adds a ladder: `rungs` by ascending amount (several may share one), and the most that may be held.
  ///
  /// A take that would leave more than `capacity` is refused. Rungs only show.
  /// - Precondition: amounts of rungs ascend from at least 1, and there are at most `rungsPerLadder`.
  public mutating func addLadder(capacity: Int? = nil, rungs: [Rung] = []) throws(Halt) -> Ladder {
    precondition(capacity ?? 0 >= 0, "a ladder cannot cap below nothing")
    precondition(rungs.count <= Self.rungsPerLadder, "a ladder has too many rungs")
    guard ladderCount < ladders.count else { throw Halt(.ladders, limit: self.capacity.ladders) }
    guard rungCount + rungs.count <= self.rungs.count else {
      throw Halt(.rungs, limit: self.capacity.rungs)
    }
    var least = 1
    for (offset, rung) in rungs.enumerated() {
      precondition(rung.amount >= least, "the rungs of a ladder must ascend from 1")
      least = rung.amount
      self.rungs[rungCount + offset] = rung
    }
    ladders[ladderCount] = LadderRecord(
      capacity: capacity ?? .max,
      firstRung: UInt32(rungCount),
      rungs: UInt32(rungs.count)
    )
    rungCount += rungs.count
    ladderCount += 1
    return Ladder(ladderCount - 1)
  }

  /// Puts `ladder` in the place of the one that stands at `scope`; what is held stays as it is.
  ///
  /// Rungs of the old ladder are forgotten unsaid, and those that the new one has reached are reported
  /// as crossings upward. Above a new and lower capacity nothing can be taken until enough was given
  /// back. A slot keeps a ladder of its own from then on, whatever stands at `eachKey`.
  public mutating func setLadder(_ ladder: Ladder, at scope: Scope) throws(Halt) {
    precondition(ladder.index >= 0 && ladder.index < ladderCount, "no such ladder")
    if case .slot(let resource, let holder, let key) = scope {
      let slot = try findOrMakeSlot(resource, holder, rawKey: Self.raw(key))
      slots[slot].isDeclared = true
      replaceLadder(ladder, ofBalance: firstSlot + slot)
    } else {
      replaceLadder(ladder, ofBalance: balance(at: scope))
    }
  }

  /// Puts `ladder` at every slot of `holder` for `resource`, those that exist and those to come, except
  /// where a slot was given one of its own.
  public mutating func setLadder(
    _ ladder: Ladder,
    atEachKeyOf resource: Resource,
    _ holder: Process
  ) {
    precondition(ladder.index >= 0 && ladder.index < ladderCount, "no such ladder")
    slotLadders[balance(at: .process(resource, holder)) - firstProcess] = UInt16(ladder.index)
    for slot in 0..<slotsUsed {
      let record = slots[slot]
      guard record.isUsed, !record.isDeclared, Int(record.resource) == resource.index,
        Int(record.holder) == holder.index
      else { continue }
      replaceLadder(ladder, ofBalance: firstSlot + slot)
    }
  }

  mutating func replaceLadder(_ ladder: Ladder, ofBalance index: Int) {
    balances[index].ladder = UInt16(ladder.index)
    balances[index].rung = 0
    balances[index].shown = 0
    settle(index)
  }
}
