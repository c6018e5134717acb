import AllocationCounter

/// Whoever does the operations of a case: ours, or a rival in its own process.
protocol Contender: ~Copyable {
  /// Does so many operations; gives what they took and the answer they came to.
  mutating func run(_ operations: Int) throws(PeerFailure) -> (sample: Sample, answer: UInt64)
}

/// Our own workload, timed here.
struct OwnContender: ~Copyable, Contender {
  let workload: any Workload

  mutating func run(_ operations: Int) -> (sample: Sample, answer: UInt64) {
    let allocations = allocation_counter_value()
    let processor = Clock.processor
    let real = Clock.real
    let answer = workload.run(operations)
    let realAfter = Clock.real
    let processorAfter = Clock.processor
    let allocationsAfter = allocation_counter_value()
    let sample = Sample(
      operations: operations,
      realNanoseconds: Double(max(realAfter - real, 1)),
      processorNanoseconds: Double(max(processorAfter - processor, 1)),
      allocations: allocations < 0 ? nil : Int(allocationsAfter - allocations)
    )
    return (sample, answer)
  }
}
