import Kernel
import Testing

@Suite("Ladders show and refuse")
struct LedgerLadderTests {
  /// What is held before, what is done, and what must come of it, on a ladder with rungs at 5, 10, 10
  /// and 15 and a capacity of 20. Symptoms are named by their numbers; those that fade are negative.
  struct Row: CustomTestStringConvertible {
    let held: Int
    let change: Int
    let crossed: [Int]
    let isRefused: Bool

    init(_ held: Int, _ change: Int, _ crossed: [Int], refused: Bool = false) {
      self.held = held
      self.change = change
      self.crossed = crossed
      isRefused = refused
    }

    var testDescription: String { "\(held) then \(change)" }
  }

  static let rows = [
    Row(0, 0, []), Row(0, 4, []), Row(0, 5, [1]), Row(0, 6, [1]), Row(0, 9, [1]),
    Row(0, 10, [1, 2, 3]), Row(0, 14, [1, 2, 3]), Row(0, 15, [1, 2, 3, 4]),
    Row(0, 20, [1, 2, 3, 4]), Row(0, 21, [], refused: true), Row(0, .max, [], refused: true),
    Row(4, 1, [1]), Row(5, 0, []), Row(5, 4, []), Row(5, 5, [2, 3]), Row(9, 1, [2, 3]),
    Row(9, 6, [2, 3, 4]), Row(10, 4, []), Row(14, 1, [4]), Row(15, 5, []), Row(20, 0, []),
    Row(20, 1, [], refused: true), Row(19, 1, []), Row(19, 2, [], refused: true),
    Row(4, -4, []), Row(5, -1, [-1]), Row(5, -5, [-1]), Row(9, -4, []), Row(10, -1, [-3, -2]),
    Row(10, -5, [-3, -2]), Row(10, -6, [-3, -2, -1]), Row(15, -1, [-4]), Row(20, -5, []),
    Row(20, -6, [-4]), Row(20, -20, [-4, -3, -2, -1]), Row(16, -7, [-4, -3, -2]),
  ]

