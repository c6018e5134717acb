import Kernel
import Testing

@Suite("Queues whose means are known")
struct QueueingLawTests {
  /// Runs replications and checks a mean against its formula, within five standard errors.
  private func check(load: Double, servers: Int, events: Int, expected: Double) throws {
    var means: [Double] = []
    for seed in 100..<(100 + 20) as Range<UInt64> {
      var loop = try EventLoop.customers(load: load, servers: servers, seed: seed)
      // A tenth to fill up, which is then taken off.
      #expect(loop.advance(until: .latest, events: events / 10) == .budget)
      let area = loop.world.waitingArea
      let start = loop.now
      #expect(loop.advance(until: .latest, events: events) == .budget)
      means.append((loop.world.waitingArea - area) / Double((loop.now - start).ticks))
    }
    let mean = means.reduce(0, +) / Double(means.count)
    let squares = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / Double(means.count - 1) / Double(means.count)).squareRoot()
    print(
      "M/M/\(servers) at \(load), seeds 100..<120: waiting \(mean) ± \(error), by formula \(expected)"
    )
    #expect(abs(mean - expected) < 5 * error)
    #expect(error < expected / 5)
  }

  @Test("M/M/1 waits ρ²/(1 − ρ)", arguments: [0.3, 0.5, 0.8])
  func oneServer(load: Double) throws {
    try check(load: load, servers: 1, events: 20_000, expected: load * load / (1 - load))
  }

  @Test("M/M/c waits as Erlang's C says", arguments: [2, 5])
  func manyServers(servers: Int) throws {
    let load = 0.7
    let offered = load * Double(servers)
    var term = 1.0
    var sum = 0.0
    for number in 0..<servers {
      sum += term
      term *= offered / Double(number + 1)
    }
    let last = term / (1 - load)
    let mustWait = last / (sum + last)
    try check(
      load: load,
      servers: servers,
      events: 20_000,
      expected: mustWait * load / (1 - load)
    )
  }

  @Test("Little's law holds to the last event")
  func little() throws {
    print("seed 7")
    var loop = try EventLoop.customers(load: 0.9, servers: 3, seed: 7)
    // Present = arrived − served at every moment, so the area is the sum of all stays.
    var stays = 0.0
    while loop.eventCount < 20_000 {
      let before = loop.world.present
      let time = loop.now
      #expect(loop.advance(until: .latest, events: 1) == .budget)
      stays += Double(before) * Double((loop.now - time).ticks)
      #expect(loop.world.arrived - loop.world.served == loop.world.present)
    }
    #expect(stays == loop.world.presentArea)
  }
}
