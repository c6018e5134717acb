import Kernel
import Testing

/// A ledger and its twin under the same random operations; every answer and every view is compared.
struct LedgerRandomRun: ~Copyable {
  let seed: Int
  var dice: LedgerDice
  var ledger: Ledger
  var twin = LedgerTwin()
  var ladders: [Ledger.Ladder] = [.unlimited]
  var hosts: [Ledger.Host] = []
  var processes: [Ledger.Process] = []
  var pools: [Ledger.Pool] = []
  var opened: [(account: Account, terms: Account.Terms)] = []
  var leases: [(lease: Lease, number: Int)] = []
  let capacity: Ledger.Capacity
  let keyCount: Int
  /// Whether crossings are asked for after each operation, which settles their order.
  let asksAlways: Bool
  var refusals: [Ledger.Scope] = []
  var crossed = 0
  var stale = 0
  var halts: [Halt.Capacity: Int] = [:]

  init(seed: Int, capacity: Ledger.Capacity, keyCount: Int, asksAlways: Bool) throws {
    self.seed = seed
    self.capacity = capacity
    self.keyCount = keyCount
    self.asksAlways = asksAlways
    dice = LedgerDice(seed: seed)
    ledger = Ledger(capacity)
    for _ in 0..<capacity.hosts { hosts.append(try ledger.addHost()) }
    for number in 0..<capacity.processes {
      let host = hosts[number % hosts.count]
      let outlasts = number == capacity.processes - 1
      let process = try ledger.addProcess(on: host, outlastsReboot: outlasts)
      processes.append(process)
      twin.hostOf[process] = host
      if outlasts { twin.outlasting.insert(process) }
    }
    for _ in 0..<capacity.ladders { try addLadder() }
    for _ in 0..<capacity.pools {
      let ladder = dice.below(ladders.count)
      let pool = try ledger.addPool(ladders[ladder])
      twin.ladderAt[.pool(pool)] = ladder
      pools.append(pool)
    }
  }

  private mutating func addLadder() throws {
    let scale = [6, 20, 60, 200][dice.below(4)]
    var amounts: [Int] = []
    for _ in 0..<dice.below(5) { amounts.append(1 + dice.below(scale)) }
    var rungs: [Ledger.Rung] = []
    for (number, amount) in amounts.sorted().enumerated() {
      rungs.append(.init(at: amount, .init(100 * ladders.count + number)))
    }
    let capacity = dice.isOne(in: 3) ? nil : dice.below(scale + scale / 2)
    ladders.append(try ledger.addLadder(capacity: capacity, rungs: rungs))
    twin.ladders.append(.init(capacity: capacity, rungs: rungs))
  }

  /// Whether making this account must fail, from what is open or holds something.
  func expectedHalt(_ terms: Account.Terms) -> Halt? {
    let kept = twin.kept()
    if kept.contains(terms) { return nil }
    if kept.count == capacity.accounts { return Halt(.accounts, limit: capacity.accounts) }
    guard let key = terms.key else { return nil }
    return expectedHalt(.slot(terms.resource, terms.holder, key), kept)
  }

  func expectedHalt(_ slot: Ledger.Scope, _ kept: Set<Account.Terms>) -> Halt? {
    var slots: Set<Ledger.Scope> = []
    for terms in kept {
      if let key = terms.key { slots.insert(.slot(terms.resource, terms.holder, key)) }
    }
    for case .slot(let resource, let holder, let key) in twin.ladderAt.keys {
      slots.insert(.slot(resource, holder, key))
    }
    if slots.contains(slot) || slots.count < capacity.slots { return nil }
    return Halt(.limits, limit: capacity.slots)
  }

