import AllocationCounter
import Kernel
import Plan
import Simulation
import Testing

/// Once it runs, a run takes no memory. Told of optimised code: without that, arrays of a few cases are
/// made anew in rare paths.
#if !DEBUG
  @Suite("Allocations of a run", .serialized)
  struct AllocationLawTests {
    @Test("a random site allocates nothing after its start", arguments: 0..<12 as Range<UInt64>)
    func none(seed: UInt64) throws {
      let plan = Trial.plan(RandomTopology.whole(seed: seed).text)
      // The first time through, the language makes its own descriptions of types.
      _ = try Self.allocations(plan)
      #expect(try Self.allocations(plan) == 0, "seed \(seed)")
    }

    private static func allocations(_ plan: SitePlan) throws -> Int64 {
      var run = try SiteRun(plan)
      let request = StopRequest()
      _ = run.advance(until: .start + .minutes(1), unless: request)
      let before = allocation_counter_value()
      _ = run.advance(until: .start + plan.run.duration, unless: request)
      return allocation_counter_value() - before
    }
  }
#endif
