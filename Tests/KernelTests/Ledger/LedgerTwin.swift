import Kernel

/// The ledger as one would write it without a thought for speed: every single lease in an array, every
/// sum a filter, every limit looked up and compared.
struct LedgerTwin {
  struct Item {
    enum Kind { case lease, level, leak }
    let number: Int
    let terms: Account.Terms
    var amount: Int
    var kind: Kind
  }

  struct Ladder {
    var capacity: Int?
    var rungs: [Ledger.Rung] = []
  }

  struct SiteResource: Hashable {
    let site: Ledger.Site
    let resource: Ledger.Resource
  }

  struct Row: Hashable {
    let resource: Ledger.Resource
    let holder: Ledger.Process
  }

  var items: [Item] = []
  var ladders: [Ladder] = [Ladder()]
  var ladderAt: [Ledger.Scope: Int] = [:]
  var eachKey: [Row: Int] = [:]
  var shown: [Ledger.Scope: Int] = [:]
  var histories: [SiteResource: Ledger.History] = [:]
  var openings: [Account.Terms: Int] = [:]
  var hostOf: [Ledger.Process: Ledger.Host] = [:]
  var outlasting: Set<Ledger.Process> = []
  var nextNumber = 0

  func scopes(_ terms: Account.Terms) -> [Ledger.Scope] {
    var scopes: [Ledger.Scope] = []
    if let key = terms.key { scopes.append(.slot(terms.resource, terms.holder, key)) }
    if let pool = terms.pool { scopes.append(.pool(pool)) }
    scopes.append(.process(terms.resource, terms.holder))
    scopes.append(.host(terms.resource, hostOf[terms.holder]!))
    return scopes
  }

  func items(at scope: Ledger.Scope) -> [Item] {
    switch scope {
    case .slot(let resource, let holder, let key):
      items.filter {
        $0.terms.holder == holder && $0.terms.resource == resource && $0.terms.key == key
      }
    case .pool(let pool): items.filter { $0.terms.pool == pool }
    case .process(let resource, let holder):
      items.filter { $0.terms.holder == holder && $0.terms.resource == resource }
    case .host(let resource, let host):
      items.filter { $0.terms.resource == resource && hostOf[$0.terms.holder] == host }
    }
  }

  func amount(at scope: Ledger.Scope) -> Int { items(at: scope).reduce(0) { $0 + $1.amount } }

  func standing(_ items: [Item]) -> Ledger.Standing {
    let leaks = items.filter { $0.kind == .leak }
    return Ledger.Standing(
      live: UInt128(items.filter { $0.kind != .leak }.reduce(0) { $0 + $1.amount }),
      leases: UInt128(items.count { $0.kind == .lease }),
      leaked: UInt128(leaks.reduce(0) { $0 + $1.amount }),
      leaks: UInt128(leaks.count)
    )
  }

  func ladderIndex(at scope: Ledger.Scope) -> Int {
    if let index = ladderAt[scope] { return index }
    guard case .slot(let resource, let holder, _) = scope else { return 0 }
    return eachKey[Row(resource: resource, holder: holder)] ?? 0
  }

  func ladder(at scope: Ledger.Scope) -> Ladder { ladders[ladderIndex(at: scope)] }

  func refusing(_ terms: Account.Terms, _ amount: Int) -> Ledger.Scope? {
    scopes(terms).first { scope in
      guard let capacity = ladder(at: scope).capacity else { return false }
      return self.amount(at: scope) + amount > capacity
    }
  }

  mutating func add(_ terms: Account.Terms, _ amount: Int, _ kind: Item.Kind) -> Int {
    nextNumber += 1
    items.append(Item(number: nextNumber, terms: terms, amount: amount, kind: kind))
    note(terms) { history in
      history.taken += UInt128(amount)
      history.takes += 1
      if kind == .leak {
        history.leaked += UInt128(amount)
        history.leaks += 1
      }
    }
    return nextNumber
  }

  mutating func note(_ terms: Account.Terms, _ change: (inout Ledger.History) -> Void) {
    change(&histories[SiteResource(site: terms.site, resource: terms.resource), default: .init()])
  }

  /// Answers whether the lease stood; takes `part` off it, or ends it.
  mutating func giveBack(_ number: Int, part: Int?) -> Bool {
    guard let index = items.firstIndex(where: { $0.number == number }) else { return false }
    if let part { items[index].amount -= part } else { items.remove(at: index) }
    return true
  }

  mutating func abandon(_ number: Int, part: Int?) -> Bool {
    guard let index = items.firstIndex(where: { $0.number == number }) else { return false }
    let terms = items[index].terms
    let amount = part ?? items[index].amount
    if let part {
      items[index].amount -= part
      nextNumber += 1
      items.append(Item(number: nextNumber, terms: terms, amount: part, kind: .leak))
    } else {
      items[index].kind = .leak
    }
    note(terms) { history in
      history.leaked += UInt128(amount)
      history.leaks += 1
    }
    return true
  }

  mutating func setLevel(_ terms: Account.Terms, to level: Int) -> Ledger.Scope? {
    let index = items.firstIndex { $0.terms == terms && $0.kind == .level }
    let old = index.map { items[$0].amount } ?? 0
    if level >= old {
      if let scope = refusing(terms, level - old) { return scope }
      note(terms) { $0.taken += UInt128(level - old) }
    }
    if let index { items.remove(at: index) }
    nextNumber += 1
    items.append(Item(number: nextNumber, terms: terms, amount: level, kind: .level))
    return nil
  }

  mutating func stop(_ process: Ledger.Process) {
    items.removeAll { $0.terms.holder == process || $0.terms.owner == process }
  }

  mutating func reboot(_ host: Ledger.Host) {
    for (process, itsHost) in hostOf where itsHost == host && !outlasting.contains(process) {
      stop(process)
    }
  }

  mutating func reclaim(_ terms: Account.Terms) -> Int {
    let leaked = items.filter { $0.terms == terms && $0.kind == .leak }.reduce(0) { $0 + $1.amount }
    items.removeAll { $0.terms == terms && $0.kind == .leak }
    return leaked
  }

  mutating func setLadder(_ index: Int, at scope: Ledger.Scope) {
    ladderAt[scope] = index
    shown[scope] = nil
  }

  mutating func setLadder(_ index: Int, atEachKeyOf row: Row) {
    eachKey[row] = index
    for scope in shown.keys where ladderAt[scope] == nil {
      if case .slot(row.resource, row.holder, _) = scope { shown[scope] = nil }
    }
  }

  /// What is to be reported, scope by scope in the order given, and from now on has been.
  mutating func crossings(_ scopes: [Ledger.Scope]) -> [Ledger.Crossing] {
    var crossings: [Ledger.Crossing] = []
    for scope in scopes {
      let rungs = ladder(at: scope).rungs
      let amount = amount(at: scope)
      let reached = rungs.count { $0.amount <= amount }
      let before = shown[scope] ?? 0
      if reached > before {
        crossings += rungs[before..<reached].map { .init(scope: scope, rung: $0, isUpward: true) }
      } else {
        crossings += rungs[reached..<before].reversed()
          .map { .init(scope: scope, rung: $0, isUpward: false) }
      }
      shown[scope] = reached == 0 ? nil : reached
    }
    return crossings
  }

  /// The terms on which something stands, or that are open.
  func kept() -> Set<Account.Terms> {
    // A level of 0 keeps nothing.
    var kept = Set(items.filter { $0.kind != .level || $0.amount > 0 }.map(\.terms))
    for (terms, count) in openings where count > 0 { kept.insert(terms) }
    return kept
  }
}