  mutating func randomTerms(isLevel: Bool = false) -> Account.Terms {
    let holder = processes[dice.below(processes.count)]
    let isForeign = dice.isOne(in: 3)
    return Account.Terms(
      .init(dice.below(capacity.resources)),
      // The first site has levels, the others have leases.
      by: .init(isLevel ? 0 : 1 + dice.below(capacity.sites - 1)),
      holder: holder,
      owner: isForeign ? processes[dice.below(processes.count)] : nil,
      key: keyCount > 0 && dice.isOne(in: 2) ? .init(dice.below(keyCount)) : nil,
      pool: !pools.isEmpty && dice.isOne(in: 2) ? pools[dice.below(pools.count)] : nil
    )
  }

  mutating func randomAmount() -> Int { [0, 1, 1, 1, 2, 5, 17][dice.below(7)] }

  var allScopes: [Ledger.Scope] {
    var scopes: [Ledger.Scope] = pools.map { .pool($0) }
    for resource in (0..<capacity.resources).map({ Ledger.Resource($0) }) {
      for host in hosts { scopes.append(.host(resource, host)) }
      for process in processes {
        scopes.append(.process(resource, process))
        for key in 0..<keyCount { scopes.append(.slot(resource, process, .init(key))) }
      }
    }
    return scopes
  }

  /// Asks for all crossings, and compares: in order, if they come from one account alone.
  mutating func compareCrossings(of terms: Account.Terms?, _ step: String) {
    guard asksAlways || dice.isOne(in: 6) else { return }
    var actual: [Ledger.Crossing] = []
    while let crossing = ledger.nextCrossing() { actual.append(crossing) }
    #expect(ledger.hasCrossings == false)
    crossed += actual.count
    if asksAlways, let terms {
      #expect(actual == twin.crossings(twin.scopes(terms)), "seed \(seed), \(step)")
    } else {
      let expected = twin.crossings(allScopes)
      #expect(
        actual.map { "\($0)" }.sorted() == expected.map { "\($0)" }.sorted(),
        "seed \(seed), \(step)"
      )
    }
  }

  func compareViews() {
    if let contradiction = ledger.audit() { Issue.record("seed \(seed): \(contradiction)") }
    for scope in allScopes {
      let items = twin.items(at: scope)
      let standing = twin.standing(items)
      #expect(ledger.amount(at: scope) == Int(standing.amount), "seed \(seed), \(scope)")
      guard !items.isEmpty else { continue }
      #expect(ledger.truth(at: scope) == standing, "seed \(seed), \(scope)")
      var attributed = Ledger.Standing()
      for site in 0..<capacity.sites {
        let share = ledger.standing(of: .init(site), at: scope)
        #expect(share == twin.standing(items.filter { $0.terms.site.index == site }))
        attributed += share
      }
      #expect(attributed == standing, "seed \(seed), \(scope)")
      let rungs = twin.ladder(at: scope).rungs.filter { $0.amount <= ledger.amount(at: scope) }
      #expect(ledger.rung(at: scope) == rungs.last, "seed \(seed), \(scope)")
      #expect(ledger.capacity(at: scope) == twin.ladder(at: scope).capacity)
    }
    for site in (0..<capacity.sites).map({ Ledger.Site($0) }) {
      for resource in (0..<capacity.resources).map({ Ledger.Resource($0) }) {
        let history = twin.histories[.init(site: site, resource: resource)] ?? .init()
        #expect(ledger.history(of: site, resource) == history, "seed \(seed), \(site) \(resource)")
        let items = twin.items.filter { $0.terms.site == site && $0.terms.resource == resource }
        #expect(ledger.standing(of: site, resource) == twin.standing(items), "seed \(seed)")
      }
    }
    var entries: [Account.Terms: Ledger.Standing] = [:]
    for number in 0..<ledger.entryCount {
      if let entry = ledger.entry(number), entry.standing != .init() {
        #expect(entries.updateValue(entry.standing, forKey: entry.terms) == nil)
      }
    }
    let expected = Dictionary(grouping: twin.items, by: \.terms)
      .mapValues { twin.standing($0) }.filter { $0.value != .init() }
    #expect(entries == expected, "seed \(seed)")
  }
}
