/// Who holds what, who must let it go, and which piece of behaviour took it.
///
/// ```
///                 ┌ slot     resource, holder, key ┐
///  take ─► account┤ pool     declared              ├ ladder: rungs that show, a capacity that refuses
///    ▲        │   │ process  resource, holder      │              │
///  give back  │   └ host     resource, host        ┘              ▼
///             ▼                                              nextCrossing
///   abandon: leaked, until the owner or the holder stops, or the host reboots
/// ```
///
/// An *account* stands for all that one site takes of one resource for one holder and one owner, under
/// one key or none, from one pool or none. It keeps sums: what is live and what was leaked. Each
/// account counts on up to four *balances*, one for each level, and each balance stands on a *ladder*.
/// A *lease* is a value that its holder keeps.
///
/// All memory is taken at creation. Amounts are 64-bit; what would exceed them is refused, and totals
/// of the past have 128 bits.
@frozen
public struct Ledger: ~Copyable, Sendable {
  /// What the ledger was made for.
  public let capacity: Capacity

  @usableFromInline var accounts: Slab<AccountRecord>
  @usableFromInline var details: Slab<AccountDetail>
  @usableFromInline var chains: Chains
  @usableFromInline var accountTable: HashTable
  @usableFromInline var accountsUsed = 0
  @usableFromInline var freeAccount: UInt32 = 0
  @usableFromInline var sweepHand = 0

  /// Nothing, then hosts × resources, processes × resources, pools, slots.
  @usableFromInline var balances: Slab<Balance>
  @usableFromInline let firstProcess: Int
  @usableFromInline let firstPool: Int
  @usableFromInline let firstSlot: Int
  /// One more than the most that each balance of a host or a process had; 0 where nobody asks.
  @usableFromInline var peaks: Slab<UInt>
  @usableFromInline var firstPending: UInt32
  @usableFromInline var finalPending: UInt32

  @usableFromInline var slots: Slab<SlotRecord>
  @usableFromInline var slotTable: HashTable
  @usableFromInline var slotLadders: Slab<UInt16>
  @usableFromInline var slotsUsed = 0
  @usableFromInline var freeSlot: UInt32 = 0

  @usableFromInline var ladders: Slab<LadderRecord>
  @usableFromInline var rungs: Slab<Rung>
  @usableFromInline var ladderCount = 1
  @usableFromInline var rungCount = 0

  @usableFromInline var processes: Slab<ProcessRecord>
  /// The process of each host that was added last, plus 1.
  @usableFromInline var lastProcesses: Slab<UInt32>
  @usableFromInline var histories: Slab<History>

  /// How many hosts were added.
  public internal(set) var hostCount = 0

  /// How many processes were added.
  public internal(set) var processCount = 0

  /// How many pools were added.
  public internal(set) var poolCount = 0

  /// A ledger in which nothing is held, with room for `capacity`.
  public init(_ capacity: Capacity) {
    capacity.check()
    self.capacity = capacity
    accounts = Slab(count: capacity.accounts)
    details = Slab(count: capacity.accounts)
    chains = Chains(capacity)
    accountTable = HashTable(capacity: capacity.accounts)
    balances = Slab(count: capacity.balances)
    firstProcess = 1 + capacity.hosts * capacity.resources
    firstPool = firstProcess + capacity.processes * capacity.resources
    firstSlot = firstPool + capacity.pools
    peaks = Slab(count: firstPool)
    firstPending = Self.lastPending
    finalPending = Self.lastPending
    slots = Slab(count: capacity.slots)
    slotTable = HashTable(capacity: capacity.slots)
    slotLadders = Slab(count: capacity.processes * capacity.resources)
    ladders = Slab(count: capacity.ladders + 1)
    rungs = Slab(count: capacity.rungs)
    processes = Slab(count: capacity.processes)
    lastProcesses = Slab(count: capacity.hosts)
    histories = Slab(count: capacity.sites * capacity.resources)
    ladders[0] = LadderRecord(capacity: .max, firstRung: 0, rungs: 0)
    balances[0] = Balance()
    if capacity.accounts > 0 {
      // So that neither an `Account` nor a `Lease` of zero bits ever matches.
      accounts[0].epoch = 1
      accounts[0].generation = 1
    }
  }

  /// How many bytes this ledger holds.
  public var bytes: Int {
    accounts.bytes + details.bytes + chains.bytes + accountTable.buckets.bytes + balances.bytes
      + peaks.bytes + slots.bytes + slotTable.buckets.bytes + slotLadders.bytes + ladders.bytes
      + rungs.bytes
      + processes.bytes + lastProcesses.bytes + histories.bytes
  }

  /// How many bytes a ledger with room for `capacity` holds.
  public static func bytes(_ capacity: Capacity) -> Int {
    Slab<AccountRecord>.bytes(count: capacity.accounts)
      + Slab<AccountDetail>.bytes(count: capacity.accounts)
      + Chains.bytes(capacity)
      + HashTable.bytes(capacity: capacity.accounts)
      + Slab<Balance>.bytes(count: capacity.balances)
      + Slab<UInt>.bytes(
        count: 1 + (capacity.hosts + capacity.processes) * capacity.resources
      )
      + Slab<SlotRecord>.bytes(count: capacity.slots)
      + HashTable.bytes(capacity: capacity.slots)
      + Slab<UInt16>.bytes(count: capacity.processes * capacity.resources)
      + Slab<LadderRecord>.bytes(count: capacity.ladders + 1)
      + Slab<Rung>.bytes(count: capacity.rungs)
      + Slab<ProcessRecord>.bytes(count: capacity.processes)
      + Slab<UInt32>.bytes(count: capacity.hosts)
      + Slab<History>.bytes(count: capacity.sites * capacity.resources)
  }
}

/// A contract of the ledger that its caller broke.
@usableFromInline @inline(never)
func broken(_ contract: StaticString) -> Never {
  fatalError("\(contract)")
}
