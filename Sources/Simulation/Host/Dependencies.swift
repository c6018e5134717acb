import Kernel
import Plan

/// Which processes must run before which.
struct Dependencies: ~Copyable {
  private let edges: Slab<UInt32>
  private let starts: Slab<UInt32>
  private let count: Int

  init(_ plan: SitePlan) {
    count = plan.processes.count
    var edges: [UInt32] = []
    var starts: [UInt32] = [0]
    for process in plan.processes {
      edges += process.dependsOn.map { UInt32($0.index) }
      starts.append(UInt32(edges.count))
    }
    var after = Array(repeating: [UInt32](), count: count)
    for (number, process) in plan.processes.enumerated() {
      for needed in process.dependsOn { after[needed.index].append(UInt32(number)) }
    }
    for list in after {
      edges += list
      starts.append(UInt32(edges.count))
    }
    self.edges = Slab(edges)
    self.starts = Slab(starts)
  }

  /// The places of what a process needs.
  func before(_ process: Int) -> Range<Int> { Int(starts[process])..<Int(starts[process + 1]) }

  /// The places of what needs a process.
  func after(_ process: Int) -> Range<Int> {
    Int(starts[count + process])..<Int(starts[count + process + 1])
  }

  /// The process at a place.
  func process(_ place: Int) -> Int { Int(edges[place]) }
}
