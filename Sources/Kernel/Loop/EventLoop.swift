/// Drives a world through its events, as far as its caller asks and no further.
///
/// The caller owns the clock on the wall, the signals and the files. Driven in steps of any size a run
/// is the same run, event by event.
@frozen
public struct EventLoop<Driven: World & ~Copyable>: ~Copyable {
  /// The world as the last event left it; open to its caller while the loop pauses.
  public var world: Driven

  /// What is to happen.
  public var queue: BoundedQueue

  /// The run so far in 64 bits.
  @inlinable public var fingerprint: Fingerprint { trail }

  @usableFromInline var trail = Fingerprint()

  @usableFromInline var halt: Halt?

  /// A loop over `world` with what `queue` already holds.
  @inlinable
  public init(_ world: consuming Driven, _ queue: consuming BoundedQueue) {
    self.world = world
    self.queue = queue
  }

  /// The time of the last event.
  @inlinable public var now: Instant { queue.now }

  /// How many events have happened.
  @inlinable public var eventCount: UInt64 { trail.eventCount }

  /// So many events happen between two looks at the stop request: some microseconds.
  @inlinable static var eventsBetweenLooks: Int { 256 }

  /// Lets events happen up to and including `horizon`, at most `events` of them.
  ///
  /// A request that is raised already lets none happen. After a halt every call answers with that halt.
  @inlinable
  public mutating func advance(
    until horizon: Instant,
    events: Int = .max,
    unless stop: borrowing StopRequest
  ) -> Pause {
    var left = events
    while true {
      if stop.isRaised { return .stopped }
      let batch = min(left, Self.eventsBetweenLooks)
      let pause = run(until: horizon, events: batch)
      left -= batch
      if pause != .budget || left <= 0 { return pause }
    }
  }

  /// Lets events happen up to and including `horizon`, at most `events` of them.
  @inlinable
  public mutating func advance(until horizon: Instant, events: Int = .max) -> Pause {
    run(until: horizon, events: events)
  }

  @inline(__always) @inlinable
  mutating func run(until horizon: Instant, events: Int) -> Pause {
    if let halt { return .halted(halt) }
    var left = events
    while left > 0 {
      guard let event = queue.next(until: horizon) else {
        return queue.count == 0 ? .idle : .horizon
      }
      trail.add(world.identity(of: event), at: event.time)
      do throws(Halt) {
        try world.handle(event, &queue)
      } catch {
        halt = error
        return .halted(error)
      }
      left &-= 1
      if world.asksForPause { return .asked }
    }
    return .budget
  }
}
