extension Ledger {
  /// How much a ledger has room for.
  public struct Capacity: Hashable, Sendable {
    /// Machines.
    public var hosts: Int
    /// Processes on all of them.
    public var processes: Int
    /// Kinds of resource.
    public var resources: Int
    /// Sites.
    public var sites: Int
    /// Accounts at a time, those which are open or hold something; a few more save searching.
    public var accounts: Int
    /// Slots at a time: keys of a resource and a holder with accounts or with a ladder of their own.
    public var slots: Int
    /// Pools.
    public var pools: Int
    /// Ladders, beside the unlimited one.
    public var ladders: Int
    /// Rungs of all ladders together.
    public var rungs: Int

    /// Room for so many of each.
    public init(
      hosts: Int = 1,
      processes: Int,
      resources: Int,
      sites: Int,
      accounts: Int,
      slots: Int = 0,
      pools: Int = 0,
      ladders: Int = 0,
      rungs: Int = 0
    ) {
      self.hosts = hosts
      self.processes = processes
      self.resources = resources
      self.sites = sites
      self.accounts = accounts
      self.slots = slots
      self.pools = pools
      self.ladders = ladders
      self.rungs = rungs
    }

    /// One more than there can be at all four levels.
    var balances: Int { 1 + (hosts + processes) * resources + pools + slots }

    func check() {
      precondition(
        hosts >= 0 && processes >= 0 && resources >= 0 && sites >= 0 && accounts >= 0 && slots >= 0
          && pools >= 0 && ladders >= 0 && rungs >= 0,
        "a capacity cannot be negative"
      )
      precondition(
        accounts < 1 << 30 && balances < 1 << 31 && ladders < 1 << 16 && rungs < 1 << 31
          && resources < 1 << 31 && sites < 1 << 31,
        "the ledger's numbers have 32 bits, those of its ladders 16"
      )
    }
  }
}
