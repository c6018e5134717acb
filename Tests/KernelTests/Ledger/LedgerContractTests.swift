import Kernel
import Testing

@Suite("A broken contract of the ledger ends the run")
struct LedgerContractTests {
  @Test("a lease that is given back twice and leaves the account below nothing")
  func twice() async {
    await #expect(processExitsWith: .failure) {
      var site = try LedgerSite()
      let account = try site.ledger.open(site.terms())
      let lease = site.ledger.take(account, 1).lease ?? .ended
      site.ledger.giveBack(lease)
      site.ledger.giveBack(lease)
    }
  }

  @Test("a lease that is abandoned after it was given back")
  func abandonedAfter() async {
    await #expect(processExitsWith: .failure) {
      var site = try LedgerSite()
      let account = try site.ledger.open(site.terms())
      let lease = site.ledger.take(account, 0).lease ?? .ended
      site.ledger.giveBack(lease)
      site.ledger.abandon(lease)
    }
  }

  @Test("an account that was closed and given to other terms")
  func closed() async {
    await #expect(processExitsWith: .failure) {
      var site = try LedgerSite(accounts: 1)
      let account = try site.ledger.open(site.terms(key: 0))
      site.ledger.close(account)
      _ = try site.ledger.open(site.terms(key: 1))
      _ = site.ledger.take(account, 1)
    }
  }

  @Test("an account closed more often than opened")
  func closedTwice() async {
    await #expect(processExitsWith: .failure) {
      var site = try LedgerSite()
      let account = try site.ledger.open(site.terms())
      site.ledger.close(account)
      site.ledger.close(account)
    }
  }

  @Test("a level on an account with leases")
  func levelAndLeases() async {
    await #expect(processExitsWith: .failure) {
      var site = try LedgerSite()
      let account = try site.ledger.open(site.terms())
      _ = site.ledger.take(account, 1)
      _ = site.ledger.setLevel(account, to: 5)
    }
  }

  @Test("a negative amount")
  func negative() async {
    await #expect(processExitsWith: .failure) {
      var site = try LedgerSite()
      let account = try site.ledger.open(site.terms())
      _ = site.ledger.take(account, -1)
    }
  }

  @Test("rungs that do not ascend")
  func unsorted() async {
    await #expect(processExitsWith: .failure) {
      var site = try LedgerSite()
      _ = try site.ledger.addLadder(rungs: [.init(at: 2, .init(0)), .init(at: 1, .init(1))])
    }
  }

  @Test("a site that the capacity does not have")
  func unknownSite() async {
    await #expect(processExitsWith: .failure) {
      var site = try LedgerSite()
      _ = try site.ledger.open(site.terms(by: .init(2)))
    }
  }
}
