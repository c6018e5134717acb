import Kernel
import Testing

@Suite("Timers")
struct TimerTests {
  @Test("a token cancels once, and is worth nothing after its timer has fired")
  func tokensAreUsedOnce() throws {
    var queue = BoundedQueue(capacity: 4, timers: 2)
    let first = try queue.scheduleTimer(1, at: Instant(ticks: 10))
    let second = try queue.scheduleTimer(2, at: Instant(ticks: 20))
    #expect(first != second)
    #expect(queue.cancel(first) == true)
    #expect(queue.cancel(first) == false)
    #expect(queue.next(until: .latest)?.payload == 2)
    #expect(queue.cancel(second) == false)
    #expect(queue.isArmed(second) == false)
    #expect(queue.cancel(.none) == false)
    #expect(queue.count == 0)
    // The slots are used again, and the old tokens do not name the new timers.
    let third = try queue.scheduleTimer(3, at: Instant(ticks: 30))
    let fourth = try queue.scheduleTimer(4, at: Instant(ticks: 30))
    #expect(queue.cancel(first) == false)
    #expect(queue.cancel(second) == false)
    #expect(queue.isArmed(third) == true)
    #expect(queue.isArmed(fourth) == true)
    #expect(queue.next(until: .latest)?.payload == 3)
    #expect(queue.next(until: .latest)?.payload == 4)
  }

  @Test("a cancelled timer neither moves the clock nor hides what is behind it")
  func cancelledIsNotSeen() throws {
    var queue = BoundedQueue(capacity: 4, timers: 2)
    let token = try queue.scheduleTimer(1, at: Instant(ticks: 10))
    try queue.schedule(2, at: Instant(ticks: 20))
    queue.cancel(token)
    #expect(queue.next(until: Instant(ticks: 15)) == nil)
    #expect(queue.now == .start)
    try queue.schedule(3, at: Instant(ticks: 5))
    #expect(queue.earliest() == Instant(ticks: 5))
    #expect(queue.next(until: .latest)?.payload == 3)
    #expect(queue.next(until: .latest)?.payload == 2)
    #expect(queue.next(until: .latest) == nil)
  }

  @Test(
    "armed and cancelled a million times, a timer costs no more memory",
    arguments: [1, 5, 400]
  )
  func churnIsBounded(live: Int) throws {
    print("seed 61, \(live) live timers")
    var random = SplitMix(state: 61)
    var queue = BoundedQueue(capacity: live + 1, timers: live + 1)
    var tokens = Array(repeating: TimerToken.none, count: live)
    var mostStale = 0
    for step in 0..<200_000 {
      let chosen = Int(random.below(UInt64(live)))
      queue.cancel(tokens[chosen])
      let time = Instant(ticks: UInt64(step) + 3_000_000_000)
      tokens[chosen] = try queue.scheduleTimer(UInt64(chosen), at: time)
      mostStale = max(mostStale, queue.staleCount)
    }
    #expect(mostStale <= live + 64)
    let audit = queue.audit()
    #expect(audit.faults == [])
    #expect(audit.blocksEver <= (2 * live + 64) / 16 + 64)
    var fired = 0
    while queue.next(until: .latest) != nil { fired += 1 }
    #expect(fired == tokens.count { $0 != .none })
  }

  @Test("sweeping keeps order, events and armed timers", arguments: DelayKind.allCases)
  func sweepKeepsOrder(kind: DelayKind) throws {
    print("seed 71, \(kind)")
    var random = SplitMix(state: 71)
    var queue = BoundedQueue(capacity: 4_000, timers: 4_000)
    var twin = SortedTwin()
    var tokens: [(TimerToken, UInt64)] = []
    for payload in 0..<4_000 as Range<UInt64> {
      let time = queue.now.ticks + kind.next(&random)
      let number = twin.schedule(payload, at: time)
      if payload % 4 == 0 {
        try queue.schedule(payload, at: Instant(ticks: time))
      } else {
        tokens.append((try queue.scheduleTimer(payload, at: Instant(ticks: time)), number))
      }
      // Halfway one is taken out, so that later ones arrive in the front and the ladder has rungs.
      if payload == 2_000 {
        #expect(queue.next(until: .latest)?.payload == twin.next(until: .max)?.payload)
      }
    }
    for (token, number) in tokens where random.below(8) > 0 {
      #expect(queue.cancel(token) == twin.cancel(number))
    }
    #expect(queue.staleCount <= queue.count + 64)
    #expect(queue.audit().faults == [])
    while let expected = twin.next(until: .max) {
      #expect(queue.next(until: .latest)?.payload == expected.payload)
    }
    #expect(queue.count == 0)
  }
}
