extension Ledger {
  /// What a site ever did with a resource, stops or no stops.
  @frozen
  public struct History: Hashable, Sendable, BitwiseCopyable {
    /// The amount that was ever taken, by leases, leaks and rises of a level.
    public var taken: UInt128 = 0
    /// How many leases and leaks there were.
    public var takes: UInt128 = 0
    /// The amount that was ever leaked or abandoned.
    public var leaked: UInt128 = 0
    /// In how many pieces it was.
    public var leaks: UInt128 = 0

    /// Nothing, unless told otherwise.
    public init(
      taken: UInt128 = 0,
      takes: UInt128 = 0,
      leaked: UInt128 = 0,
      leaks: UInt128 = 0
    ) {
      self.taken = taken
      self.takes = takes
      self.leaked = leaked
      self.leaks = leaks
    }
  }

  /// What `site` ever did with `resource`. Linear in the accounts of the site.
  public func history(of site: Site, _ resource: Resource) -> History {
    var history = histories[historyIndex(site, resource)]
    var next = chains.first(.site, of: site.index)
    while next != 0 {
      let index = Int(next) - 1
      if details[index].terms.resource == resource {
        history.taken += UInt128(accounts[index].taken)
        history.takes += UInt128(accounts[index].takes)
        history.leaked += UInt128(accounts[index].leaked)
        history.leaks += UInt128(accounts[index].leaks)
      }
      next = chains.next(.site, after: index)
    }
    return history
  }

  /// Moves what an account knows of takes to the history of its site, and as much more.
  @usableFromInline @inline(never)
  mutating func remember(_ index: Int, taken: UInt = 0, takes: UInt = 0) {
    let terms = details[index].terms
    let history = historyIndex(terms.site, terms.resource)
    histories[history].taken += UInt128(accounts[index].taken) + UInt128(taken)
    histories[history].takes += UInt128(accounts[index].takes) + UInt128(takes)
    accounts[index].taken = 0
    accounts[index].takes = 0
  }

  /// Moves what an account knows of leaks, which have been freed, to the history of its site.
  mutating func rememberLeaks(_ index: Int) {
    guard accounts[index].leaks > 0 else { return }
    let terms = details[index].terms
    let history = historyIndex(terms.site, terms.resource)
    histories[history].leaked += UInt128(accounts[index].leaked)
    histories[history].leaks += UInt128(accounts[index].leaks)
    accounts[index].leaked = 0
    accounts[index].leaks = 0
  }

  private func historyIndex(_ site: Site, _ resource: Resource) -> Int {
    check(site)
    check(resource)
    return site.index * capacity.resources + resource.index
  }
}
