import Kernel
import Testing

@Suite("The ledger answers as an array of single leases would")
struct LedgerLawTests {
  @Test("with room for every account, asked for crossings at once", arguments: 0..<30)
  func roomy(seed: Int) throws {
    let capacity = Ledger.Capacity(
      hosts: 2,
      processes: 5,
      resources: 2,
      sites: 4,
      accounts: 1_500,
      slots: 100,
      pools: 2,
      ladders: 8,
      rungs: 64
    )
    var run = try LedgerRandomRun(seed: seed, capacity: capacity, keyCount: 3, asksAlways: true)
    for step in 0..<250 {
      run.step()
      if step % 25 == 24 { run.compareViews() }
    }
    #expect(run.halts.isEmpty)
  }

  @Test("with crossings that wait to be asked for", arguments: 100..<120)
  func waiting(seed: Int) throws {
    let capacity = Ledger.Capacity(
      hosts: 3,
      processes: 4,
      resources: 2,
      sites: 3,
      accounts: 1_500,
      slots: 100,
      pools: 1,
      ladders: 8,
      rungs: 64
    )
    var run = try LedgerRandomRun(seed: seed, capacity: capacity, keyCount: 2, asksAlways: false)
    for step in 0..<250 {
      run.step()
      if step % 50 == 49 { run.compareViews() }
    }
  }

  @Test("with room for few accounts and slots, which are given to others again and again")
  func tight() throws {
    var halts: [Halt.Capacity: Int] = [:]
    var levels: Set<Int> = []
    var crossed = 0
    var stale = 0
    for seed in 200..<240 {
      let capacity = Ledger.Capacity(
        hosts: 2,
        processes: 3,
        resources: 2,
        sites: 3,
        accounts: 12 + seed % 20,
        slots: 3 + seed % 7,
        pools: 1,
        ladders: 6,
        rungs: 64
      )
      var run = try LedgerRandomRun(seed: seed, capacity: capacity, keyCount: 40, asksAlways: true)
      for step in 0..<250 {
        run.step()
        if step % 60 == 59 { run.compareViews() }
      }
      halts.merge(run.halts) { $0 + $1 }
      crossed += run.crossed
      stale += run.stale
      for scope in run.refusals {
        switch scope {
        case .slot: levels.insert(0)
        case .pool: levels.insert(1)
        case .process: levels.insert(2)
        case .host: levels.insert(3)
        }
      }
    }
    // What never happened was not tested.
    #expect(halts[.accounts, default: 0] > 100)
    #expect(halts[.limits, default: 0] > 100)
    #expect(levels == [0, 1, 2, 3])
    #expect(crossed > 300)
    #expect(stale > 100)
  }
}
