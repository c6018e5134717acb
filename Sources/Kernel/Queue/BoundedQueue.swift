/// Events and timers in the order of their times, first in first out among equals, in bounded memory.
///
/// The queue is *monotone*: nothing may be scheduled before `now`, the time of what was handed out last.
/// That makes it fast. What is due next lies sorted in the front; everything later lies in the ladder,
/// in buckets that get finer as their time comes. Scheduling and taking an event cost the same few
/// nanoseconds from ten to ten million pending, for every distribution of delays.
///
/// All memory is taken at creation. A full queue refuses with a `Halt`; nothing is lost.
@frozen
public struct BoundedQueue: ~Copyable {
  @usableFromInline var front: Front
  @usableFromInline var ladder: Ladder
  @usableFromInline var pool: BlockPool
  @usableFromInline var timers: TimerTable

  /// Entries of one time, too many for the front, that follow those which are in it.
  @usableFromInline var equals = Chain(block: 0, count: 0)

  /// Events and armed timers.
  @usableFromInline var live = 0

  /// Entries of timers that were cancelled and have not been swept out.
  @usableFromInline var stale = 0

  /// How many events and armed timers the queue can hold.
  public let capacity: Int

  /// The time of what was handed out last.
  public internal(set) var now: Instant {
    @inlinable get { Instant(ticks: clock) }
    set { clock = newValue.ticks }
  }

  @usableFromInline var clock: UInt64 = 0

  /// A queue for `capacity` events and timers, at least one, of which at most `timers` are timers.
  public init(capacity: Int, timers: Int = 0) {
    guard capacity >= 1, capacity <= Self.mostCapacity, timers >= 0, timers <= capacity else {
      fatalError("a queue holds 1 to \(Self.mostCapacity) entries, and no more timers than entries")
    }
    self.capacity = capacity
    let entries = Self.entries(capacity: capacity, timers: timers)
    front = Front()
    ladder = Ladder(capacity: entries)
    pool = BlockPool(blocks: Self.blocks(entries: entries))
    self.timers = TimerTable(capacity: timers)
  }

  /// The largest capacity, set by positions of 32 bits.
  public static var mostCapacity: Int { 1_000_000_000 }

  /// How many bytes a queue of this capacity holds.
  public static func bytes(capacity: Int, timers: Int = 0) -> Int {
    let entries = entries(capacity: capacity, timers: timers)
    return Front.bytes + Ladder.bytes(capacity: entries)
      + BlockPool.bytes(blocks: blocks(entries: entries)) + TimerTable.bytes(capacity: timers)
  }

  /// How many events and armed timers wait.
  @inlinable public var count: Int { live }

  /// How many entries of cancelled timers wait to be swept out: at most `count` and 64 more.
  @inlinable public var staleCount: Int { stale }

  /// As many entries as can be there at once, those of cancelled timers with them.
  private static func entries(capacity: Int, timers: Int) -> Int {
    timers == 0 ? capacity : 2 * capacity + staleAllowance
  }

  /// Full blocks for all entries, and for each bucket one that is not full.
  private static func blocks(entries: Int) -> Int {
    entries / BlockPool.blockSize + min(entries, Ladder.bucketCount(capacity: entries)) + 2
  }

  /// So many stale entries are left alone however few live ones there are.
  @inlinable static var staleAllowance: Int { 64 }
}

extension BoundedQueue {
  /// Schedules an event; `payload` is below 2^63, `time` not before `now`.
  ///
  /// Events of one time come in the order of their scheduling.
  @inline(__always) @inlinable
  public mutating func schedule(_ payload: UInt64, at time: Instant) throws(Halt) {
    if live == capacity { throw Halt(.events, limit: capacity) }
    if payload >= QueueEntry.timerMark { refusePayload() }
    enter(QueueEntry(ticks: time.ticks, word: payload))
  }

  /// Puts an entry where it belongs; there is room for it.
  @inline(__always) @inlinable
  mutating func enter(_ entry: QueueEntry) {
    live &+= 1
    if entry.ticks >= ladder.floor {
      ladder.append(entry, &pool)
    } else {
      if entry.ticks < clock { refusePast(entry.ticks) }
      if front.isShort { front.insertIntoShort(entry) } else { insertIntoLong(entry) }
    }
  }

  @usableFromInline @inline(never)
  func refusePayload() -> Never {
    fatalError("an event's payload has 63 bits")
  }

  @usableFromInline @inline(never)
  func refusePast(_ ticks: UInt64) -> Never {
    fatalError("nothing can be scheduled at \(Instant(ticks: ticks)), for it is \(now)")
  }
}
