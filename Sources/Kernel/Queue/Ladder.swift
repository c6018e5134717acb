/// The entries that are not due soon, in buckets by the highest bit in which their time differs from
/// `floor`, and finer where many lie together.
///
/// For each of the 64 bits there is a bucket: those of lower bits hold earlier times, whatever `floor`
/// is (a radix heap). A *rung* stands in for the buckets of neighbouring bits, `low ..< high`, with
/// 2^(high − low) buckets by the value of those bits, so that thousands of entries part in one step. A
/// rung is made when a bucket turns out too large to be sorted at once, of the size that the bucket asks
/// for, and lasts while it holds anything. That is what fits the ladder to any distribution of delays,
/// with no parameter to tune.
///
/// Every entry with one time is in one bucket, in the order of arrival.
@frozen @usableFromInline
struct Ladder: ~Copyable {
  /// Nothing in the ladder is earlier; what is scheduled earlier belongs to the front.
  @usableFromInline var floor: UInt64 = 0

  /// Which levels hold something. The level of a bit is the bit, that of a rung its lowest bit.
  @usableFromInline var occupied: UInt64 = 0

  /// Where entries go, by the highest bit in which they differ from `floor`.
  @usableFromInline let ways: Slab<Way>
  @usableFromInline let buckets: Slab<Bucket>

  /// The first block of each bucket that holds something.
  @usableFromInline let heads: Slab<UInt32>

  /// Of each rung a bit for every bucket that holds something.
  @usableFromInline let marks: Slab<UInt64>

  /// Rungs in the order of their making: each lies in bits below all before it.
  @usableFromInline let rungs: Slab<Rung>
  @usableFromInline var rungCount = 0

  /// How often an entry went from one bucket to another, the measure of all work past the first.
  var dealt: UInt64 = 0

  /// Where the words that were read only to have them in the cache end, so that they are read.
  var lastTouched: UInt64 = 0

  /// A ladder for at most `capacity` entries.
  init(capacity: Int) {
    ways = Slab(count: 64)
    buckets = Slab(count: Self.bucketCount(capacity: capacity))
    heads = Slab(count: Self.bucketCount(capacity: capacity))
    marks = Slab(count: Self.markCount(capacity: capacity))
    rungs = Slab(count: Self.mostRungs)
    for bit in 0..<64 { unsafe ways.unchecked[bit] = Way(bit: bit) }
  }

  static func bytes(capacity: Int) -> Int {
    let buckets = bucketCount(capacity: capacity)
    let marks = markCount(capacity: capacity)
    return Slab<Way>.bytes(count: 64) + Slab<Bucket>.bytes(count: buckets)
      + Slab<UInt32>.bytes(count: buckets) + Slab<UInt64>.bytes(count: marks)
      + Slab<Rung>.bytes(count: mostRungs)
  }

  /// A rung has four bits at least, but for one that ends at bit 0.
  static var mostRungs: Int { 17 }

  /// The buckets of the bits, and for rungs a quarter of the capacity but 8,192 at most, beside the
  /// sixteen that every rung can count on.
  static func bucketCount(capacity: Int) -> Int {
    var forRungs = 64
    while forRungs < 8_192, forRungs * 4 < capacity { forRungs *= 2 }
    return 64 + forRungs + mostRungs * 16
  }

  private static func markCount(capacity: Int) -> Int {
    bucketCount(capacity: capacity) / 64 + mostRungs
  }
}

/// A bucket's entries as their number and the position after the last; position 0 while it is empty.
@frozen @usableFromInline
struct Bucket: BitwiseCopyable {
  /// Sixteen times the block plus the place in it: at a multiple of sixteen a new block is due.
  @usableFromInline var end: UInt32
  @usableFromInline var count: UInt32

  @inlinable
  init(end: UInt32, count: UInt32) {
    self.end = end
    self.count = count
  }
}

/// From a time to its bucket: `offset + (time >> shift & mask)`.
@frozen @usableFromInline
struct Way: BitwiseCopyable {
  @usableFromInline let offset: UInt32
  @usableFromInline let mask: UInt16
  @usableFromInline let shift: UInt8
  @usableFromInline let level: UInt8

  @inlinable
  init(offset: UInt32, mask: UInt16, shift: UInt8, level: UInt8) {
    self.offset = offset
    self.mask = mask
    self.shift = shift
    self.level = level
  }

  /// The way to the one bucket of a bit; that of bit 0 also holds what equals `floor`.
  @inlinable
  init(bit: Int) {
    self.init(offset: UInt32(bit), mask: 0, shift: UInt8(max(1, bit)), level: UInt8(bit))
  }

  /// The bits in which the times of one bucket can differ are those below this one.
  @inlinable var span: Int { Int(shift) }

  @inlinable var isRung: Bool { mask != 0 }

  @inline(__always) @inlinable
  func bucket(of ticks: UInt64) -> Int {
    Int(offset) &+ Int((ticks &>> UInt64(shift)) & UInt64(mask))
  }
}

/// Buckets for the values of the bits `low ..< high`.
@frozen @usableFromInline
struct Rung: BitwiseCopyable {
  let low: Int
  let high: Int
  let offset: Int
  let firstMark: Int

  /// A bit for each word of marks that is not zero.
  var markedWords: UInt64 = 0

  /// Whether it still holds something.
  var isAlive = true

  var size: Int { 1 &<< (high &- low) }
  var afterLastBucket: Int { offset &+ size }
  var afterLastMark: Int { firstMark &+ (size &+ 63) / 64 }
}
