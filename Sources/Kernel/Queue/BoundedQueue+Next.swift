extension BoundedQueue {
  /// Takes out the earliest event or timer, or `nil` where there is none up to `limit`.
  @inline(__always) @inlinable
  public mutating func next(until limit: Instant) -> ScheduledEvent? {
    if front.isEmpty {
      if live == 0 { return nil }
      refill()
    }
    let entry = unsafe front.entries.unchecked[front.head]
    if entry.ticks > limit.ticks { return nil }
    if entry.isTimer { return nextAfterTimer(until: limit) }
    front.head &+= 1
    live &-= 1
    clock = entry.ticks
    return ScheduledEvent(time: Instant(ticks: entry.ticks), payload: entry.word)
  }

  /// The same where a timer's entry is the first, which may be stale.
  @usableFromInline @inline(never)
  mutating func nextAfterTimer(until limit: Instant) -> ScheduledEvent? {
    guard dropStale() else { return nil }
    let entry = unsafe front.entries.unchecked[front.head]
    if entry.ticks > limit.ticks { return nil }
    front.head &+= 1
    live &-= 1
    clock = entry.ticks
    let payload = entry.isTimer ? timers.release(TimerToken(entry.word)) : entry.word
    return ScheduledEvent(time: Instant(ticks: entry.ticks), payload: payload)
  }

  /// The time of the earliest event or timer.
  public mutating func earliest() -> Instant? {
    guard dropStale() else { return nil }
    return unsafe Instant(ticks: front.entries.unchecked[front.head].ticks)
  }

  /// Drops stale entries until the first one is live; returns whether there is one.
  private mutating func dropStale() -> Bool {
    while live > 0 {
      if front.isEmpty { refill() }
      let entry = unsafe front.entries.unchecked[front.head]
      if !entry.isTimer || timers.isArmed(TimerToken(entry.word)) { return true }
      front.head &+= 1
      stale &-= 1
    }
    return false
  }

  /// Fills the empty front with the earliest entries; there must be some.
  ///
  /// A bucket that can be sorted at once goes to the front, and those after it while the run stays
  /// short; a larger one is split before. With only a few entries in all, the front takes them all
  /// and the ladder rests.
  @usableFromInline @inline(never)
  mutating func refill() {
    front.head = Front.origin
    front.tail = Front.origin
    if equals.count > 0 { return takeEquals() }
    let pending = live &+ stale
    let enough = pending <= 24 ? 24 : max(8, min(32, pending / 8))
    while ladder.occupied != 0 {
      let found = ladder.earliest()
      let most = front.isEmpty ? Front.largestRun : enough &- front.count
      if found.count <= most {
        front.add(ladder.take(found), span: found.way.span, &pool)
        ladder.floor = unsafe front.entries.unchecked[front.tail &- 1].ticks
      } else if front.isEmpty {
        let chain = ladder.take(found)
        if !ladder.split(chain, span: found.way.span, &pool) {
          equals = chain
          ladder.floor = unsafe pool.first(of: chain.block).pointee.ticks
          return takeEquals()
        }
      } else {
        return
      }
    }
    ladder.floor = .max
  }

  /// Moves a block of equals to the front.
  private mutating func takeEquals() {
    let count = min(equals.count, BlockPool.blockSize)
    let source = unsafe pool.first(of: equals.block)
    unsafe (front.entries.unchecked + front.tail).update(from: source, count: count)
    front.tail &+= count
    equals.block = pool.give(equals.block)
    equals.count &-= count
  }
}
