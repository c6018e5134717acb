import Kernel
import Testing

@Suite("Ten thousand accounts in random order")
struct LedgerScaleTests {
  @Test("keep all four levels right", arguments: [1, 2, 3])
  func fourLevels(seed: Int) throws {
    var dice = LedgerDice(seed: seed)
    let count = 10_000
    let resources = 4
    var ledger = Ledger(
      .init(
        hosts: 10,
        processes: 200,
        resources: resources,
        sites: 20,
        accounts: count,
        slots: count,
        pools: 10,
        ladders: 4,
        rungs: 8
      )
    )
    let rungs = [Ledger.Rung(at: 20, .init(0)), Ledger.Rung(at: 40, .init(1))]
    let ladders = try [7, 60, 90, 500].map { try ledger.addLadder(capacity: $0, rungs: rungs) }
    var hosts: [Ledger.Host] = []
    for _ in 0..<10 {
      hosts.append(try ledger.addHost())
      for resource in 0..<resources {
        try ledger.setLadder(ladders[3], at: .host(.init(resource), hosts[hosts.count - 1]))
      }
    }
    var processes: [Ledger.Process] = []
    for number in 0..<200 {
      processes.append(try ledger.addProcess(on: hosts[number % 10]))
      for resource in 0..<resources {
        try ledger.setLadder(ladders[1], at: .process(.init(resource), processes[number]))
        ledger.setLadder(ladders[0], atEachKeyOf: .init(resource), processes[number])
      }
    }
    var pools: [Ledger.Pool] = []
    for _ in 0..<10 { pools.append(try ledger.addPool(ladders[2])) }
    var accounts: [Account] = []
    var sums: [Ledger.Scope: Int] = [:]
    for number in 0..<count {
      let terms = Account.Terms(
        .init(number % resources),
        by: .init(number % 20),
        holder: processes[number % 200],
        owner: processes[number * 7 % 200],
        key: .init(number / 3),
        pool: number % 50 == 0 ? pools[number % 10] : nil
      )
      accounts.append(try ledger.open(terms))
    }
    let capacities: [Int] = [7, 90, 60, 500]
    var refusals = [0, 0, 0, 0]
    var leases: [Lease] = []
    for _ in 0..<30_000 {
      if !leases.isEmpty, dice.isOne(in: 4) {
        let lease = leases.remove(at: leases.count - 1)
        let terms = ledger.account(of: lease).map { ledger.terms(of: $0) }
        #expect(ledger.giveBack(lease) == true)
        for scope in scopes(terms!, ledger) { sums[scope, default: 0] -= lease.amount }
        continue
      }
      let amount = dice.below(9)
      let account = accounts[dice.below(count)]
      let scopes = scopes(ledger.terms(of: account), ledger)
      let refusing = scopes.first { sums[$0, default: 0] + amount > capacities[level($0)] }
      let taking = ledger.take(account, amount)
      #expect(taking.refusal?.scope == refusing, "seed \(seed)")
      if let refusing { refusals[level(refusing)] += 1 }
      guard let lease = taking.lease else { continue }
      leases.append(lease)
      for scope in scopes { sums[scope, default: 0] += amount }
    }
    for (scope, sum) in sums { #expect(ledger.amount(at: scope) == sum, "seed \(seed)") }
    #expect(ledger.audit() == nil)
    #expect(refusals.allSatisfy { $0 > 0 }, "seed \(seed): \(refusals)")
    var emptied = 0
    for process in processes { emptied += ledger.stop(process).emptied }
    #expect(emptied > 0)
    for scope in sums.keys { #expect(ledger.amount(at: scope) == 0) }
    for lease in leases { #expect(ledger.stands(lease) == false) }
    #expect(ledger.audit() == nil)
  }

  private func scopes(_ terms: Account.Terms, _ ledger: borrowing Ledger) -> [Ledger.Scope] {
    var scopes: [Ledger.Scope] = [.slot(terms.resource, terms.holder, terms.key!)]
    if let pool = terms.pool { scopes.append(.pool(pool)) }
    scopes.append(.process(terms.resource, terms.holder))
    scopes.append(.host(terms.resource, ledger.host(of: terms.holder)))
    return scopes
  }

  private func level(_ scope: Ledger.Scope) -> Int {
    switch scope {
    case .slot: 0
    case .pool: 1
    case .process: 2
    case .host: 3
    }
  }
}
