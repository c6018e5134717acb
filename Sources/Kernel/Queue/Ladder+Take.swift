/// A bucket of the ladder, and the way by which its entries came.
struct FoundBucket {
  let index: Int
  let way: Way
  let count: Int
}

extension Ladder {
  /// The bucket with the earliest times; the ladder must hold something.
  @inline(__always)
  func earliest() -> FoundBucket {
    let level = occupied.trailingZeroBitCount
    let way = unsafe ways.unchecked[level]
    let index = way.isRung ? firstMarked(rung(at: level)) : Int(way.offset)
    return unsafe FoundBucket(index: index, way: way, count: Int(buckets.unchecked[index].count))
  }

  /// Empties a bucket that `earliest()` has found and returns its entries.
  @inline(__always)
  mutating func take(_ found: FoundBucket) -> Chain {
    if found.way.isRung {
      unmark(rung(at: Int(found.way.level)), found.index)
    } else {
      occupied &= ~(1 &<< UInt64(found.way.level))
    }
    unsafe buckets.unchecked[found.index] = Bucket(end: 0, count: 0)
    return unsafe Chain(block: heads.unchecked[found.index], count: found.count)
  }

  @inline(__always)
  private func firstMarked(_ rung: Int) -> Int {
    let it = unsafe rungs.unchecked[rung]
    let word = it.markedWords.trailingZeroBitCount
    let place = unsafe marks.unchecked[it.firstMark &+ word].trailingZeroBitCount
    return it.offset &+ word &* 64 &+ place
  }

  /// Notes that a rung's bucket is empty; with its last one the rung goes.
  mutating func unmark(_ rung: Int, _ index: Int) {
    let it = unsafe rungs.unchecked[rung]
    let place = index &- it.offset
    let word = it.firstMark &+ place / 64
    let left = unsafe marks.unchecked[word] & ~(1 &<< UInt64(place & 63))
    unsafe marks.unchecked[word] = left
    guard left == 0 else { return }
    let words = it.markedWords & ~(1 &<< UInt64(place / 64))
    unsafe rungs.unchecked[rung].markedWords = words
    if words == 0 { remove(rung) }
  }

  /// Gives the bits of an empty rung back to their own buckets.
  private mutating func remove(_ rung: Int) {
    let it = unsafe rungs.unchecked[rung]
    occupied &= ~(1 &<< UInt64(it.low))
    for bit in it.low..<it.high { unsafe ways.unchecked[bit] = Way(bit: bit) }
    unsafe rungs.unchecked[rung].isAlive = false
    while rungCount > 0, unsafe !rungs.unchecked[rungCount &- 1].isAlive { rungCount &-= 1 }
  }
}
