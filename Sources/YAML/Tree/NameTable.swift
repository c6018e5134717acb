/// Finds entries by their text: open addressing over indices, with a hash that nobody can aim at.
///
/// The hash only says where to look; whether two texts are equal is always compared. No result
/// depends on it, and with its key drawn for each process no file can be written to make it slow.
struct NameTable: Sendable {
  private struct Slot: BitwiseCopyable {
    var hash: UInt32
    /// The entry and 1; 0 for a free slot.
    var entry: UInt32
  }

  private var slots: [Slot] = []
  private var count = 0

  private static let prime: UInt64 = (1 << 61) - 1
  private static let key = UInt64(truncatingIfNeeded: Hasher().finalize()) % (prime - 2) + 2

  /// A polynomial over the bytes, modulo a prime, at a point that is drawn for each process.
  static func hash(_ bytes: [UInt8], _ range: Range<Int>, seed: UInt64 = 1) -> UInt64 {
    let key = Self.key
    var hash = seed
    var word: UInt64 = 0
    var shift: UInt64 = 0
    for index in range {
      word |= UInt64(bytes[index]) << shift
      shift += 8
      if shift == 56 {
        hash = mixed(hash, word, key)
        word = 0
        shift = 0
      }
    }
    return mixed(hash, word | UInt64(range.count & 0xFF) << 53, key)
  }

  /// One step of the hash.
  static func combined(_ hash: UInt64, _ word: UInt64) -> UInt64 { mixed(hash, word, key) }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ word: UInt64, _ key: UInt64) -> UInt64 {
    let product = (hash + (word & prime)).multipliedFullWidth(by: key)
    let sum = (product.low & prime) + (product.high << 3 | product.low >> 61)
    let folded = (sum & prime) + (sum >> 61)
    return folded >= prime ? folded - prime : folded
  }

  /// Forgets everything and makes room for `capacity` entries.
  mutating func reset(capacity: Int) {
    var size = 16
    while size * 2 < capacity * 3 { size *= 2 }
    if slots.count == size {
      for index in slots.indices { slots[index].entry = 0 }
    } else {
      slots = Array(repeating: Slot(hash: 0, entry: 0), count: size)
    }
    count = 0
  }

  /// The entry of this hash that `isEqual` accepts.
  @inline(__always)
  func find(_ hash: UInt64, isEqual: (Int) -> Bool) -> Int? {
    if slots.isEmpty { return nil }
    let slot = slots[slot(of: hash, isEqual: isEqual)]
    return slot.entry == 0 ? nil : Int(slot.entry) - 1
  }

  /// Adds an entry, unless there is an equal one: then gives that, and replaces it if so told.
  @inline(__always)
  mutating func add(
    _ hash: UInt64,
    _ entry: Int,
    replacing: Bool,
    isEqual: (Int) -> Bool
  ) -> Int? {
    if (count + 1) * 3 > slots.count * 2 { grow() }
    let index = slot(of: hash, isEqual: isEqual)
    let old = slots[index].entry
    if old == 0 { count += 1 }
    if old == 0 || replacing {
      slots[index] = Slot(hash: UInt32(truncatingIfNeeded: hash), entry: UInt32(entry + 1))
    }
    return old == 0 ? nil : Int(old) - 1
  }

  /// Where an equal entry is, or a free slot for one.
  @inline(__always)
  private func slot(of hash: UInt64, isEqual: (Int) -> Bool) -> Int {
    let short = UInt32(truncatingIfNeeded: hash)
    let mask = slots.count - 1
    var index = Int(short) & mask
    while slots[index].entry != 0 {
      if slots[index].hash == short, isEqual(Int(slots[index].entry) - 1) { break }
      index = (index + 1) & mask
    }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(hash: 0, entry: 0), count: max(16, old.count * 2))
    for slot in old where slot.entry != 0 {
      var index = Int(slot.hash) & (slots.count - 1)
      while slots[index].entry != 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = slot
    }
  }
}
