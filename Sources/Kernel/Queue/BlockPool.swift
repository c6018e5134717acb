/// Memory for entries in blocks of sixteen, handed out and taken back one by one.
///
/// Entries of one block lie side by side, so a bucket is read and written a few cache lines at a time;
/// the block given back last is the next to be handed out, so it is still in the cache. Block 0 is never
/// handed out: a link of 0 is none.
@frozen @usableFromInline
struct BlockPool: ~Copyable {
  /// How many entries a block has; a power of two.
  @inlinable static var blockSize: Int { 16 }

  @usableFromInline let entries: Slab<QueueEntry>
  @usableFromInline let links: Slab<UInt32>
  @usableFromInline var firstFree: UInt32 = 0
  @usableFromInline var firstFresh: UInt32 = 1

  /// Room for `blocks` blocks.
  init(blocks: Int) {
    entries = Slab(count: (blocks + 1) * Self.blockSize)
    links = Slab(count: blocks + 1)
  }

  static func bytes(blocks: Int) -> Int {
    Slab<QueueEntry>.bytes(count: (blocks + 1) * blockSize) + Slab<UInt32>.bytes(count: blocks + 1)
  }

  /// A block that nobody holds; there is one, because the queue counts its entries and its buckets.
  @inline(__always)
  mutating func take() -> UInt32 {
    let block = firstFree
    if block != 0 {
      firstFree = unsafe links.unchecked[Int(block)]
      return block
    }
    firstFresh &+= 1
    return firstFresh &- 1
  }

  /// Takes back a block and returns the one that it was linked to.
  @inline(__always) @discardableResult
  mutating func give(_ block: UInt32) -> UInt32 {
    let next = unsafe links.unchecked[Int(block)]
    unsafe links.unchecked[Int(block)] = firstFree
    firstFree = block
    return next
  }

  /// The first entry of a block.
  @unsafe @inline(__always)
  func first(of block: UInt32) -> UnsafeMutablePointer<QueueEntry> {
    unsafe entries.unchecked + Int(block) &* Self.blockSize
  }
}

/// A list of entries in linked blocks: all full but the last.
@frozen @usableFromInline
struct Chain: BitwiseCopyable {
  /// The first block; nothing while the chain is empty.
  @usableFromInline var block: UInt32

  @usableFromInline var count: Int

  @inlinable
  init(block: UInt32, count: Int) {
    self.block = block
    self.count = count
  }
}
