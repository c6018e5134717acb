import Kernel

/// What else a queue goes through: timers that hardly ever fire, and a crowd that comes at once.
let queueCases: [Case] = [
  Case("queue/churn/1e5", warmUp: 1_000_000, limits: [.nanoseconds(40)]) {
    ChurnWorkload(timers: 100_000)
  },
  Case("queue/burst", batch: 1_000_000) { BurstWorkload(events: 1_000_000) },
]

/// Connections with a timeout of five minutes each: an operation picks one, cancels its timer and arms
/// it again. A connection rests so long that one timer in a hundred fires.
private final class ChurnWorkload: Workload {
  private var queue: BoundedQueue
  private var tokens: [TimerToken]
  private var picks: [UInt32]
  private var cursor = 0
  private var time = Instant.start
  private var fired: UInt64 = 0
  private var armed: UInt64 = 0

  let bytes: Int

  /// A connection rests 1/4.6 of the timeout on average, and e^-4.6 is 1 %.
  private let timeout = Interval.minutes(5)

  /// Between the looks for timers that are due lie so many operations.
  private static let operationsBetweenLooks = 64

  init(timers: Int) {
    queue = BoundedQueue(capacity: timers, timers: timers)
    bytes = BoundedQueue.bytes(capacity: timers, timers: timers)
    var draws = Draws(seed: 0x6368_7572_6E)
    tokens = []
    picks = (0..<(1 << 20)).map { _ in UInt32(draws.uniform() * Double(timers)) }
    for index in 0..<timers {
      let first = Instant(ticks: UInt64(draws.uniform() * Double(timeout.ticks)))
      tokens.append(
        mustFit { () throws(Halt) in try queue.scheduleTimer(UInt64(index), at: first) }
      )
    }
  }

  var counters: [Counter] {
    [Counter(name: "fired_share", value: Double(fired) / Double(max(armed, 1)))]
  }

  func run(_ operations: Int) -> UInt64 {
    let restTicks = Double(timeout.ticks) / 4.6 / Double(tokens.count)
    let step = Interval(ticks: UInt64(restTicks)) * UInt64(Self.operationsBetweenLooks)
    var left = operations
    while left > 0 {
      let count = min(left, Self.operationsBetweenLooks)
      time = time + step
      while queue.next(until: time) != nil { fired += 1 }
      mustFit { () throws(Halt) in
        try Self.rearm(&queue, &tokens, picks, from: cursor, count, at: time + timeout)
      }
      cursor += count
      left -= count
    }
    armed += UInt64(operations)
    return fired
  }

  private static func rearm(
    _ queue: inout BoundedQueue,
    _ tokens: inout [TimerToken],
    _ table: [UInt32],
    from start: Int,
    _ count: Int,
    at due: Instant
  ) throws(Halt) {
    let picks = table.span
    for turn in start..<(start + count) {
      let pick = Int(picks[turn & (picks.count - 1)])
      queue.cancel(tokens[pick])
      tokens[pick] = try queue.scheduleTimer(UInt64(pick), at: due)
    }
  }
}

/// A crowd of events is scheduled and then taken out to the last; an operation is one event, in and out.
private final class BurstWorkload: Workload {
  private var queue: BoundedQueue
  private let delays: [UInt64]
  private var answer: UInt64 = 0

  let bytes: Int

  init(events: Int) {
    queue = BoundedQueue(capacity: events)
    bytes = BoundedQueue.bytes(capacity: events)
    delays = Increments.exponential.population(events)
  }

  func run(_ operations: Int) -> UInt64 {
    for _ in 0..<(operations / delays.count) {
      answer &+= mustFit { () throws(Halt) in try Self.burst(&queue, delays) }
    }
    return answer
  }

  private static func burst(
    _ queue: inout BoundedQueue,
    _ delays: [UInt64]
  ) throws(Halt) -> UInt64 {
    let start = queue.now
    let span = delays.span
    for index in span.indices {
      try queue.schedule(UInt64(index), at: start + Interval(ticks: span[index]))
    }
    var sum: UInt64 = 0
    while let event = queue.next(until: .latest) { sum &+= event.time.ticks ^ event.payload }
    return sum
  }
}