  @Test("at each level, in the order of the rungs", arguments: rows, 0..<4)
  func table(row: Row, level: Int) throws {
    var site = try LedgerSite()
    let ladder = try site.ledger.addLadder(
      capacity: 20,
      rungs: [5, 10, 10, 15].enumerated().map { .init(at: $1, .init($0 + 1)) }
    )
    let pool = try site.ledger.addPool(level == 1 ? ladder : .unlimited)
    let terms = site.terms(key: 7, pool: pool)
    let scopes: [Ledger.Scope] = [
      .slot(LedgerSite.handles, site.server, .init(7)), .pool(pool),
      .process(LedgerSite.handles, site.server), .host(LedgerSite.handles, site.host),
    ]
    if level != 1 { try site.ledger.setLadder(ladder, at: scopes[level]) }
    let account = try site.ledger.open(terms)
    #expect(site.ledger.setLevel(account, to: row.held) == nil)
    _ = site.crossings()

    var refusal: Ledger.Refusal?
    if row.change >= 0 {
      refusal = site.ledger.leak(account, row.change)
    } else {
      refusal = site.ledger.setLevel(account, to: row.held + row.change)
    }
    #expect(refusal?.scope == (row.isRefused ? scopes[level] : nil))
    #expect(refusal?.isOverflow ?? false == false)
    let crossings = site.crossings()
    #expect(crossings.map { $0.rung.symptom.index * ($0.isUpward ? 1 : -1) } == row.crossed)
    #expect(crossings.allSatisfy { $0.scope == scopes[level] })
    let amount = row.isRefused ? row.held : row.held + row.change
    for scope in scopes { #expect(site.ledger.amount(at: scope) == amount) }
    #expect(site.ledger.audit() == nil)
  }

  @Test("and the first that refuses is the slot, then the pool, the process, the host")
  func order() throws {
    for first in 0..<4 {
      var site = try LedgerSite()
      let full = try site.ledger.addLadder(capacity: 3)
      let pool = try site.ledger.addPool(first <= 1 ? full : .unlimited)
      let scopes: [Ledger.Scope] = [
        .slot(LedgerSite.handles, site.server, .init(0)), .pool(pool),
        .process(LedgerSite.handles, site.server), .host(LedgerSite.handles, site.host),
      ]
      for scope in scopes[first...] where scope != .pool(pool) {
        try site.ledger.setLadder(full, at: scope)
      }
      let account = try site.ledger.open(site.terms(key: 0, pool: pool))
      #expect(site.ledger.take(account, 4).refusal?.scope == scopes[first])
      #expect(site.ledger.take(account, 3).lease?.amount == 3)
      #expect(site.ledger.take(account, 1).refusal?.scope == scopes[first])
    }
  }

  @Test("and crossings come level by level")
  func levelByLevel() throws {
    var site = try LedgerSite()
    let ladder = try site.ledger.addLadder(rungs: [.init(at: 2, .init(0)), .init(at: 3, .init(1))])
    let pool = try site.ledger.addPool(ladder)
    let scopes: [Ledger.Scope] = [
      .slot(LedgerSite.handles, site.server, .init(0)), .pool(pool),
      .process(LedgerSite.handles, site.server), .host(LedgerSite.handles, site.host),
    ]
    for scope in scopes { try site.ledger.setLadder(ladder, at: scope) }
    let account = try site.ledger.open(site.terms(key: 0, pool: pool))
    let lease = site.ledger.take(account, 3).lease ?? .ended
    let up = site.crossings()
    #expect(up.map(\.scope) == scopes.flatMap { [$0, $0] })
    #expect(up.map(\.rung.amount) == [2, 3, 2, 3, 2, 3, 2, 3])
    site.ledger.giveBack(lease)
    let down = site.crossings()
    #expect(down.map(\.scope) == scopes.flatMap { [$0, $0] })
    #expect(down.map(\.rung.amount) == [3, 2, 3, 2, 3, 2, 3, 2])
  }

  @Test("and what was crossed and crossed back unasked is not reported")
  func crossedBack() throws {
    var site = try LedgerSite()
    let scope = Ledger.Scope.process(LedgerSite.handles, site.server)
    let ladder = try site.ledger.addLadder(rungs: [.init(at: 2, .init(0)), .init(at: 4, .init(1))])
    try site.ledger.setLadder(ladder, at: scope)
    let account = try site.ledger.open(site.terms())
    let lease = site.ledger.take(account, 5).lease ?? .ended
    site.ledger.giveBack(lease)
    #expect(site.crossings() == [])
    _ = site.ledger.take(account, 5)
    #expect(site.ledger.nextCrossing()?.rung.amount == 2)
    site.ledger.stop(site.server)
    #expect(site.crossings().map(\.isUpward) == [false])
  }

  @Test("and a new ladder speaks for itself, below what is held it only lets go")
  func replaced() throws {
    var site = try LedgerSite()
    let scope = Ledger.Scope.process(LedgerSite.handles, site.server)
    let old = try site.ledger.addLadder(capacity: 9, rungs: [.init(at: 2, .init(0))])
    let new = try site.ledger.addLadder(capacity: 4, rungs: [.init(at: 3, .init(1))])
    try site.ledger.setLadder(old, at: scope)
    let account = try site.ledger.open(site.terms())
    var lease = site.ledger.take(account, 7).lease ?? .ended
    _ = site.crossings()
    try site.ledger.setLadder(new, at: scope)
    #expect(site.crossings() == [.init(scope: scope, rung: .init(at: 3, .init(1)), isUpward: true)])
    #expect(site.ledger.ladder(at: scope) == new)
    #expect(site.ledger.capacity(at: scope) == 4)
    #expect(site.ledger.take(account, 0).refusal?.scope == scope)
    for amount in [0, 1] {
      let leaked = site.ledger.leak(account, count: 2, amountEach: amount)
      #expect(leaked == .init(count: 0, refusal: .init(scope: scope, isOverflow: false)))
    }
    site.ledger.giveBack(3, of: &lease)
    #expect(site.ledger.take(account, 0).lease?.amount == 0)
    #expect(site.ledger.take(account, 1).refusal?.scope == scope)
    site.ledger.giveBack(2, of: &lease)
    #expect(site.crossings().map(\.isUpward) == [false])
    #expect(site.ledger.take(account, 2).lease?.amount == 2)
  }

  @Test("and each key has the ladder of its holder unless it was given one of its own")
  func eachKey() throws {
    var site = try LedgerSite()
    let few = try site.ledger.addLadder(capacity: 1)
    let more = try site.ledger.addLadder(capacity: 2)
    let own = Ledger.Scope.slot(LedgerSite.handles, site.server, .init(5))
    try site.ledger.setLadder(more, at: own)
    _ = try site.ledger.take(site.terms(key: 4), 1)
    site.ledger.setLadder(few, atEachKeyOf: LedgerSite.handles, site.server)
    for (key, room) in [(4, 0), (5, 2), (6, 1)] {
      let scope = Ledger.Scope.slot(LedgerSite.handles, site.server, .init(key))
      #expect(site.ledger.capacity(at: scope) == (key == 5 ? 2 : 1))
      let account = try site.ledger.open(site.terms(by: LedgerSite.faulty, key: key))
      let leaked = site.ledger.leak(account, count: 9, amountEach: 1)
      #expect(leaked == .init(count: room, refusal: .init(scope: scope, isOverflow: false)))
    }
    #expect(try site.ledger.take(site.terms(), 100).lease?.amount == 100)
  }

  @Test("and 255 rungs fit on one ladder")
  func longest() throws {
    var site = try LedgerSite()
    let rungs = (1...255).map { Ledger.Rung(at: $0, .init($0)) }
    let ladder = try site.ledger.addLadder(rungs: rungs)
    let scope = Ledger.Scope.host(LedgerSite.handles, site.host)
    try site.ledger.setLadder(ladder, at: scope)
    let account = try site.ledger.open(site.terms())
    #expect(site.ledger.leak(account, 300) == nil)
    #expect(site.crossings().map(\.rung) == rungs)
    #expect(site.ledger.rung(at: scope)?.amount == 255)
    site.ledger.reboot(site.host)
    #expect(site.crossings().map(\.rung) == rungs.reversed())
  }
}
