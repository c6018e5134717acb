extension Ladder {
  /// Parts the entries of a bucket, just taken and the earliest of all, over a rung of their own.
  ///
  /// Returns whether they could be parted: all of one time cannot.
  mutating func split(_ chain: Chain, span: Int, _ pool: inout BlockPool) -> Bool {
    guard let high = differing(chain, span: span, pool) else { return false }
    deal(chain, over: makeRung(below: high, for: chain.count), &pool)
    return true
  }

  /// How many low bits tell the entries of a chain apart, or `nil` where none does.
  ///
  /// The first block is a sample: as long as it fills the bucket's span, that is the answer, and the
  /// entries are read but once. Reading them twice cost 4 ns an event at a million pending.
  @inline(__always)
  private func differing(_ chain: Chain, span: Int, _ pool: borrowing BlockPool) -> Int? {
    let sample = extremes(Chain(block: chain.block, count: BlockPool.blockSize), pool)
    if bitWidth(sample) > max(0, span - 4) { return span }
    let width = bitWidth(extremes(chain, pool))
    return width == 0 ? nil : width
  }

  private typealias Extremes = (least: UInt64, most: UInt64)

  private func bitWidth(_ range: Extremes) -> Int {
    64 &- (range.least ^ range.most).leadingZeroBitCount
  }

  @inline(__always)
  private func extremes(_ chain: Chain, _ pool: borrowing BlockPool) -> Extremes {
    var range: Extremes = (.max, .min)
    var rest = chain
    while rest.count > 0 {
      let entries = unsafe pool.first(of: rest.block)
      for place in 0..<min(rest.count, BlockPool.blockSize) {
        let ticks = unsafe entries[place].ticks
        range = (min(range.least, ticks), max(range.most, ticks))
      }
      rest.block = unsafe pool.links.unchecked[Int(rest.block)]
      rest.count &-= BlockPool.blockSize
    }
    return range
  }

  /// A rung that ends below bit `high`, with a bucket for about eight of `count` entries.
  ///
  /// All below is empty, so the new rung is the last. Each takes at most half of the buckets that are
  /// left, and at least sixteen are kept for every rung to come.
  private mutating func makeRung(below high: Int, for count: Int) -> Way {
    var offset = 64
    var firstMark = 0
    if rungCount > 0 {
      let last = unsafe rungs.unchecked[rungCount &- 1]
      offset = last.afterLastBucket
      firstMark = last.afterLastMark
    }
    let kept = 16 &* (Self.mostRungs &- rungCount)
    let most = (buckets.count &- kept &- offset) / 2
    var bits = 4
    while bits < 12, 2 &<< bits <= most, 8 &<< bits < count { bits &+= 1 }
    let low = max(0, high &- bits)
    let rung = Rung(low: low, high: high, offset: offset, firstMark: firstMark)
    unsafe rungs.unchecked[rungCount] = rung
    rungCount &+= 1
    let mask = UInt16(rung.size &- 1)
    let way = Way(offset: UInt32(offset), mask: mask, shift: UInt8(low), level: UInt8(low))
    for bit in low..<high { unsafe ways.unchecked[bit] = way }
    return way
  }

  /// Appends all entries of a chain by one way and gives its blocks back.
  ///
  /// The blocks were written long ago and lie anywhere. Four are touched at once before they are read,
  /// so that their cache misses overlap: 18 became 15.5 ns an event at a million pending.
  private mutating func deal(_ chain: Chain, over way: Way, _ pool: inout BlockPool) {
    dealt &+= UInt64(chain.count)
    var rest = chain
    var touched: UInt64 = 0
    while rest.count > 0 {
      let batch = min(rest.count, 8 &* BlockPool.blockSize)
      touched |= touch(Chain(block: rest.block, count: batch), pool)
      var left = batch
      while left > 0 {
        let entries = unsafe pool.first(of: rest.block)
        for place in 0..<min(left, BlockPool.blockSize) {
          unsafe append(entries[place], by: way, &pool)
        }
        left &-= BlockPool.blockSize
        rest.block = pool.give(rest.block)
      }
      rest.count &-= batch
    }
    lastTouched = touched
  }

  /// Reads one word of each cache line of a chain.
  @inline(__always)
  private func touch(_ chain: Chain, _ pool: borrowing BlockPool) -> UInt64 {
    var rest = chain
    var words: UInt64 = 0
    while rest.count > 0 {
      let entries = unsafe pool.first(of: rest.block)
      words |= unsafe entries[0].ticks | entries[4].ticks | entries[8].ticks | entries[12].ticks
      rest.block = unsafe pool.links.unchecked[Int(rest.block)]
      rest.count &-= BlockPool.blockSize
    }
    return words
  }
}
