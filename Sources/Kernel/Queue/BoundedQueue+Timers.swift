extension BoundedQueue {
  /// Schedules an event that can be cancelled until it happens; otherwise as `schedule`.
  @inlinable
  public mutating func scheduleTimer(
    _ payload: UInt64,
    at time: Instant
  ) throws(Halt) -> TimerToken {
    if live == capacity { throw Halt(.events, limit: capacity) }
    if timers.isFull { throw Halt(.timers, limit: timers.slots.count) }
    if payload >= QueueEntry.timerMark { refusePayload() }
    let token = timers.arm(payload)
    enter(QueueEntry(ticks: time.ticks, word: token.word | QueueEntry.timerMark))
    return token
  }

  /// Cancels a timer; `false`, and nothing done, where it has fired or was cancelled before.
  @inlinable @discardableResult
  public mutating func cancel(_ token: TimerToken) -> Bool {
    guard timers.isArmed(token) else { return false }
    _ = timers.release(token)
    live &-= 1
    stale &+= 1
    if stale > live &+ Self.staleAllowance { sweep() }
    return true
  }

  /// Whether a timer still waits.
  @inlinable
  public func isArmed(_ token: TimerToken) -> Bool {
    timers.isArmed(token)
  }

  /// Throws all stale entries out, in time linear in the entries, which were cancelled to more than half.
  @usableFromInline @inline(never)
  mutating func sweep() {
    var kept = front.head
    for place in front.head..<front.tail {
      let entry = unsafe front.entries.unchecked[place]
      unsafe front.entries.unchecked[kept] = entry
      kept &+= isStale(entry) ? 0 : 1
    }
    front.tail = kept
    equals.count = sweep(equals)
    var levels = ladder.occupied
    while levels != 0 {
      let level = levels.trailingZeroBitCount
      levels &= levels &- 1
      sweep(level: level)
    }
    stale = 0
  }

  private func isStale(_ entry: QueueEntry) -> Bool {
    entry.isTimer && !timers.isArmed(TimerToken(entry.word))
  }

  private mutating func sweep(level: Int) {
    let way = unsafe ladder.ways.unchecked[level]
    for index in Int(way.offset)...(Int(way.offset) &+ Int(way.mask)) {
      let bucket = unsafe ladder.buckets.unchecked[index]
      guard bucket.count > 0 else { continue }
      let chain = unsafe Chain(block: ladder.heads.unchecked[index], count: Int(bucket.count))
      let left = sweep(chain)
      if left == chain.count { continue }
      ladder.shorten(FoundBucket(index: index, way: way, count: chain.count), to: left, pool)
    }
  }

  /// Moves the live entries of a chain together at its start, gives the blocks after them back, and
  /// returns how many there are.
  private mutating func sweep(_ chain: Chain) -> Int {
    var rest = chain
    var target = chain.block
    var kept = 0
    while rest.count > 0 {
      let source = unsafe pool.first(of: rest.block)
      for place in 0..<min(rest.count, BlockPool.blockSize) {
        let entry = unsafe source[place]
        if isStale(entry) { continue }
        if kept > 0, kept & 15 == 0 { target = unsafe pool.links.unchecked[Int(target)] }
        unsafe pool.first(of: target)[kept & 15] = entry
        kept &+= 1
      }
      rest.block = unsafe pool.links.unchecked[Int(rest.block)]
      rest.count &-= BlockPool.blockSize
    }
    var used = (kept &+ 15) / 16
    let blocks = (chain.count &+ 15) / 16
    var block = kept == 0 ? chain.block : unsafe pool.links.unchecked[Int(target)]
    while used < blocks {
      block = pool.give(block)
      used &+= 1
    }
    return kept
  }
}

extension Ladder {
  /// Notes that only the first `count` entries of a bucket are left.
  mutating func shorten(_ found: FoundBucket, to count: Int, _ pool: borrowing BlockPool) {
    guard count > 0 else {
      _ = take(found)
      return
    }
    var block = unsafe heads.unchecked[found.index]
    for _ in 0..<((count &- 1) / 16) { block = unsafe pool.links.unchecked[Int(block)] }
    let end = block &* 16 &+ UInt32((count &- 1) & 15) &+ 1
    unsafe buckets.unchecked[found.index] = Bucket(end: end, count: UInt32(count))
  }
}
