import Kernel
import Testing

@Suite("The most that is held is remembered")
struct LedgerPeakTests {
  @Test("A peak is the most since it was asked last, whatever came between", arguments: 0..<20)
  func peaks(seed: UInt64) throws {
    var site = try LedgerSite()
    let scopes: [Ledger.Scope] = [
      .process(LedgerSite.handles, site.server), .host(LedgerSite.handles, site.host),
    ]
    let other = Account.Terms(LedgerSite.handles, by: LedgerSite.sound, holder: site.client)
    let accounts = [
      try site.ledger.open(site.terms()), try site.ledger.open(site.terms(key: 1)),
      try site.ledger.open(other),
    ]
    let faulty = try site.ledger.open(site.terms(by: LedgerSite.faulty))
    let ladders = [
      try site.ledger.addLadder(capacity: 60, rungs: [.init(at: 20, .init(1))]),
      try site.ledger.addLadder(capacity: 90, rungs: [.init(at: 25, .init(1))]),
    ]
    for scope in scopes { site.ledger.watchPeak(at: scope) }
    var most = scopes.map { site.ledger.amount(at: $0) }
    var stream = RandomStream(
      seed: seed,
      replication: 0,
      entity: StableName("LedgerPeakTests"),
      purpose: StableName("peaks")
    )
    for step in 0..<2_000 {
      switch stream.integer(below: 20) {
      case 0: try site.ledger.setLadder(ladders[Int(stream.integer(below: 2))], at: scopes[0])
      case 1: site.ledger.stop(site.server)
      case 2: _ = site.ledger.leak(faulty, count: Int(stream.integer(below: 4)), amountEach: 3)
      case 3...4: _ = site.ledger.leak(faulty, Int(stream.integer(below: 3)))
      case 5:
        let place = Int(stream.integer(below: 2))
        #expect(
          site.ledger.takePeak(at: scopes[place]) == most[place],
          "seed \(seed), step \(step)"
        )
        most[place] = site.ledger.amount(at: scopes[place])
      default:
        let account = accounts[Int(stream.integer(below: UInt64(accounts.count)))]
        _ = site.ledger.setLevel(account, to: Int(stream.integer(below: 25)))
      }
      for (place, scope) in scopes.enumerated() {
        most[place] = max(most[place], site.ledger.amount(at: scope))
      }
      #expect(site.ledger.audit() == nil, "seed \(seed), step \(step)")
    }
  }
}
