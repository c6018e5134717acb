import Kernel

/// What a pending entry really costs: resident memory before and after a queue is made and filled.
let memoryCases: [Case] = ["1e6", "1e7"].flatMap { size in
  let entries = Int(Double(size)!)
  return [
    memoryCase("memory/event/\(size)", .events, entries, atMost: 20),
    memoryCase("memory/timer/\(size)", .timers, entries, atMost: 40),
    // For each live timer at most one entry of a cancelled one.
    memoryCase("memory/timer-churn/\(size)", .churnedTimers, entries, atMost: 60),
  ]
}

private func memoryCase(
  _ name: String,
  _ filling: FillWorkload.Filling,
  _ entries: Int,
  atMost bytes: Double
) -> Case {
  Case(name, batch: entries, limits: [.counter("resident_bytes_per_entry", atMost: bytes)]) {
    FillWorkload(filling, entries)
  }
}

/// Makes a queue, fills it and lets it go; an operation is one entry.
private final class FillWorkload: Workload {
  enum Filling {
    case events
    case timers
    /// Timers of which each was cancelled and armed again once, the latest first.
    case churnedTimers
  }

  let bytes: Int
  private let filling: Filling
  private let times: [UInt64]
  private var perEntry = 0.0

  init(_ filling: Filling, _ entries: Int) {
    self.filling = filling
    times = Increments.exponential.population(entries)
    bytes = BoundedQueue.bytes(capacity: entries, timers: filling == .events ? 0 : entries)
  }

  var counters: [Counter] { [Counter(name: "resident_bytes_per_entry", value: perEntry)] }

  func run(_ operations: Int) -> UInt64 {
    var pending = 0
    for _ in 0..<(operations / times.count) {
      pending += mustFit { () throws(Halt) in try fill() }
    }
    return UInt64(pending)
  }

  private func fill() throws(Halt) -> Int {
    var tokens: [TimerToken] = []
    if filling == .churnedTimers { tokens.reserveCapacity(times.count) }
    let before = residentBytes()
    var queue = BoundedQueue(capacity: times.count, timers: filling == .events ? 0 : times.count)
    for (index, ticks) in times.enumerated() {
      let (payload, time) = (UInt64(index), Instant(ticks: ticks))
      switch filling {
      case .events: try queue.schedule(payload, at: time)
      case .timers: _ = try queue.scheduleTimer(payload, at: time)
      case .churnedTimers: tokens.append(try queue.scheduleTimer(payload, at: time))
      }
    }
    for index in tokens.indices.reversed() {
      queue.cancel(tokens[index])
      _ = try queue.scheduleTimer(UInt64(index), at: Instant(ticks: times[index]))
    }
    // The tokens' own eight bytes became resident meanwhile.
    let grown = residentBytes() - before - tokens.count * MemoryLayout<TimerToken>.stride
    perEntry = Double(grown) / Double(times.count)
    return queue.count
  }
}
