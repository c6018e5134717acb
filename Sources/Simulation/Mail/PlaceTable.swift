import Kernel

/// Finds places by kind, owner and key: open addressing, at most half full, emptied without gravestones.
struct PlaceTable: ~Copyable {
  private var entries: Slab<Entry>
  private let mask: Int

  struct Entry: BitwiseCopyable {
    /// 0 where nothing is.
    var word: UInt64 = 0
    var place: UInt32 = 0
  }

  init(capacity: Int) {
    mask = Self.size(capacity) - 1
    entries = Slab(count: mask + 1)
  }

  static func bytes(capacity: Int) -> Int { Slab<Entry>.bytes(count: size(capacity)) }

  private static func size(_ capacity: Int) -> Int {
    var size = 4
    while size < 2 * capacity { size *= 2 }
    return size
  }

  /// One word for a kind, an owner and a key; never 0.
  @inline(__always)
  static func word(_ kind: Place.Kind, _ owner: Int, _ key: Int) -> UInt64 {
    UInt64(kind.rawValue + 1) << 58 ^ UInt64(owner) << 29 ^ UInt64(key)
  }

  @inline(__always)
  private func start(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: word &* 0x9e37_79b9_7f4a_7c15 >> 24) & mask
  }

  @inline(__always)
  func find(_ word: UInt64) -> Int? {
    var index = start(word)
    while entries[index].word != 0 {
      if entries[index].word == word { return Int(entries[index].place) }
      index = (index + 1) & mask
    }
    return nil
  }

  mutating func insert(_ word: UInt64, _ place: Int) {
    var index = start(word)
    while entries[index].word != 0 { index = (index + 1) & mask }
    entries[index] = Entry(word: word, place: UInt32(place))
  }

  mutating func remove(_ word: UInt64) {
    var hole = start(word)
    while entries[hole].word != word {
      precondition(entries[hole].word != 0, "a place that is not there cannot be forgotten")
      hole = (hole + 1) & mask
    }
    var index = hole
    while true {
      index = (index + 1) & mask
      guard entries[index].word != 0 else { break }
      // An entry may move into the hole if the hole lies between its start and where it is.
      let home = start(entries[index].word)
      if (index - home) & mask >= (index - hole) & mask {
        entries[hole] = entries[index]
        hole = index
      }
    }
    entries[hole] = Entry()
  }
}
