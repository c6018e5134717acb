import Kernel
import Testing

@Suite("The ledger is bounded, and says so")
struct LedgerCapacityTests {
  @Test("each capacity that is reached halts with its name and size, and changes nothing")
  func halts() throws {
    var ledger = Ledger(
      .init(
        hosts: 1,
        processes: 2,
        resources: 1,
        sites: 9,
        accounts: 3,
        slots: 1,
        pools: 1,
        ladders: 2,
        rungs: 3
      )
    )
    let host = try ledger.addHost()
    #expect(throws: Halt(.hosts, limit: 1)) { _ = try ledger.addHost() }
    let process = try ledger.addProcess(on: host)
    _ = try ledger.addProcess(on: host)
    #expect(throws: Halt(.processes, limit: 2)) { _ = try ledger.addProcess(on: host) }
    _ = try ledger.addPool(.unlimited)
    #expect(throws: Halt(.pools, limit: 1)) { _ = try ledger.addPool(.unlimited) }
    let rungs = [Ledger.Rung(at: 1, .init(0)), Ledger.Rung(at: 2, .init(0))]
    _ = try ledger.addLadder(rungs: rungs)
    #expect(throws: Halt(.rungs, limit: 3)) { _ = try ledger.addLadder(rungs: rungs) }
    let ladder = try ledger.addLadder(rungs: [rungs[0]])
    #expect(throws: Halt(.ladders, limit: 2)) { _ = try ledger.addLadder() }

    func terms(_ site: Int, key: Int? = nil) -> Account.Terms {
      .init(.init(0), by: .init(site), holder: process, key: key.map { Ledger.Key($0) })
    }
    _ = try ledger.open(terms(0, key: 0))
    let kept = try ledger.open(terms(1))
    #expect(throws: Halt(.limits, limit: 1)) { _ = try ledger.take(terms(0, key: 1), 1) }
    let other = Ledger.Scope.slot(.init(0), process, .init(1))
    #expect(throws: Halt(.limits, limit: 1)) { try ledger.setLadder(ladder, at: other) }
    let lease = try ledger.take(terms(2), 1).lease ?? .ended
    #expect(throws: Halt(.accounts, limit: 3)) { _ = try ledger.leak(terms(3), 1) }
    #expect(ledger.amount(at: .process(.init(0), process)) == 1)
    // Nothing is in the way of those that are there.
    #expect(try ledger.take(terms(2), 1).lease != nil)
    #expect(ledger.leak(kept, 1) == nil)
    // What was given back makes room, once all of it was.
    ledger.giveBack(lease)
    #expect(throws: Halt(.accounts, limit: 3)) { _ = try ledger.leak(terms(3), 1) }
    ledger.stop(process)
    #expect(try ledger.leak(terms(3), 1) == nil)
    #expect(ledger.audit() == nil)
  }

  @Test("an open account stays, a closed one makes room when it holds nothing")
  func openings() throws {
    var site = try LedgerSite(accounts: 1, slots: 1)
    let first = try site.ledger.open(site.terms(key: 0))
    #expect(try site.ledger.open(site.terms(key: 0)) == first)
    let halt = Halt(.accounts, limit: 1)
    #expect(throws: halt) { _ = try site.ledger.open(site.terms(key: 1)) }
    site.ledger.close(first)
    #expect(throws: halt) { _ = try site.ledger.open(site.terms(key: 1)) }
    let lease = site.ledger.take(first, 2).lease ?? .ended
    site.ledger.close(first)
    #expect(throws: halt) { _ = try site.ledger.open(site.terms(key: 1)) }
    site.ledger.giveBack(lease)
    let second = try site.ledger.open(site.terms(key: 1))
    #expect(second != first)
    #expect(site.ledger.terms(of: second) == site.terms(key: 1))
    #expect(site.ledger.stands(lease) == false)
  }

  @Test("ever new keys pass through few accounts, and their past adds up")
  func years() throws {
    var site = try LedgerSite(accounts: 64, slots: 64)
    let ladder = try site.ledger.addLadder(capacity: 1, rungs: [.init(at: 1, .init(0))])
    site.ledger.setLadder(ladder, atEachKeyOf: LedgerSite.handles, site.server)
    var leases = [Lease](repeating: .ended, count: 32)
    var crossed = 0
    for key in 0..<20_000 {
      site.ledger.giveBack(leases[key % 32])
      leases[key % 32] = try site.ledger.take(site.terms(key: key), 1).lease ?? .ended
      while site.ledger.nextCrossing() != nil { crossed += 1 }
    }
    #expect(crossed == 20_000 + 20_000 - 32)
    #expect(site.ledger.amount(at: .process(LedgerSite.handles, site.server)) == 32)
    #expect(site.ledger.slotCount <= 64)
    let history = site.ledger.history(of: LedgerSite.sound, LedgerSite.handles)
    #expect(history == .init(taken: 20_000, takes: 20_000))
    #expect(site.ledger.audit() == nil)
  }

  @Test("a slot with something to report waits until it was")
  func pendingSlot() throws {
    var site = try LedgerSite(accounts: 4, slots: 1)
    let ladder = try site.ledger.addLadder(rungs: [.init(at: 1, .init(9))])
    site.ledger.setLadder(ladder, atEachKeyOf: LedgerSite.handles, site.server)
    let lease = try site.ledger.take(site.terms(key: 0), 1).lease ?? .ended
    _ = site.crossings()
    site.ledger.giveBack(lease)
    #expect(throws: Halt(.limits, limit: 1)) { _ = try site.ledger.take(site.terms(key: 1), 1) }
    let scope = Ledger.Scope.slot(LedgerSite.handles, site.server, .init(0))
    let down = Ledger.Crossing(scope: scope, rung: .init(at: 1, .init(9)), isUpward: false)
    #expect(site.crossings() == [down])
    #expect(try site.ledger.take(site.terms(key: 1), 1).lease != nil)
    #expect(site.ledger.audit() == nil)
  }

  @Test("a slot with a ladder of its own stays when its accounts have gone")
  func declaredSlot() throws {
    var site = try LedgerSite(accounts: 4, slots: 1)
    let scope = Ledger.Scope.slot(LedgerSite.handles, site.server, .init(0))
    try site.ledger.setLadder(try site.ledger.addLadder(capacity: 5), at: scope)
    let lease = try site.ledger.take(site.terms(key: 0), 1).lease ?? .ended
    site.ledger.giveBack(lease)
    #expect(throws: Halt(.limits, limit: 1)) { _ = try site.ledger.take(site.terms(key: 1), 1) }
    #expect(site.ledger.capacity(at: scope) == 5)
    #expect(try site.ledger.take(site.terms(key: 0), 6).refusal?.scope == scope)
    #expect(site.ledger.audit() == nil)
  }

  @Test("the bytes are known beforehand")
  func bytes() {
    for scale in [1, 10, 1_000] {
      let capacity = Ledger.Capacity(
        hosts: scale,
        processes: 3 * scale,
        resources: 7,
        sites: 11,
        accounts: 20 * scale,
        slots: 5 * scale,
        pools: scale,
        ladders: 4,
        rungs: 30
      )
      let ledger = Ledger(capacity)
      #expect(ledger.bytes == Ledger.bytes(capacity))
    }
  }

  @Test("a ledger for nothing is one")
  func empty() {
    var ledger = Ledger(.init(hosts: 0, processes: 0, resources: 0, sites: 0, accounts: 0))
    #expect(ledger.nextCrossing() == nil)
    #expect(ledger.audit() == nil)
    #expect(ledger.giveBack(.ended) == false)
  }
}
