import Kernel
import Testing

@Suite("A stop ends what a process owns and what it holds")
struct LedgerStopTests {
  @Test("a handle in one process that only the stop of another frees")
  func foreignOwner() throws {
    var site = try LedgerSite()
    let account = try site.ledger.open(site.terms(by: LedgerSite.faulty, owner: site.client))
    for _ in 0..<50 { #expect(site.ledger.leak(account, 1) == nil) }
    let counter = Ledger.Scope.process(LedgerSite.handles, site.server)
    let ownCounter = Ledger.Scope.process(LedgerSite.handles, site.client)
    #expect(site.ledger.amount(at: counter) == 50)
    #expect(site.ledger.amount(at: ownCounter) == 0)
    site.ledger.stop(site.remote)
    #expect(site.ledger.amount(at: counter) == 50)
    let share = site.ledger.standing(of: LedgerSite.faulty, at: counter)
    #expect(share == .init(leaked: 50, leaks: 50))
    site.ledger.stop(site.client)
    #expect(site.ledger.amount(at: counter) == 0)
    let history = site.ledger.history(of: LedgerSite.faulty, LedgerSite.handles)
    #expect(history == .init(taken: 50, takes: 50, leaked: 50, leaks: 50))
  }

  @Test("what a stopped process held is gone whoever owned it")
  func holderStops() throws {
    var site = try LedgerSite()
    let account = try site.ledger.open(site.terms(owner: site.client))
    let lease = site.ledger.take(account, 3).lease ?? .ended
    #expect(site.ledger.stands(lease) == true)
    site.ledger.stop(site.server)
    #expect(site.ledger.stands(lease) == false)
    #expect(site.ledger.account(of: lease) == nil)
    #expect(site.ledger.amount(at: .process(LedgerSite.handles, site.server)) == 0)
    #expect(site.ledger.audit() == nil)
  }

  @Test("a stale lease changes nothing, however it is ended, even when its account lives again")
  func stale() throws {
    var site = try LedgerSite()
    let account = try site.ledger.open(site.terms())
    var lease = site.ledger.take(account, 3).lease ?? .ended
    site.ledger.stop(site.server)
    let fresh = site.ledger.take(account, 3).lease ?? .ended
    #expect(fresh != lease)
    #expect(site.ledger.giveBack(lease) == false)
    #expect(site.ledger.abandon(lease) == false)
    #expect(site.ledger.giveBack(2, of: &lease) == false)
    #expect(site.ledger.abandon(2, of: &lease) == false)
    #expect(lease.amount == 3)
    #expect(site.ledger.standing(of: account) == .init(live: 3, leases: 1))
    #expect(site.ledger.giveBack(fresh) == true)
    #expect(site.ledger.giveBack(.ended) == false)
    #expect(site.ledger.stands(.ended) == false)
  }

  @Test("a lease of zero bits has ended before anything was taken")
  func zeroBits() throws {
    var site = try LedgerSite()
    #expect(site.ledger.stands(.ended) == false)
    #expect(site.ledger.giveBack(.ended) == false)
    #expect(site.ledger.account(of: .ended) == nil)
  }

  @Test("a lease of nothing ends too")
  func nothing() throws {
    var site = try LedgerSite()
    let account = try site.ledger.open(site.terms())
    var lease = site.ledger.take(account, 0).lease ?? .ended
    #expect(site.ledger.giveBack(0, of: &lease) == true)
    #expect(site.ledger.stop(site.server).emptied == 1)
    #expect(site.ledger.giveBack(lease) == false)
  }

  @Test("a reboot ends all on the host but what outlasts it")
  func reboot() throws {
    var site = try LedgerSite()
    let bytes = LedgerSite.bytes
    let spool = try site.ledger.open(.init(bytes, by: LedgerSite.sound, holder: site.disk))
    let temporary = try site.ledger.open(
      .init(bytes, by: LedgerSite.sound, holder: site.disk, owner: site.client)
    )
    let abroad = try site.ledger.open(
      .init(bytes, by: LedgerSite.sound, holder: site.remote, owner: site.client)
    )
    let other = try site.ledger.open(.init(bytes, by: LedgerSite.sound, holder: site.remote))
    let guest = try site.ledger.open(
      .init(bytes, by: LedgerSite.sound, holder: site.server, owner: site.remote)
    )
    for account in [spool, temporary, abroad, other, guest] {
      #expect(site.ledger.leak(account, 1) == nil)
    }
    #expect(site.ledger.amount(at: .host(bytes, site.host)) == 3)
    #expect(site.ledger.reboot(site.host).emptied == 3)
    for (account, leaked) in [(spool, 1), (temporary, 0), (abroad, 0), (other, 1), (guest, 0)] {
      #expect(site.ledger.standing(of: account).leaked == UInt128(leaked))
    }
    #expect(site.ledger.amount(at: .host(bytes, site.host)) == 1)
    #expect(site.ledger.amount(at: .host(bytes, site.otherHost)) == 1)
    #expect(site.ledger.audit() == nil)
  }

  @Test("in steps that count its accounts, not its leases nor the accounts of others")
  func linear() throws {
    func visited(accounts: Int, leases: Int, others: Int) throws -> Ledger.Freed {
      var site = try LedgerSite(accounts: accounts + others, slots: accounts + others)
      for key in 0..<accounts {
        let owner = key % 2 == 0 ? site.client : site.server
        let account = try site.ledger.open(site.terms(owner: owner, key: key))
        for _ in 0..<leases { _ = site.ledger.take(account, 1) }
        #expect(site.ledger.leak(account, count: 1 << 40, amountEach: 1).refusal == nil)
      }
      for key in 0..<others {
        let terms = Account.Terms(
          LedgerSite.bytes,
          by: LedgerSite.sound,
          holder: site.client,
          key: .init(key)
        )
        _ = try site.ledger.take(terms, 1)
      }
      return site.ledger.stop(site.server)
    }
    #expect(try visited(accounts: 10, leases: 1, others: 5) == .init(visited: 10, emptied: 10))
    #expect(try visited(accounts: 10, leases: 90, others: 500) == .init(visited: 10, emptied: 10))
    #expect(try visited(accounts: 900, leases: 1, others: 5) == .init(visited: 900, emptied: 900))
  }
}
