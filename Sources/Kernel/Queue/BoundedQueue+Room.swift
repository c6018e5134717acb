extension BoundedQueue {
  /// Puts an entry into a front that is not short, for which there may have to be made room first.
  @usableFromInline @inline(never)
  mutating func insertIntoLong(_ entry: QueueEntry) {
    if front.tail == Front.places { front.slideBack() }
    if front.count >= Front.most { shorten() }
    if entry.ticks >= ladder.floor {
      ladder.append(entry, &pool)
    } else {
      front.insert(entry)
    }
  }

  /// Gives the later part of the front back to the ladder.
  ///
  /// The floor falls to the first time given back. What lies in buckets of bits below the highest bit
  /// in which the new floor differs from the old one would now lie elsewhere, and moves to that bit's
  /// level: all of it is at or after the old floor and so differs from the new one in that bit. The
  /// front's entries at that level go before it, for some may have the same time; those of lower levels
  /// after it, when their buckets are empty.
  private mutating func shorten() {
    let start = self.firstToGiveBack()
    let floor = unsafe front.entries.unchecked[start].ticks
    let bit = 63 &- (floor ^ ladder.floor).leadingZeroBitCount
    let mask = UInt64(1) &<< UInt64(bit)
    let level = unsafe Int(ladder.ways.unchecked[bit].level)
    ladder.floor = floor
    for place in start..<front.tail {
      let entry = unsafe front.entries.unchecked[place]
      if (entry.ticks ^ floor) & mask != 0 { ladder.append(entry, &pool) }
    }
    spill(equals)
    equals = Chain(block: 0, count: 0)
    while ladder.occupied & (1 &<< UInt64(level) &- 1) != 0 {
      spill(ladder.take(ladder.earliest()))
    }
    for place in start..<front.tail {
      let entry = unsafe front.entries.unchecked[place]
      if (entry.ticks ^ floor) & mask == 0 { ladder.append(entry, &pool) }
    }
    ladder.dealt &+= UInt64(front.tail &- start)
    front.tail = start
  }

  /// The place from which on entries leave the front: about a third from its head, where a time begins
  /// and that time is before the floor.
  ///
  /// At the floor are at most as many entries as one run has, so there are some before it.
  private func firstToGiveBack() -> Int {
    var place = front.head &+ Front.most / 3
    if unsafe front.entries.unchecked[place].ticks == ladder.floor {
      place = (front.head &+ front.place(from: ladder.floor)) / 2
    }
    return unsafe front.place(from: front.entries.unchecked[place].ticks)
  }

  /// Appends the entries of a chain again and gives its blocks back.
  private mutating func spill(_ chain: Chain) {
    ladder.dealt &+= UInt64(chain.count)
    var rest = chain
    while rest.count > 0 {
      let entries = unsafe pool.first(of: rest.block)
      for place in 0..<min(rest.count, BlockPool.blockSize) {
        unsafe ladder.append(entries[place], &pool)
      }
      rest.block = pool.give(rest.block)
      rest.count &-= BlockPool.blockSize
    }
  }
}
