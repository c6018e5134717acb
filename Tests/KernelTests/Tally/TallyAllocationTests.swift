import AllocationCounter
import Kernel
import Testing

@Suite("Tallies in the loop")
struct TallyAllocationTests {
  // In a process of its own, as tests beside this one allocate what they like.
  @Test("allocate nothing")
  func allocateNothing() async {
    await #expect(processExitsWith: .success) {
      var levels = Slab<LevelTally>(count: 4)
      var moments = Moments()
      var table = HistogramTable(count: 4)
      var single = Histogram()
      var series = SeriesTable(count: 4, capacity: 8, every: .seconds(1))
      var before: Int64 = 0
      for number in 0..<1_000 {
        // The language's runtime makes a generic type's description at its first use.
        if number == 1 { before = allocation_counter_value() }
        levels[number & 3].add(1, at: Instant(ticks: UInt64(number)))
        moments.record(Double(number))
        table.record(UInt64(number), in: number & 3)
        single.record(UInt64(number))
        series.beginSample()
        series.record(Int64(number), of: number & 3)
      }
      let allocations = allocation_counter_value() - before
      precondition(allocations == 0, "\(allocations) allocations")
    }
  }
}
