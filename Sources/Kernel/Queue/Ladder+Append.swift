extension Ladder {
  /// Puts an entry, no earlier than `floor`, behind all others of its time.
  @inline(__always) @inlinable
  mutating func append(_ entry: QueueEntry, _ pool: inout BlockPool) {
    let bit = 63 &- ((entry.ticks ^ floor) | 1).leadingZeroBitCount
    unsafe append(entry, by: ways.unchecked[bit], &pool)
  }

  /// Puts an entry behind all others of its time, its way being known.
  @inline(__always) @inlinable
  mutating func append(_ entry: QueueEntry, by way: Way, _ pool: inout BlockPool) {
    let index = way.bucket(of: entry.ticks)
    var bucket = unsafe buckets.unchecked[index]
    if bucket.end & 15 == 0 { bucket.end = lengthen(index, bucket, way, &pool) }
    unsafe pool.entries.unchecked[Int(bucket.end)] = entry
    unsafe buckets.unchecked[index] = Bucket(end: bucket.end &+ 1, count: bucket.count &+ 1)
  }

  /// Gives a bucket another block and returns the position of its first entry.
  @usableFromInline @inline(never)
  mutating func lengthen(
    _ index: Int,
    _ bucket: Bucket,
    _ way: Way,
    _ pool: inout BlockPool
  ) -> UInt32 {
    let block = pool.take()
    if bucket.count == 0 {
      unsafe heads.unchecked[index] = block
      mark(index, way)
    } else {
      unsafe pool.links.unchecked[Int((bucket.end &- 1) / 16)] = block
    }
    return block &* 16
  }

  /// Notes that a bucket holds something.
  private mutating func mark(_ index: Int, _ way: Way) {
    occupied |= 1 &<< UInt64(way.level)
    guard way.isRung else { return }
    let rung = self.rung(at: Int(way.level))
    let place = index &- Int(way.offset)
    let word = unsafe rungs.unchecked[rung].firstMark &+ place / 64
    unsafe marks.unchecked[word] |= 1 &<< UInt64(place & 63)
    unsafe rungs.unchecked[rung].markedWords |= 1 &<< UInt64(place / 64)
  }

  /// The number of the rung at a level, which must have one.
  @inline(__always)
  func rung(at level: Int) -> Int {
    var rung = rungCount &- 1
    while unsafe rungs.unchecked[rung].low != level { rung &-= 1 }
    return rung
  }
}
