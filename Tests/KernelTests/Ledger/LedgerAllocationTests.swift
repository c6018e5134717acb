import AllocationCounter
import Kernel
import Testing

@Suite("The ledger allocates at its creation only")
struct LedgerAllocationTests {
  /// The fewest allocations that any of several tries saw: other tests run beside this one, and what
  /// the ledger itself allocates it allocates in each try.
  private func fewest(_ body: () -> Void) -> Int64 {
    var fewest = Int64.max
    for _ in 0..<200 where fewest > 0 {
      let before = allocation_counter_value()
      body()
      fewest = min(fewest, allocation_counter_value() - before)
    }
    return fewest
  }

  @Test("taking, giving back, leaking, levels, stops, reboots, crossings, refusals and new keys")
  func loops() throws {
    var site = try LedgerSite(accounts: 16, slots: 8)
    let ladder = try site.ledger.addLadder(
      capacity: 6,
      rungs: [.init(at: 2, .init(0)), .init(at: 4, .init(1))]
    )
    let pool = try site.ledger.addPool(ladder)
    for scope in [
      Ledger.Scope.process(LedgerSite.handles, site.server),
      .host(LedgerSite.handles, site.host), .slot(LedgerSite.handles, site.server, .init(0)),
    ] {
      try site.ledger.setLadder(ladder, at: scope)
    }
    let terms = site.terms(owner: site.client, key: 0, pool: pool)
    let account = try site.ledger.open(terms)
    let level = try site.ledger.open(site.terms(by: LedgerSite.faulty))
    var key = 0
    let server = site.server
    let host = site.host
    let handles = LedgerSite.handles
    let sound = LedgerSite.sound
    var refused = 0
    var crossed = 0
    let fewest = fewest {
      for round in 0..<4 {
        var lease = site.ledger.take(account, 3).lease ?? .ended
        site.ledger.giveBack(1, of: &lease)
        site.ledger.abandon(1, of: &lease)
        if round % 2 == 0 { site.ledger.giveBack(lease) } else { site.ledger.abandon(lease) }
        if site.ledger.leak(account, 1) != nil { refused += 1 }
        if site.ledger.leak(account, count: 9, amountEach: 1).refusal != nil { refused += 1 }
        if site.ledger.take(account, 1).refusal != nil { refused += 1 }
        while site.ledger.nextCrossing() != nil { crossed += 1 }
        site.ledger.reclaim(account)
        _ = site.ledger.setLevel(level, to: round)
        site.ledger.setLadder(ladder, atEachKeyOf: handles, server)
        for _ in 0..<20 {
          key += 1
          let terms = Account.Terms(handles, by: sound, holder: server, key: .init(key))
          if let lease = try? site.ledger.take(terms, 1).lease { site.ledger.giveBack(lease) }
          while site.ledger.nextCrossing() != nil { crossed += 1 }
        }
        _ = site.ledger.amount(at: .process(handles, server))
        _ = site.ledger.truth(at: .host(handles, host))
        _ = site.ledger.standing(of: sound, at: .process(handles, server))
        _ = site.ledger.history(of: sound, handles)
        site.ledger.stop(server)
        site.ledger.reboot(host)
        while site.ledger.nextCrossing() != nil { crossed += 1 }
      }
    }
    #expect(fewest == 0)
    #expect(refused > 0)
    #expect(crossed > 0)
  }
}
