import Kernel
import Testing

@Suite("The queue is the sorted array, only faster")
struct QueueLawTests {
  @Test(
    "every kind of delay, with ties and pauses, from empty to full",
    arguments: DelayKind.allCases
  )
  func agreesWithTwin(kind: DelayKind) throws {
    for (seed, capacity) in [(11, 1), (12, 3), (13, 40), (14, 200), (15, 1_500)] as [(UInt64, Int)]
    {
      print("seed \(seed), capacity \(capacity), \(kind)")
      try compare(kind, seed: seed, capacity: capacity, from: 0)
    }
  }

  @Test("times around 2^63 are times like others", arguments: DelayKind.allCases)
  func crossesHalf(kind: DelayKind) throws {
    print("seed 21, capacity 300, \(kind)")
    try compare(kind, seed: 21, capacity: 300, from: 1 << 63 - 30_000_000)
  }

  @Test("the last times there are can be scheduled")
  func reachesTheEnd() throws {
    print("seed 31")
    try compare(.tiny, seed: 31, capacity: 300, from: .max - 2_000)
    try compare(.anyMagnitude, seed: 32, capacity: 300, from: .max - 1 << 40)
  }

  /// Random scheduling, cancelling, taking and looking, the same on both.
  private func compare(_ kind: DelayKind, seed: UInt64, capacity: Int, from start: UInt64) throws {
    var random = SplitMix(state: seed)
    var queue = BoundedQueue(capacity: capacity, timers: capacity)
    var twin = SortedTwin()
    var tokens: [(token: TimerToken, number: UInt64)] = []
    var now = start
    var isFilling = true
    for step in 0..<12_000 {
      if twin.count == capacity { isFilling = false }
      if twin.count == 0 { isFilling = true }
      switch random.below(10) {
      case 0 where !tokens.isEmpty:
        let chosen = tokens[Int(random.below(UInt64(tokens.count)))]
        let isArmed = queue.isArmed(chosen.token)
        let didCancel = queue.cancel(chosen.token)
        #expect(didCancel == twin.cancel(chosen.number))
        #expect(isArmed == didCancel)
      case 1:
        #expect(queue.earliest()?.ticks == twin.entries.first?.ticks)
      case 0..<(isFilling ? 7 : 4) where twin.count < capacity:
        let (sum, overflow) = now.addingReportingOverflow(kind.next(&random))
        let time = Instant(ticks: overflow ? .max : sum)
        let payload = random.next() >> 1
        let number = twin.schedule(payload, at: time.ticks)
        if random.below(2) == 0 {
          try queue.schedule(payload, at: time)
        } else {
          tokens.append((try queue.scheduleTimer(payload, at: time), number))
          if tokens.count > 2 * capacity { tokens.removeFirst(capacity) }
        }
      default:
        let reach = random.below(3) == 0 ? kind.next(&random) : .max
        let limit = now.addingReportingOverflow(reach).overflow ? .max : now + reach
        let event = queue.next(until: Instant(ticks: limit))
        let expected = twin.next(until: limit)
        #expect(event?.time.ticks == expected?.ticks)
        #expect(event?.payload == expected?.payload)
        now = expected?.ticks ?? now
      }
      if queue.count != twin.count || step % 997 == 0 {
        #expect(queue.count == twin.count)
        #expect(queue.audit().faults == [])
        #expect(queue.staleCount <= queue.count + 64)
      }
    }
    while let expected = twin.next(until: .max) {
      let event = queue.next(until: .latest)
      #expect(event?.time.ticks == expected.ticks)
      #expect(event?.payload == expected.payload)
    }
    #expect(queue.next(until: .latest) == nil)
    #expect(queue.audit().faults == [])
  }

  @Test("a hundred thousand pending come in order and lose nothing", arguments: DelayKind.allCases)
  func keepsOrderWhenLarge(kind: DelayKind) throws {
    print("seed 41, \(kind)")
    var random = SplitMix(state: 41)
    let size: UInt64 = 100_000
    var queue = BoundedQueue(capacity: Int(size))
    var arrivals: UInt64 = 0
    while arrivals < size {
      try queue.schedule(arrivals, at: Instant(ticks: kind.next(&random)))
      arrivals += 1
    }
    var checksum = arrivals * (arrivals - 1) / 2
    var last = ScheduledMark(ticks: 0, payload: 0)
    for _ in 0..<150_000 {
      let next = queue.next(until: .latest)
      let event = try #require(next)
      let mark = ScheduledMark(ticks: event.time.ticks, payload: event.payload)
      if mark < last { Issue.record("\(mark) came after \(last)") }
      last = mark
      checksum -= event.payload
      checksum += arrivals
      try queue.schedule(arrivals, at: Instant(ticks: event.time.ticks + kind.next(&random)))
      arrivals += 1
    }
    #expect(queue.audit().faults == [])
    while let event = queue.next(until: .latest) { checksum -= event.payload }
    #expect(checksum == 0)
  }
}

/// Arrival numbers as payloads: times never fall, and among equal times arrivals never do.
private struct ScheduledMark: Comparable {
  let ticks: UInt64
  let payload: UInt64

  static func < (left: ScheduledMark, right: ScheduledMark) -> Bool {
    (left.ticks, left.payload) < (right.ticks, right.payload)
  }
}
