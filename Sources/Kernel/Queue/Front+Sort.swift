extension Front {
  /// Moves a chain of at most `largestRun` entries behind the last one, sorted by time and arrival.
  ///
  /// None may be earlier than the last one there. `span` tells in how many low bits their times differ.
  ///
  /// Sixteen at a time, each entry counts how many come before it: no branch depends on the times. The
  /// keys that are compared are ten bits of the time and six of the place in the chain, and what ten
  /// bits cannot tell apart, a pass over neighbours mends. An insertion sort took 9 ns an event here.
  @inline(never)
  mutating func add(_ chain: Chain, span: Int, _ pool: inout BlockPool) {
    let first = unsafe entries.unchecked + tail
    tail &+= chain.count
    if chain.count == 1 {
      unsafe first.pointee = pool.first(of: chain.block).pointee
      pool.give(chain.block)
      return
    }
    collect(chain, span: span, &pool)
    unsafe scatter(chain.count, to: first)
    unsafe mend(first, count: chain.count)
  }

  /// Copies a chain to `moving`, makes its keys and gives its blocks back.
  @inline(__always)
  private mutating func collect(_ chain: Chain, span: Int, _ pool: inout BlockPool) {
    let shift = UInt64(max(0, span &- 10))
    var block = chain.block
    var place = 0
    while place < chain.count {
      let source = unsafe pool.first(of: block)
      let end = min(chain.count, place &+ BlockPool.blockSize)
      while place < end {
        let entry = unsafe source[place & 15]
        let digits = Int((entry.ticks &>> shift) & 1_023)
        unsafe keys.unchecked[place] = Int16(truncatingIfNeeded: digits &<< 6 &+ place &- 32_768)
        unsafe moving.unchecked[place] = entry
        place &+= 1
      }
      block = pool.give(block)
    }
  }

  /// Puts each entry where as many are before it as have a smaller key.
  @inline(__always)
  private func scatter(_ count: Int, to first: UnsafeMutablePointer<QueueEntry>) {
    var start = 0
    while start < count {
      let group = unsafe UnsafeRawPointer(keys.unchecked + start).load(as: SIMD16<Int16>.self)
      var smaller = SIMD16<Int16>()
      for other in 0..<count {
        let isSmaller = unsafe SIMD16<Int16>(repeating: keys.unchecked[other]) .< group
        // A lane of a mask is −1 where it holds.
        unsafe smaller &-= unsafeBitCast(isSmaller, to: SIMD16<Int16>.self)
      }
      let lanes = unsafe UnsafeMutableRawPointer(ranks.unchecked)
      unsafe lanes.storeBytes(of: smaller, as: SIMD16<Int16>.self)
      for lane in 0..<min(16, count &- start) {
        unsafe first[Int(ranks.unchecked[lane])] = moving.unchecked[start &+ lane]
      }
      start &+= 16
    }
  }

  /// Sorts what is nearly sorted.
  @inline(__always)
  private func mend(_ first: UnsafeMutablePointer<QueueEntry>, count: Int) {
    var latest = unsafe first[0].ticks
    for place in 1..<count {
      let entry = unsafe first[place]
      if entry.ticks >= latest {
        latest = entry.ticks
        continue
      }
      var hole = place
      while hole > 0, unsafe first[hole &- 1].ticks > entry.ticks {
        unsafe first[hole] = first[hole &- 1]
        hole &-= 1
      }
      unsafe first[hole] = entry
    }
  }
}
