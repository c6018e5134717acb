import Kernel
import Plan
import Record
import Simulation
import Testing

/// What a plan counts before a run is enough for the run.
@Suite("Counted capacities")
struct CapacityLawTests {
  @Test("a random site keeps no more series than were counted", arguments: 0..<40 as Range<UInt64>)
  func series(seed: UInt64) throws {
    let plan = Trial.plan(RandomTopology.whole(seed: seed).text)
    let kept = try SiteRun(plan).record(.partial).series.counters.count
    #expect(kept <= plan.capacities.series, "seed \(seed)")
  }

  @Test("a shipped site keeps no more series than were counted", arguments: ShippedRunTests.names)
  func shippedSeries(name: String) throws {
    let plan = try ShippedRunTests.plan(name)
    let kept = try SiteRun(plan).record(.partial).series.counters.count
    #expect(kept > 0)
    #expect(kept <= plan.capacities.series)
  }

  @Test("a mover that hangs lets mail pile up to the end of the run, and it does not halt")
  func hungMover() throws {
    let sibling = try #require(MailSiblings.all.first { $0.id == "Q114124" })
    let stage = try sibling.stage()
    try stage.go(to: .days(2))
    // Twelve an hour, from about the tenth hour on.
    #expect(try stage.flow("between").waiting > 300)
  }
}
