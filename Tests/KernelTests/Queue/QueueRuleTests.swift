import AllocationCounter
import Kernel
import Testing

@Suite("The queue's rules")
struct QueueRuleTests {
  @Test("events of one time come first in, first out, however many")
  func firstInFirstOut() throws {
    for count in [2, 12, 13, 64, 65, 96, 97, 1_000, 70_000] as [UInt64] {
      var queue = BoundedQueue(capacity: Int(count) + 1)
      try queue.schedule(count, at: Instant(ticks: 6))
      for payload in 0..<count { try queue.schedule(payload, at: Instant(ticks: 5)) }
      var isInOrder = true
      for payload in 0...count {
        if queue.next(until: .latest)?.payload != payload { isInOrder = false }
      }
      #expect(isInOrder, "\(count) events")
    }
  }

  @Test("what is scheduled for this very moment comes after all that wait for it")
  func nowIsNotPast() throws {
    var queue = BoundedQueue(capacity: 300)
    for payload in 0..<200 as Range<UInt64> {
      try queue.schedule(payload, at: Instant(ticks: payload < 100 ? 5 : 9))
    }
    #expect(queue.next(until: .latest)?.payload == 0)
    #expect(queue.now == Instant(ticks: 5))
    for payload in 1_000..<1_050 as Range<UInt64> { try queue.schedule(payload, at: queue.now) }
    var order: [UInt64] = []
    while let event = queue.next(until: Instant(ticks: 5)) { order.append(event.payload) }
    #expect(order == Array(1..<100) + Array(1_000..<1_050))
    #expect(queue.next(until: Instant(ticks: 8)) == nil)
    #expect(queue.count == 100)
  }

  @Test("many equals that wait in the distance let nearer ones by")
  func nearerThanEquals() throws {
    // 70 and more equals are not sorted; the look at the earliest brings them to the front.
    var queue = BoundedQueue(capacity: 1_000)
    for payload in 0..<500 as Range<UInt64> {
      try queue.schedule(payload, at: Instant(ticks: 1 << 30))
    }
    #expect(queue.earliest() == Instant(ticks: 1 << 30))
    for payload in 0..<200 as Range<UInt64> {
      try queue.schedule(1_000 + payload, at: Instant(ticks: 1_000 - payload))
    }
    #expect(queue.audit().faults == [])
    for payload in 0..<200 as Range<UInt64> {
      #expect(queue.next(until: .latest)?.payload == 1_199 - payload)
    }
    for payload in 0..<500 as Range<UInt64> {
      #expect(queue.next(until: .latest)?.payload == payload)
    }
  }

  @Test("a front that is full of its last time gives entries back and keeps their order")
  func givesBackBeforeItsLastTime() throws {
    // 64 events of one time are sorted at once; 33 late arrivals before them fill the front.
    var queue = BoundedQueue(capacity: 300)
    try queue.schedule(0, at: Instant(ticks: 5))
    for payload in 1...64 as ClosedRange<UInt64> {
      try queue.schedule(payload, at: Instant(ticks: 1_000))
    }
    #expect(queue.next(until: .latest)?.payload == 0)
    #expect(queue.earliest() == Instant(ticks: 1_000))
    for payload in 65...70 as ClosedRange<UInt64> {
      try queue.schedule(payload, at: Instant(ticks: 1_000))
    }
    for payload in 101...140 as ClosedRange<UInt64> {
      try queue.schedule(payload, at: Instant(ticks: payload))
      #expect(queue.audit().faults == [])
    }
    for payload in 71...75 as ClosedRange<UInt64> {
      try queue.schedule(payload, at: Instant(ticks: 1_000))
    }
    var order: [UInt64] = []
    while let event = queue.next(until: .latest) { order.append(event.payload) }
    #expect(order == Array(101...140) + Array(1...75))
  }

  @Test(
    "an entry changes buckets a few times at most, however many wait",
    arguments: DelayKind.allCases
  )
  func workIsConstant(kind: DelayKind) throws {
    for size in [100, 1_000, 10_000, 100_000] {
      print("seed 52, \(size) pending, \(kind)")
      var random = SplitMix(state: 52)
      var queue = BoundedQueue(capacity: size)
      for _ in 0..<size { try queue.schedule(1, at: Instant(ticks: kind.next(&random))) }
      let operations = 2 * size
      for _ in 0..<operations {
        let time = queue.next(until: .latest)!.time.ticks
        try queue.schedule(1, at: Instant(ticks: time + kind.next(&random)))
      }
      let moves = Double(queue.audit().dealt) / Double(operations)
      print("\(kind) \(size): \(moves) moves")
      #expect(moves < 3)
    }
  }

