import Kernel

/// The hold model: take the earliest event, schedule it again an increment later.
let holdCases: [Case] =
  ["1e2", "1e3", "1e4", "1e5", "1e6", "1e7"].map { holdCase(.exponential, $0) }
  + Increments.allCases.filter { $0 != .exponential }.flatMap { kind in
    ["1e2", "1e3", "1e4", "1e5", "1e6"].map { holdCase(kind, $0) }
  }

private func holdCase(_ kind: Increments, _ size: String) -> Case {
  let pending = Int(Double(size)!)
  let isPlain = kind == .exponential
  let factor = kind == .equal ? 1.0 : 2.0
  return Case(
    isPlain ? "queue/hold/\(size)" : "queue/hold-\(kind.rawValue)/\(size)",
    warmUp: max(pending, min(4 * pending, 1_000_000)),
    limits: isPlain ? plainLimits(size) : [.times(factor, of: "queue/hold/\(size)")],
    rivals: rivals(kind, pending)
  ) { HoldWorkload(kind, pending: pending) }
}

private func plainLimits(_ size: String) -> [Limit] {
  let times = ["1e2": 2.2, "1e3": 3.3, "1e4": 4.3, "1e5": 6, "1e6": 13][size]
  guard let times else { return [.times(2, of: "queue/hold/1e3")] }
  return [.nanoseconds(25), .fasterThan(rival: "std::priority_queue", times: times)]
}

private func rivals(_ kind: Increments, _ pending: Int) -> [Rival] {
  func rival(_ name: String, _ program: PeerProgram, _ variant: String) -> Rival {
    Rival(name: name, program: program, request: "hold \(variant) \(pending) 65536") {
      bytes(of: kind.table() + kind.population(pending))
    }
  }
  let native = [
    rival("std::priority_queue", .native, "standard"), rival("4-ary-heap", .native, "four"),
  ]
  // A million processes of SimPy's take minutes, and other increments tell nothing new of it.
  guard kind == .exponential, pending <= 100_000 else { return native }
  return native + [rival("simpy", .simpy, "processes")]
}

/// A queue in its steady state.
private final class HoldWorkload: Workload {
  private var queue: BoundedQueue
  private let increments: [UInt64]
  private var cursor = 0
  private var answer: UInt64 = 0

  let bytes: Int

  init(_ kind: Increments, pending: Int) {
    queue = BoundedQueue(capacity: pending)
    bytes = BoundedQueue.bytes(capacity: pending)
    increments = kind.table()
    for (index, ticks) in kind.population(pending).enumerated() {
      mustFit { () throws(Halt) in try queue.schedule(UInt64(index), at: Instant(ticks: ticks)) }
    }
  }

  func run(_ operations: Int) -> UInt64 {
    mustFit { () throws(Halt) in
      answer &+= try Self.hold(&queue, increments, from: cursor, operations)
    }
    cursor += operations
    return answer
  }

  private static func hold(
    _ queue: inout BoundedQueue,
    _ table: [UInt64],
    from start: Int,
    _ operations: Int
  ) throws(Halt) -> UInt64 {
    let increments = table.span
    var sum: UInt64 = 0
    let mask = increments.count - 1
    for turn in start..<(start + operations) {
      guard let event = queue.next(until: .latest) else { break }
      sum &+= event.time.ticks ^ event.payload
      let increment = Interval(ticks: increments[turn & mask])
      try queue.schedule(event.payload, at: event.time + increment)
    }
    return sum
  }
}
