/// Where a queue's entries and blocks are, counted one by one.
package struct QueueAudit: Hashable {
  package var inFront = 0
  package var inLadder = 0
  package var inEquals = 0
  package var blocksInUse = 0
  package var blocksFree = 0
  package var blocksEver = 0

  /// How often, since the beginning, an entry has gone from one bucket to another.
  package var dealt: UInt64 = 0

  /// What was found to contradict the structure's own rules.
  package var faults: [String] = []

  package var entries: Int { inFront + inLadder + inEquals }
}

extension BoundedQueue {
  /// Counts everything and checks every rule that the queue keeps about itself; for tests.
  package func audit() -> QueueAudit {
    var audit = QueueAudit()
    audit.inFront = front.count
    audit.inEquals = equals.count
    audit.dealt = ladder.dealt
    audit.blocksEver = Int(pool.firstFresh) - 1
    audit.blocksInUse = Self.blocks(equals.count)
    auditFront(&audit)
    auditLadder(&audit)
    var block = pool.firstFree
    while block != 0 {
      audit.blocksFree += 1
      block = pool.links[Int(block)]
    }
    if audit.entries != live + stale { audit.faults.append("entries are not live and stale ones") }
    if audit.blocksInUse + audit.blocksFree != audit.blocksEver {
      audit.faults.append("a block is lost")
    }
    if audit.blocksEver >= pool.links.count { audit.faults.append("more blocks than there are") }
    return audit
  }

  private static func blocks(_ count: Int) -> Int {
    (count + BlockPool.blockSize - 1) / BlockPool.blockSize
  }

  private func auditFront(_ audit: inout QueueAudit) {
    var latest: UInt64 = 0
    for place in front.head..<front.tail {
      let ticks = front.entries[place].ticks
      if ticks < latest { audit.faults.append("the front is not sorted") }
      latest = ticks
    }
    if front.count > 0, latest > ladder.floor { audit.faults.append("the front passes the floor") }
    if front.count > Front.most { audit.faults.append("the front is too long") }
  }

  private func auditLadder(_ audit: inout QueueAudit) {
    for level in 0..<64 {
      let way = ladder.ways[level]
      guard Int(way.level) == level else { continue }
      var isOccupied = false
      for index in Int(way.offset)...(Int(way.offset) + Int(way.mask)) {
        let bucket = ladder.buckets[index]
        guard bucket.count > 0 else { continue }
        isOccupied = true
        audit.inLadder += Int(bucket.count)
        audit.blocksInUse += Self.blocks(Int(bucket.count))
        auditBucket(index, &audit)
      }
      if isOccupied != (ladder.occupied >> level & 1 == 1) {
        audit.faults.append("level \(level) is marked wrongly")
      }
    }
  }

  private func auditBucket(_ index: Int, _ audit: inout QueueAudit) {
    var block = ladder.heads[index]
    for place in 0..<Int(ladder.buckets[index].count) {
      if place > 0, place % BlockPool.blockSize == 0 { block = pool.links[Int(block)] }
      let entry = pool.entries[Int(block) * BlockPool.blockSize + place % BlockPool.blockSize]
      if entry.ticks < ladder.floor { audit.faults.append("an entry lies below the floor") }
      let bit = 63 - ((entry.ticks ^ ladder.floor) | 1).leadingZeroBitCount
      if ladder.ways[bit].bucket(of: entry.ticks) != index {
        audit.faults.append("an entry lies in another bucket than its own")
      }
    }
  }
}
