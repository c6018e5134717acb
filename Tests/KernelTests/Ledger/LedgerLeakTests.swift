import Kernel
import Testing

@Suite("A leak keeps no identity")
struct LedgerLeakTests {
  @Test("a million million leaked handles cost what ten do")
  func millionMillion() throws {
    var site = try LedgerSite(accounts: 1)
    let account = try site.ledger.open(site.terms(by: LedgerSite.faulty))
    let leaked = site.ledger.leak(account, count: 1_000_000_000_000, amountEach: 4_096)
    #expect(leaked == .init(count: 1_000_000_000_000, refusal: nil))
    let counter = Ledger.Scope.process(LedgerSite.handles, site.server)
    #expect(site.ledger.amount(at: counter) == 4_096_000_000_000_000)
    let standing = Ledger.Standing(leaked: 4_096_000_000_000_000, leaks: 1_000_000_000_000)
    #expect(site.ledger.truth(at: counter) == standing)
    #expect(site.ledger.entryCount == 1)
    #expect(site.ledger.stop(site.server) == .init(visited: 1, emptied: 1))
    #expect(site.ledger.amount(at: counter) == 0)
  }

  @Test("the past has room for more than 64 bits")
  func past() throws {
    var site = try LedgerSite(accounts: 1)
    let account = try site.ledger.open(site.terms(by: LedgerSite.faulty))
    for _ in 0..<5 {
      #expect(site.ledger.leak(account, .max) == nil)
      #expect(site.ledger.leak(account, 1)?.isOverflow == true)
      site.ledger.stop(site.server)
    }
    let half = UInt128(Int.max)
    let history = site.ledger.history(of: LedgerSite.faulty, LedgerSite.handles)
    #expect(history == .init(taken: 5 * half, takes: 5, leaked: 5 * half, leaks: 5))
  }

  @Test("the end of 64 bits refuses and changes nothing", arguments: [1, 2, 1 << 40, .max])
  func overflow(amount: Int) throws {
    var site = try LedgerSite()
    let first = try site.ledger.open(site.terms())
    let second = try site.ledger.open(site.terms(by: LedgerSite.faulty, key: 3))
    #expect(site.ledger.leak(first, .max - amount + 1) == nil)
    let counter = Ledger.Scope.process(LedgerSite.handles, site.server)
    let refusal = Ledger.Refusal(scope: counter, isOverflow: true)
    #expect(site.ledger.take(second, amount) == .refused(refusal))
    #expect(site.ledger.leak(second, amount) == refusal)
    #expect(site.ledger.setLevel(second, to: amount) == refusal)
    let many = site.ledger.leak(second, count: 7, amountEach: amount)
    #expect(many == .init(count: 0, refusal: refusal))
    #expect(site.ledger.standing(of: second) == .init())
    #expect(site.ledger.leak(second, amount - 1) == nil)
    #expect(site.ledger.amount(at: counter) == .max)
    #expect(site.ledger.audit() == nil)
  }

  @Test("so does a host whose processes come to more than 64 bits")
  func hostOverflow() throws {
    var site = try LedgerSite()
    let first = try site.ledger.open(site.terms())
    let second = try site.ledger.open(
      .init(LedgerSite.handles, by: LedgerSite.sound, holder: site.client)
    )
    #expect(site.ledger.leak(first, .max) == nil)
    let refusal = site.ledger.leak(second, 1)
    #expect(refusal?.scope == .host(LedgerSite.handles, site.host))
    #expect(refusal?.isOverflow == true)
  }

  @Test("leaks of nothing end before they can no longer be counted")
  func countless() throws {
    var site = try LedgerSite()
    let account = try site.ledger.open(site.terms())
    for _ in 0..<6 {
      let leaked = site.ledger.leak(account, count: .max, amountEach: 0)
      #expect(leaked.count == 1 << 62)
      #expect(leaked.refusal?.isOverflow == true)
      #expect(site.ledger.leak(account, 0) == nil)
      site.ledger.stop(site.server)
    }
    let history = site.ledger.history(of: LedgerSite.sound, LedgerSite.handles)
    let takes = 6 * (UInt128(1 << 62) + 1)
    #expect(history == .init(taken: 0, takes: takes, leaked: 0, leaks: takes))
  }

  @Test("a release that does not happen, and one that happens in part")
  func withheld() throws {
    var site = try LedgerSite()
    let account = try site.ledger.open(site.terms())
    let counter = Ledger.Scope.process(LedgerSite.handles, site.server)
    let whole = site.ledger.take(account, 4).lease ?? .ended
    #expect(site.ledger.abandon(whole) == true)
    #expect(site.ledger.standing(of: account) == .init(leaked: 4, leaks: 1))
    var part = site.ledger.take(account, 10).lease ?? .ended
    #expect(site.ledger.abandon(3, of: &part) == true)
    #expect(
      site.ledger.standing(of: account) == .init(live: 7, leases: 1, leaked: 7, leaks: 2)
    )
    #expect(site.ledger.amount(at: counter) == 14)
    #expect(site.ledger.giveBack(part) == true)
    #expect(site.ledger.amount(at: counter) == 7)
    #expect(site.ledger.reclaim(account) == 7)
    #expect(site.ledger.standing(of: account) == .init())
    let history = site.ledger.history(of: LedgerSite.sound, LedgerSite.handles)
    #expect(history == .init(taken: 14, takes: 2, leaked: 7, leaks: 2))
  }
}
