import AllocationCounter
import Kernel
import Plan
import Simulation
import Testing

/// Once it runs, a run takes no memory.
@Suite("Allocations of a run", .serialized)
struct AllocationLawTests {
  @Test("a random site allocates nothing after its start", arguments: 0..<12 as Range<UInt64>)
  func none(seed: UInt64) throws {
    let plan = Trial.plan(RandomTopology.whole(seed: seed).text)
    var run = try SiteRun(plan)
    let request = StopRequest()
    let end = Instant.start + plan.run.duration
    _ = run.advance(until: .start + .minutes(1), unless: request)
    let before = allocation_counter_value()
    _ = run.advance(until: end, unless: request)
    let after = allocation_counter_value()
    #expect(after == before, "seed \(seed): \(after - before) in \(run.eventCount) events")
  }
}
