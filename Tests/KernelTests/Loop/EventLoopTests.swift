import AllocationCounter
import Foundation
import Kernel
import Testing

@Suite("The loop")
struct EventLoopTests {
  @Test("paused anywhere, for any reason, a run is the same run")
  func pausesChangeNothing() throws {
    let horizon = Instant.start + .seconds(2_000)
    var whole = try EventLoop.customers(load: 0.8, servers: 2, seed: 3)
    #expect(whole.advance(until: horizon) == .horizon)
    for seed in 1...6 as ClosedRange<UInt64> {
      print("seed \(seed)")
      var random = SplitMix(state: seed)
      var stepped = try EventLoop.customers(load: 0.8, servers: 2, seed: 3)
      let stop = StopRequest()
      while true {
        var pause: Pause
        switch random.below(3) {
        case 0: pause = stepped.advance(until: horizon, events: Int(random.below(5)))
        case 1:
          let near = min(horizon, stepped.now + Interval(ticks: random.below(50_000_000)))
          pause = stepped.advance(until: near)
          if near < horizon, pause == .horizon { pause = .budget }
        default: pause = stepped.advance(until: horizon, events: 700, unless: stop)
        }
        if pause == .horizon { break }
        #expect(pause == .budget)
      }
      #expect(stepped.fingerprint == whole.fingerprint)
      #expect(stepped.eventCount == whole.eventCount)
      #expect(stepped.now == whole.now)
      #expect(stepped.world.waitingArea == whole.world.waitingArea)
    }
  }

  @Test("the fingerprint is the recorded one, in debug and in release")
  func fingerprintIsRecorded() throws {
    var loop = try EventLoop.customers(load: 0.9, servers: 1, seed: 42)
    _ = loop.advance(until: .latest, events: 10_000)
    #expect(loop.fingerprint.description == "a557912896509017")
    #expect(Fingerprint().description == "243f6a8885a308d3")
  }

  @Test("two events of one moment that change places change the fingerprint")
  func orderCounts() {
    func fingerprint(_ events: [(time: UInt64, name: UInt64, kind: UInt32)]) -> Fingerprint {
      var fingerprint = Fingerprint()
      for event in events {
        let identity = EventIdentity(name: event.name, kind: event.kind)
        fingerprint.add(identity, at: Instant(ticks: event.time))
      }
      return fingerprint
    }
    let original = fingerprint([(5, 1, 0), (5, 2, 0), (6, 1, 1)])
    #expect(original != fingerprint([(5, 2, 0), (5, 1, 0), (6, 1, 1)]))
    #expect(original != fingerprint([(5, 1, 0), (5, 2, 0), (7, 1, 1)]))
    #expect(original != fingerprint([(5, 1, 0), (5, 2, 0), (6, 1, 2)]))
    #expect(original != fingerprint([(5, 1, 0), (5, 2, 0), (6, 3, 1)]))
    #expect(original != fingerprint([(5, 1, 0), (5, 2, 0)]))
    #expect(original == fingerprint([(5, 1, 0), (5, 2, 0), (6, 1, 1)]))
    // The same event again and again is not one fingerprint.
    let same = (0..<1_000).map { fingerprint(Array(repeating: (5, 1, 0), count: $0)) }
    #expect(Set(same).count == 1_000)
  }

  @Test("each reason to pause says its name")
  func reasons() throws {
    var loop = try EventLoop.customers(load: 0.5, servers: 1, seed: 5)
    #expect(loop.advance(until: .start, events: 0) == .budget)
    #expect(loop.eventCount == 0)
    #expect(loop.advance(until: .start) == .horizon)
    #expect(loop.eventCount == 1)
    #expect(loop.advance(until: .latest, events: 7) == .budget)
    #expect(loop.eventCount == 8)
    let stop = StopRequest()
    stop.raise()
    #expect(loop.advance(until: .latest, unless: stop) == .stopped)
    #expect(loop.eventCount == 8)
    stop.lower()
    #expect(loop.advance(until: .latest, events: 600, unless: stop) == .budget)
    #expect(loop.eventCount == 608)
    var idle = EventLoop(Countdown(), BoundedQueue(capacity: 1))
    #expect(idle.advance(until: .latest) == .idle)
    try idle.queue.schedule(3, at: .start)
    #expect(idle.advance(until: .latest) == .idle)
    #expect(idle.eventCount == 4)
  }

  @Test("a world can ask for a pause and go on afterwards")
  func worldAsks() throws {
    var loop = EventLoop(Countdown(asksAt: 2), BoundedQueue(capacity: 1))
    try loop.queue.schedule(4, at: .start)
    #expect(loop.advance(until: .latest) == .asked)
    #expect(loop.world.last == 2)
    loop.world.asksAt = nil
    #expect(loop.advance(until: .latest) == .idle)
    #expect(loop.world.last == 0)
  }

  @Test("a stop request ends a run that would go on for ever")
  func stopsFromAnotherThread() throws {
    // A thread of its own: on one processor a task would wait for this one to end.
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.02)
      sharedStop.raise()
    }
    var loop = try EventLoop.customers(load: 0.5, servers: 1, seed: 9)
    #expect(loop.advance(until: .latest, unless: sharedStop) == .stopped)
    #expect(loop.eventCount % 256 == 0)
  }

  @Test("a halt ends the run with what was full, and every later call says the same")
  func halts() throws {
    var loop = try EventLoop.customers(load: 0.5, servers: 1, seed: 5, capacity: 1)
    let halt = Pause.halted(Halt(.events, limit: 1))
    #expect(loop.advance(until: .latest) == halt)
    #expect(loop.eventCount == 1)
    #expect(loop.advance(until: .latest, events: 5) == halt)
    #expect(loop.eventCount == 1)
  }

  @Test("ten thousand events allocate nothing")
  func allocatesNothing() throws {
    var loop = try EventLoop.customers(load: 0.9, servers: 1, seed: 8)
    let stop = StopRequest()
    _ = loop.advance(until: .latest, events: 1_000, unless: stop)
    let before = allocation_counter_value()
    let pause = loop.advance(until: .latest, events: 10_000, unless: stop)
    let count = allocation_counter_value() - before
    #expect(pause == .budget)
    #expect(count == 0)
  }
}

/// As a program has it that is interrupted by a signal.
private let sharedStop = StopRequest()

/// Counts down from the first event's payload.
private struct Countdown: World, ~Copyable {
  var asksAt: UInt64?
  var last: UInt64 = .max

  init(asksAt: UInt64? = nil) { self.asksAt = asksAt }

  mutating func handle(_ event: ScheduledEvent, _ queue: inout BoundedQueue) throws(Halt) {
    last = event.payload
    if last > 0 { try queue.schedule(last - 1, at: event.time) }
  }

  func identity(of event: ScheduledEvent) -> EventIdentity { EventIdentity(name: 1, kind: 1) }

  var asksForPause: Bool { last == asksAt }
}
