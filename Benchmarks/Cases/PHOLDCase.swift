import Kernel

/// PHOLD (Fujimoto 1990) through the real loop: each event of a place schedules one at a place of chance.
let modelHoldCase = Case("model/phold", warmUp: 200_000) { LoopWorkload() }

private struct Places: World, ~Copyable {
  var visits: Slab<UInt64>
  let increments: Slab<UInt64>
  let targets: Slab<UInt64>
  var cursor = 0

  init(places: Int) {
    visits = Slab(count: places)
    var draws = Draws(seed: 0x70_686F_6C64)
    increments = Places.filled(with: Increments.exponential.table())
    targets = Places.filled(with: (0..<65_536).map { _ in draws.bits() % UInt64(places) })
  }

  private static func filled(with numbers: [UInt64]) -> Slab<UInt64> {
    var slab = Slab<UInt64>(count: numbers.count)
    for (index, number) in numbers.enumerated() { slab[index] = number }
    return slab
  }

  mutating func handle(_ event: ScheduledEvent, _ queue: inout BoundedQueue) throws(Halt) {
    visits[Int(event.payload)] += 1
    cursor = (cursor + 1) & (increments.count - 1)
    let delay = Interval(ticks: increments[cursor])
    try queue.schedule(targets[cursor], at: event.time + delay)
  }

  func identity(of event: ScheduledEvent) -> EventIdentity {
    EventIdentity(name: event.payload, kind: 0)
  }
}

private final class LoopWorkload: Workload {
  private var loop: EventLoop<Places>
  private let stop = StopRequest()

  let bytes: Int

  init() {
    let (places, eventsEach) = (1_024, 16)
    let capacity = places * eventsEach
    var queue = BoundedQueue(capacity: capacity)
    bytes = BoundedQueue.bytes(capacity: capacity)
    for (index, ticks) in Increments.exponential.population(capacity).enumerated() {
      mustFit { () throws(Halt) in
        try queue.schedule(UInt64(index % places), at: Instant(ticks: ticks))
      }
    }
    loop = EventLoop(Places(places: places), queue)
  }

  func run(_ operations: Int) -> UInt64 {
    let pause = loop.advance(until: .latest, events: operations, unless: stop)
    precondition(pause == .budget, "PHOLD never ends")
    return loop.fingerprint.bits
  }
}
