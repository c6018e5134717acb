extension Ledger {
  /// Which resource, holder and key a slot is for, and why it is kept.
  @frozen @usableFromInline
  struct SlotRecord: BitwiseCopyable, Sendable {
    @usableFromInline var resource: UInt32
    @usableFromInline var holder: UInt32
    @usableFromInline var rawKey: UInt32
    @usableFromInline var hash: UInt32
    /// How many accounts count on it; of a free slot, the next free one plus 1.
    @usableFromInline var accounts: UInt32
    /// Whether it was given a ladder of its own.
    @usableFromInline var isDeclared: Bool
    @usableFromInline var isUsed: Bool
  }

  /// A key's number plus 1, or 0 for none.
  @inlinable
  static func raw(_ key: Key?) -> UInt32 {
    key.map { UInt32($0.index) + 1 } ?? 0
  }

  /// How many slots there are now.
  public var slotCount: Int {
    var count = 0
    for slot in 0..<slotsUsed where slots[slot].isUsed { count += 1 }
    return count
  }

  @inline(__always)
  func findSlot(_ resource: Resource, _ holder: Process, rawKey: UInt32) -> Int? {
    let hash = Self.slotHash(resource, holder, rawKey)
    var place = slotTable.start(hash)
    while let slot = slotTable.next(hash, at: &place) {
      let record = slots[slot]
      if record.rawKey == rawKey, Int(record.holder) == holder.index,
        Int(record.resource) == resource.index
      {
        return slot
      }
    }
    return nil
  }

  mutating func findOrMakeSlot(
    _ resource: Resource,
    _ holder: Process,
    rawKey: UInt32
  ) throws(Halt) -> Int {
    check(resource)
    check(holder)
    if let slot = findSlot(resource, holder, rawKey: rawKey) { return slot }
    while freeSlot == 0, slotsUsed == slots.count {
      guard recycleAccount() else { throw Halt(.limits, limit: capacity.slots) }
    }
    let slot: Int
    if slotsUsed < slots.count {
      slot = slotsUsed
      slotsUsed += 1
    } else {
      slot = Int(freeSlot) - 1
      freeSlot = slots[slot].accounts
    }
    let hash = Self.slotHash(resource, holder, rawKey)
    slots[slot] = SlotRecord(
      resource: UInt32(resource.index),
      holder: UInt32(holder.index),
      rawKey: rawKey,
      hash: hash,
      accounts: 0,
      isDeclared: false,
      isUsed: true
    )
    slotTable.insert(hash, slot)
    balances[firstSlot + slot] = Balance()
    let ladder = slotLadders[balance(at: .process(resource, holder)) - firstProcess]
    replaceLadder(Ladder(Int(ladder)), ofBalance: firstSlot + slot)
    return slot
  }

  /// Frees a slot on which no account counts, that has no ladder of its own, and that has nothing to
  /// report.
  mutating func releaseSlotIfUnused(_ slot: Int) {
    let record = slots[slot]
    guard record.isUsed, record.accounts == 0, !record.isDeclared,
      balances[firstSlot + slot].nextPending == 0
    else { return }
    slotTable.remove(record.hash, slot)
    slots[slot].isUsed = false
    slots[slot].accounts = freeSlot
    freeSlot = UInt32(slot) + 1
  }

  private static func slotHash(
    _ resource: Resource,
    _ holder: Process,
    _ rawKey: UInt32
  ) -> UInt32 {
    let hash = mixed(UInt64(UInt32(resource.index)) << 32 | UInt64(UInt32(holder.index)))
    return UInt32(truncatingIfNeeded: mixed(hash ^ UInt64(rawKey)) >> 32)
  }
}
