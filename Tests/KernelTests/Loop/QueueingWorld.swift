import Kernel

/// Customers who arrive at random and are served by `servers` alike, first come first served.
///
/// With exponential times it is M/M/c, whose means are known. The times are drawn with the tests' own
/// generator and the C library is not asked for a logarithm: −log u is the integral of 1/u, summed here
/// by its series, which is slow and obviously right.
struct QueueingWorld: World, ~Copyable {
  static let arrival: UInt64 = 0
  static let departure: UInt64 = 1

  let betweenArrivals: Double
  let serviceTime: Double
  let servers: Int
  var random: SplitMix

  var present = 0
  var lastChange = Instant.start
  /// Customer-ticks spent in the system, and of those waiting.
  var presentArea = 0.0
  var waitingArea = 0.0
  var arrived = 0
  var served = 0

  init(betweenArrivals: Double, serviceTime: Double, servers: Int, seed: UInt64) {
    self.betweenArrivals = betweenArrivals
    self.serviceTime = serviceTime
    self.servers = servers
    random = SplitMix(state: seed)
  }

  mutating func handle(_ event: ScheduledEvent, _ queue: inout BoundedQueue) throws(Halt) {
    let passed = Double((event.time - lastChange).ticks)
    presentArea += passed * Double(present)
    waitingArea += passed * Double(max(0, present - servers))
    lastChange = event.time
    if event.payload == Self.arrival {
      arrived += 1
      present += 1
      try queue.schedule(Self.arrival, at: event.time + exponential(betweenArrivals))
      if present <= servers {
        try queue.schedule(Self.departure, at: event.time + exponential(serviceTime))
      }
    } else {
      served += 1
      present -= 1
      if present >= servers {
        try queue.schedule(Self.departure, at: event.time + exponential(serviceTime))
      }
    }
  }

  func identity(of event: ScheduledEvent) -> EventIdentity {
    EventIdentity(name: 0x6375_7374_6f6d_6572, kind: UInt32(event.payload))
  }

  private mutating func exponential(_ mean: Double) -> Interval {
    let uniform = (Double(random.next() >> 11) + 0.5) * 0x1p-53
    return Interval(roundingTicks: Self.negativeLog(uniform) * mean)!
  }

  /// −log u = k log 2 − log m with m in [1, 2), by 2 artanh((m − 1)/(m + 1)).
  private static func negativeLog(_ uniform: Double) -> Double {
    let ratio = (uniform.significand - 1) / (uniform.significand + 1)
    var power = ratio
    var sum = 0.0
    for odd in stride(from: 1.0, to: 40, by: 2) {
      sum += power / odd
      power *= ratio * ratio
    }
    return -Double(uniform.exponent) * 0.6931471805599453 - 2 * sum
  }
}

extension EventLoop where Driven == QueueingWorld {
  /// A loop in which the first customer comes at the start.
  static func customers(
    load: Double,
    servers: Int,
    seed: UInt64,
    capacity: Int = 64
  ) throws -> EventLoop<QueueingWorld> {
    let second = Double(Interval.ticksPerSecond)
    let world = QueueingWorld(
      betweenArrivals: second,
      serviceTime: second * load * Double(servers),
      servers: servers,
      seed: seed
    )
    var queue = BoundedQueue(capacity: capacity)
    try queue.schedule(QueueingWorld.arrival, at: .start)
    return EventLoop(world, queue)
  }
}
