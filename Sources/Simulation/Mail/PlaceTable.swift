import Kernel

/// Finds places by kind, owner and key: open addressing, at most half full, emptied without gravestones.
///
/// It uses no more of its memory than what is in it asks for: it begins small and doubles in place. In a
/// site of very many post offices, of which few have mail at a time, all that is looked at stays in cache.
struct PlaceTable: ~Copyable {
  private var entries: Slab<Entry>
  /// One less than how many entries are in use, a power of two.
  private var mask: Int
  private var count = 0

  struct Entry: BitwiseCopyable {
    /// Part of the word's hash, of which the last bits are where the search begins.
    var hash: UInt32 = 0
    /// One more than the place; 0 where nothing is.
    var link: UInt32 = 0
  }

  init(capacity: Int) {
    let size = Self.size(capacity)
    mask = min(size, Self.leastSize) - 1
    entries = Slab(count: size)
  }

  static func bytes(capacity: Int) -> Int { Slab<Entry>.bytes(count: size(capacity)) }

  private static let leastSize = 64

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
  private static func hash(_ word: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: word &* 0x9e37_79b9_7f4a_7c15 >> 24)
  }

  /// The place of a word.
  @inline(__always)
  func find(_ word: UInt64, in places: borrowing Slab<Place>) -> Int? {
    let hash = Self.hash(word)
    var index = Int(hash) & mask
    while entries[index].link != 0 {
      let place = Int(entries[index].link) - 1
      if entries[index].hash == hash, places[place].word == word { return place }
      index = (index + 1) & mask
    }
    return nil
  }

  /// Enters a place under a word that is not in the table, which must have room.
  mutating func insert(_ word: UInt64, _ place: Int) {
    if 2 * (count + 1) > mask + 1, mask + 1 < entries.count { double() }
    count += 1
    put(Entry(hash: Self.hash(word), link: UInt32(place) + 1))
  }

  private mutating func put(_ entry: Entry) {
    var index = Int(entry.hash) & mask
    while entries[index].link != 0 { index = (index + 1) & mask }
    entries[index] = entry
  }

  /// Twice as many entries are used from now on.
  ///
  /// Each entry is taken out and put in again, one after the other from behind a gap on: whatever lies
  /// between its start and its own place has been put in again before, so none is passed over.
  private mutating func double() {
    let before = mask
    var gap = 0
    while entries[gap].link != 0 { gap += 1 }
    mask = 2 * before + 1
    for step in 1...before {
      let index = (gap + step) & before
      let entry = entries[index]
      guard entry.link != 0 else { continue }
      entries[index] = Entry()
      put(entry)
    }
  }

  /// Takes out a place that was entered under a word.
  mutating func remove(_ word: UInt64, _ place: Int) {
    let link = UInt32(place) + 1
    var hole = Int(Self.hash(word)) & mask
    while entries[hole].link != link {
      precondition(entries[hole].link != 0, "a place that is not there cannot be forgotten")
      hole = (hole + 1) & mask
    }
    count -= 1
    var index = hole
    while true {
      index = (index + 1) & mask
      guard entries[index].link != 0 else { break }
      // An entry may move into the hole if the hole lies between its start and where it is.
      let home = Int(entries[index].hash) & mask
      if (index - home) & mask >= (index - hole) & mask {
        entries[hole] = entries[index]
        hole = index
      }
    }
    entries[hole] = Entry()
  }
}
