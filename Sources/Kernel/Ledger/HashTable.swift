/// A fixed table from hashes to numbers, by open addressing: what it finds it finds in the same order
/// in every run.
///
/// It knows nothing of keys: whoever looks something up compares what the numbers stand for.
@frozen @usableFromInline
struct HashTable: ~Copyable, Sendable {
  /// One place: the number plus 1, or 0 where the place is empty.
  @frozen @usableFromInline
  struct Bucket: BitwiseCopyable, Sendable {
    @usableFromInline var hash: UInt32
    @usableFromInline var number: UInt32
  }

  @usableFromInline var buckets: Slab<Bucket>

  /// A table for `capacity` numbers, at most half full.
  init(capacity: Int) {
    buckets = Slab(count: Self.count(capacity: capacity))
  }

  static func bytes(capacity: Int) -> Int {
    Slab<Bucket>.bytes(count: count(capacity: capacity))
  }

  /// The least power of two of at least twice the capacity.
  private static func count(capacity: Int) -> Int {
    var count = 2
    while count < 2 * capacity { count *= 2 }
    return count
  }

  /// Where to look first for what has this hash.
  func start(_ hash: UInt32) -> Int { Int(hash) & (buckets.count - 1) }

  /// The next number with this hash from `place` on, and moves `place` behind it; `nil` after the last.
  func next(_ hash: UInt32, at place: inout Int) -> Int? {
    while true {
      let bucket = buckets[place]
      if bucket.number == 0 { return nil }
      place = (place + 1) & (buckets.count - 1)
      if bucket.hash == hash { return Int(bucket.number) - 1 }
    }
  }

  /// Enters `number`, which is not in the table.
  mutating func insert(_ hash: UInt32, _ number: Int) {
    var place = start(hash)
    while buckets[place].number != 0 { place = (place + 1) & (buckets.count - 1) }
    buckets[place] = Bucket(hash: hash, number: UInt32(number) + 1)
  }

  /// Removes `number`, which is in the table, and moves back what was pushed on by it.
  mutating func remove(_ hash: UInt32, _ number: Int) {
    let mask = buckets.count - 1
    var hole = start(hash)
    while buckets[hole].number != UInt32(number) + 1 { hole = (hole + 1) & mask }
    var place = hole
    while true {
      place = (place + 1) & mask
      let bucket = buckets[place]
      if bucket.number == 0 { break }
      // It may move back as far as where it would have liked to be.
      if (place - start(bucket.hash)) & mask >= (place - hole) & mask {
        buckets[hole] = bucket
        hole = place
      }
    }
    buckets[hole] = Bucket(hash: 0, number: 0)
  }
}