  @Test("with a few entries the front takes them all and the ladder rests")
  func fewStayInFront() throws {
    var queue = BoundedQueue(capacity: 24)
    for payload in 0..<24 as Range<UInt64> {
      try queue.schedule(payload, at: Instant(ticks: payload * payload * payload << 20))
    }
    _ = queue.next(until: .latest)
    try queue.schedule(24, at: Instant(ticks: 1 << 60))
    let audit = queue.audit()
    #expect(audit.inLadder == 0)
    #expect(audit.inFront == 24)
  }

  @Test("a full queue refuses with its name and number, and goes on")
  func refusesWhenFull() throws {
    var queue = BoundedQueue(capacity: 3, timers: 1)
    let token = try queue.scheduleTimer(1, at: .start)
    var refusals: [Halt] = []
    do { _ = try queue.scheduleTimer(2, at: .start) } catch { refusals.append(error) }
    try queue.schedule(3, at: .start)
    try queue.schedule(4, at: .start)
    do { try queue.schedule(5, at: .start) } catch { refusals.append(error) }
    do { _ = try queue.scheduleTimer(6, at: .start) } catch { refusals.append(error) }
    #expect(
      refusals == [Halt(.timers, limit: 1), Halt(.events, limit: 3), Halt(.events, limit: 3)]
    )
    #expect(queue.cancel(token) == true)
    try queue.schedule(7, at: .start)
    var order: [UInt64] = []
    while let event = queue.next(until: .latest) { order.append(event.payload) }
    #expect(order == [3, 4, 7])
  }

  @Test("the past, a payload of 64 bits and a queue for nothing stop the program with a sentence")
  func refusesMistakes() async {
    await #expect(processExitsWith: .failure) {
      var queue = BoundedQueue(capacity: 2)
      try queue.schedule(0, at: Instant(ticks: 5))
      _ = queue.next(until: .latest)
      try queue.schedule(0, at: Instant(ticks: 4))
    }
    await #expect(processExitsWith: .failure) {
      var queue = BoundedQueue(capacity: 2)
      try queue.schedule(1 << 63, at: .start)
    }
    await #expect(processExitsWith: .failure) {
      var queue = BoundedQueue(capacity: 2, timers: 2)
      _ = try queue.scheduleTimer(1 << 63, at: .start)
    }
    await #expect(processExitsWith: .failure) { _ = BoundedQueue(capacity: 0) }
    await #expect(processExitsWith: .failure) { _ = BoundedQueue(capacity: 1, timers: 2) }
    await #expect(processExitsWith: .failure) {
      _ = BoundedQueue(capacity: BoundedQueue.mostCapacity + 1)
    }
  }

  @Test("no delay makes it allocate, and its blocks suffice", arguments: DelayKind.allCases)
  func neverAllocates(kind: DelayKind) throws {
    var random = SplitMix(state: 51)
    var queue = BoundedQueue(capacity: 3_000, timers: 1_000)
    var tokens = Array(repeating: TimerToken.none, count: 1_000)
    let delays = (0..<60_000).map { _ in kind.next(&random) }
    // In debug the runtime makes some of its own tables where a type is first met.
    var before = allocation_counter_value()
    for step in 0..<60_000 {
      if step == 30_000 { before = allocation_counter_value() }
      let time = Instant(ticks: queue.now.ticks + delays[step])
      if step % 3 == 0 {
        queue.cancel(tokens[step % 1_000])
        tokens[step % 1_000] = try queue.scheduleTimer(1, at: time)
      } else if queue.count < 2_900 {
        try queue.schedule(1, at: time)
      }
      if step % 7 < 4 { _ = queue.next(until: .latest) }
    }
    let count = allocation_counter_value() - before
    #expect(count == 0)
    #expect(queue.audit().faults == [])
  }

  @Test("bytes are stated before, and follow the capacity")
  func statesBytes() {
    let perEvent = Double(BoundedQueue.bytes(capacity: 10_000_000)) / 1e7
    #expect(perEvent < 17)
    let perTimer = Double(BoundedQueue.bytes(capacity: 10_000_000, timers: 10_000_000)) / 1e7
    #expect(perTimer < 50)
    #expect(BoundedQueue.bytes(capacity: 1) < 20_000)
  }
}
