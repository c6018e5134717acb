/// The entries that are due next, sorted, in one small array that stays in the nearest cache.
///
/// Entries leave at the head. A late arrival moves the shorter side of the array by one place.
@frozen @usableFromInline
struct Front: ~Copyable {
  @usableFromInline let entries: Slab<QueueEntry>

  /// The first entry's place, and the place after the last one's.
  @usableFromInline var head: Int
  @usableFromInline var tail: Int

  /// What `sort` needs on the way.
  let keys: Slab<Int16>
  let ranks: Slab<Int16>
  let moving: Slab<QueueEntry>

  init() {
    entries = Slab(count: Self.places)
    keys = Slab(count: Self.largestRun)
    ranks = Slab(count: 16)
    moving = Slab(count: Self.largestRun)
    head = Self.origin
    tail = Self.origin
  }

  static var bytes: Int {
    Slab<QueueEntry>.bytes(count: places) + Slab<Int16>.bytes(count: largestRun)
      + Slab<Int16>.bytes(count: 16) + Slab<QueueEntry>.bytes(count: largestRun)
  }

  /// The most entries that are sorted at once.
  @inlinable static var largestRun: Int { 64 }

  /// The most entries that are kept sorted while others arrive among them.
  @inlinable static var most: Int { 96 }

  /// Where a run starts, so that there is room on both sides.
  static var origin: Int { 64 }

  @inlinable static var places: Int { 256 }

  @inlinable var isEmpty: Bool { head == tail }

  @inlinable var count: Int { tail &- head }

  /// Whether an entry can be put in by going through the others one by one.
  @inlinable var isShort: Bool { count <= 12 && tail != Self.places }
}

extension Front {
  /// Puts an entry behind all that are not later; the front must be short.
  @inline(__always) @inlinable
  mutating func insertIntoShort(_ entry: QueueEntry) {
    var place = tail
    while place > head, unsafe entries.unchecked[place &- 1].ticks > entry.ticks {
      unsafe entries.unchecked[place] = entries.unchecked[place &- 1]
      place &-= 1
    }
    unsafe entries.unchecked[place] = entry
    tail &+= 1
  }

  /// The same for a front of any length with a free place behind: finds the place by halving and moves
  /// the shorter side.
  mutating func insert(_ entry: QueueEntry) {
    if head > 0, count > 8, unsafe entry.ticks < entries.unchecked[head &+ 8].ticks {
      return insertNearHead(entry)
    }
    let place = self.place(after: entry.ticks)
    if head > 0, place &- head < tail &- place {
      let start = unsafe entries.unchecked + head
      unsafe (start - 1).update(from: start, count: place &- head)
      head &-= 1
      unsafe entries.unchecked[place &- 1] = entry
    } else {
      let start = unsafe entries.unchecked + place
      unsafe (start + 1).update(from: start, count: tail &- place)
      tail &+= 1
      unsafe start.pointee = entry
    }
  }

  /// The same where one of the first entries is later, as it is after a short delay among long ones.
  @inline(__always)
  private mutating func insertNearHead(_ entry: QueueEntry) {
    var place = head
    while unsafe entries.unchecked[place].ticks <= entry.ticks {
      unsafe entries.unchecked[place &- 1] = entries.unchecked[place]
      place &+= 1
    }
    unsafe entries.unchecked[place &- 1] = entry
    head &-= 1
  }

  /// The first place whose entry is later than `ticks`, found by halving without a branch on times.
  @inline(__always)
  private func place(after ticks: UInt64) -> Int {
    var place = head
    var count = self.count
    while count > 1 {
      let half = count / 2
      let isLater = unsafe entries.unchecked[place &+ half &- 1].ticks > ticks
      place &+= half & (isLater ? 0 : -1)
      count &-= half
    }
    if count == 1, unsafe entries.unchecked[place].ticks <= ticks { place &+= 1 }
    return place
  }

  /// The first place whose entry is not earlier than `ticks`.
  func place(from ticks: UInt64) -> Int {
    ticks == 0 ? head : place(after: ticks &- 1)
  }

  /// Moves all entries to where a run starts.
  mutating func slideBack() {
    let count = self.count
    unsafe (entries.unchecked + Self.origin).update(from: entries.unchecked + head, count: count)
    head = Self.origin
    tail = head &+ count
  }
}
