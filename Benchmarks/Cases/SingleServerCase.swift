import Kernel

/// M/M/1 at a load of 0.9 through the real loop, with horizon, stop request and fingerprint; an
/// operation is an event.
///
/// The rivals draw the same numbers by the same formulas, and their mean wait must be ours to the bit.
let singleServerCase = Case(
  "model/mm1",
  warmUp: 1_000_000,
  limits: [.fasterThan(rival: "c++-binary-heap", times: 1.1)],
  rivals: [
    rival("c++-binary-heap", "heap"),
    // The same with our trick of drawing each number while the one before it is used.
    rival("c++-drawing-ahead", "ahead"),
    rival("c++-without-event-list", "floor"),
    simpy,
  ]
) { SingleServerWorkload() }

private func rival(_ name: String, _ variant: String) -> Rival {
  let means = "\(SingleServer.meanGapTicks) \(SingleServer.meanServiceTicks)"
  return Rival(name: name, program: .native, request: "mm1 \(variant) \(means)")
}

/// SimPy has the draws of enough customers for the operations that are compared, and then the same again.
private let simpy = Rival(
  name: "simpy",
  program: .simpy,
  request: "mm1 processes \(tableSize) \(tableSize)"
) {
  var (arrivals, services) = SingleServer.draws
  let gaps = (0..<tableSize).map { _ in SingleServer.nextGap(&arrivals).ticks }
  return bytes(of: gaps + (0..<tableSize).map { _ in SingleServer.nextService(&services).ticks })
}

private let tableSize = 1 << 20

/// Customers who come at random to one server and wait in line.
private struct SingleServer: World, ~Copyable {
  static let meanGapTicks: UInt64 = 10_000_000
  static let meanServiceTicks: UInt64 = 9_000_000

  static let arrival: UInt64 = 0
  static let departure: UInt64 = 1

  private var arrivals: ExponentialStream
  private var services: ExponentialStream
  private var last: UInt64 = 0
  private var waiting: UInt64 = 0
  private var isBusy = false
  /// Customer-ticks spent in the line.
  private var area: UInt64 = 0
  private var started: UInt64 = 0

  init() { (arrivals, services) = Self.draws }

  /// The two streams at their start.
  static var draws: (arrivals: ExponentialStream, services: ExponentialStream) {
    (
      ExponentialStream(RandomStream(addend: 1, linear: 2, first: 3, second: 4)),
      ExponentialStream(RandomStream(addend: 5, linear: 6, first: 7, second: 8))
    )
  }

  static func nextGap(_ draws: inout ExponentialStream) -> Interval {
    interval(Double(meanGapTicks) * draws.next())
  }

  static func nextService(_ draws: inout ExponentialStream) -> Interval {
    interval(Double(meanServiceTicks) * draws.next())
  }

  /// Ticks in the line of a customer whose service has begun.
  var meanWaitTicks: Double { Double(area) / Double(started) }

  mutating func handle(_ event: ScheduledEvent, _ queue: inout BoundedQueue) throws(Halt) {
    let now = event.time
    area &+= waiting &* (now.ticks &- last)
    last = now.ticks
    if event.payload == Self.arrival {
      try queue.schedule(Self.arrival, at: now + Self.nextGap(&arrivals))
      if isBusy {
        waiting &+= 1
        return
      }
      isBusy = true
    } else if waiting > 0 {
      waiting &-= 1
    } else {
      isBusy = false
      return
    }
    started &+= 1
    try queue.schedule(Self.departure, at: now + Self.nextService(&services))
  }

  private static func interval(_ ticks: Double) -> Interval {
    Interval(ticks: UInt64(bitPattern: Int64(ticks + 0.5)))
  }

  func identity(of event: ScheduledEvent) -> EventIdentity {
    EventIdentity(name: 0x636C_6572_6B, kind: UInt32(truncatingIfNeeded: event.payload))
  }
}

private final class SingleServerWorkload: Workload {
  private var loop: EventLoop<SingleServer>
  private let stop = StopRequest()

  let bytes = BoundedQueue.bytes(capacity: 2)

  init() {
    var queue = BoundedQueue(capacity: 2)
    mustFit { () throws(Halt) in try queue.schedule(SingleServer.arrival, at: .start) }
    loop = EventLoop(SingleServer(), queue)
  }

  /// By the formula ρ/(1 − ρ) = 9 services, 8.1 seconds.
  var counters: [Counter] {
    [Counter(name: "mean_wait_seconds", value: loop.world.meanWaitTicks / 1e7)]
  }

  func run(_ operations: Int) -> UInt64 {
    let pause = loop.advance(until: .latest, events: operations, unless: stop)
    precondition(pause == .budget, "customers never stop coming")
    return loop.world.meanWaitTicks.bitPattern
  }
}
