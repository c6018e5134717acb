import Kernel

/// All copies and all places, and who stands where.
struct MailPool: ~Copyable {
  var copies: Slab<Copy>
  var places: Slab<Place>
  /// How each place is served.
  var work: Slab<PlaceWork>
  private var freeCopy: UInt32 = 0
  private var usedCopies = 0
  private(set) var liveCopies = 0
  private var keyed: PlaceTable
  private var freePlace: UInt32 = 0
  private var usedPlaces: Int
  /// Places that are always there come first.
  let fixedPlaces: Int

  init(copies: Int, fixedPlaces: Int, keyedPlaces: Int) {
    self.copies = Slab(count: copies)
    self.fixedPlaces = fixedPlaces
    places = Slab(count: fixedPlaces + keyedPlaces)
    work = Slab(count: fixedPlaces + keyedPlaces)
    usedPlaces = fixedPlaces
    keyed = PlaceTable(capacity: keyedPlaces)
  }

  static func bytes(copies: Int, fixedPlaces: Int, keyedPlaces: Int) -> Int {
    Slab<Copy>.bytes(count: copies) + Slab<Place>.bytes(count: fixedPlaces + keyedPlaces)
      + Slab<PlaceWork>.bytes(count: fixedPlaces + keyedPlaces)
      + PlaceTable.bytes(capacity: keyedPlaces)
  }

  /// One more than the greatest number of a copy that was ever used.
  var copyBound: Int { usedCopies }
  /// The same of places.
  var placeBound: Int { usedPlaces }

  /// A new copy, in no list.
  mutating func make() throws(Halt) -> Int {
    let index: Int
    if freeCopy != 0 {
      index = Int(freeCopy) - 1
      freeCopy = copies[index].next
    } else {
      guard usedCopies < copies.count else { throw Halt(.copies, limit: copies.count) }
      index = usedCopies
      usedCopies += 1
    }
    liveCopies += 1
    // The stamp goes on, so that what was scheduled for the former copy of this number is stale.
    copies[index].restamp()
    copies[index].clearFlags()
    copies[index].set(.used)
    copies[index].attempts = 0
    copies[index].hops = 0
    copies[index].next = 0
    copies[index].previous = 0
    return index
  }

  /// Ends a copy that is in no list.
  mutating func end(_ copy: Int) {
    copies[copy].restamp()
    copies[copy].clearFlags()
    copies[copy].next = freeCopy
    freeCopy = UInt32(copy) + 1
    liveCopies -= 1
  }

  /// Puts a copy at the end of those that wait at a place.
  @inline(__always)
  mutating func append(_ copy: Int, to place: Int) {
    let link = UInt32(copy) + 1
    let tail = places[place].tail
    copies[copy].place = UInt32(place)
    copies[copy].previous = tail
    copies[copy].next = 0
    if tail == 0 { places[place].head = link } else { copies[Int(tail) - 1].next = link }
    places[place].tail = link
    places[place].count &+= 1
    places[place].bytes &+= UInt64(copies[copy].size)
  }

  /// Puts a copy before all that wait at a place.
  mutating func prepend(_ copy: Int, to place: Int) {
    let link = UInt32(copy) + 1
    let head = places[place].head
    copies[copy].place = UInt32(place)
    copies[copy].next = head
    copies[copy].previous = 0
    if head == 0 { places[place].tail = link } else { copies[Int(head) - 1].previous = link }
    places[place].head = link
    places[place].count &+= 1
    places[place].bytes &+= UInt64(copies[copy].size)
  }

  /// Puts a copy that is in no list before another one that waits at the same place.
  mutating func insert(_ copy: Int, before next: Int) {
    let place = Int(copies[next].place)
    let link = UInt32(copy) + 1
    let previous = copies[next].previous
    copies[copy].place = UInt32(place)
    copies[copy].next = UInt32(next) + 1
    copies[copy].previous = previous
    copies[next].previous = link
    if previous == 0 {
      places[place].head = link
    } else {
      copies[Int(previous) - 1].next = link
    }
    places[place].count &+= 1
    places[place].bytes &+= UInt64(copies[copy].size)
  }

  /// Takes a copy out of those that wait at its place.
  @inline(__always)
  mutating func remove(_ copy: Int) {
    let place = Int(copies[copy].place)
    let (next, previous) = (copies[copy].next, copies[copy].previous)
    if previous == 0 {
      places[place].head = next
    } else {
      copies[Int(previous) - 1].next = next
    }
    if next == 0 {
      places[place].tail = previous
    } else {
      copies[Int(next) - 1].previous = previous
    }
    places[place].count &-= 1
    places[place].bytes &-= UInt64(copies[copy].size)
  }

  /// Somebody takes a copy in hand that waits at its place.
  @inline(__always)
  mutating func take(_ copy: Int) {
    remove(copy)
    let place = Int(copies[copy].place)
    let link = UInt32(copy) + 1
    let first = places[place].inHand
    copies[copy].previous = 0
    copies[copy].next = first
    if first != 0 { copies[Int(first) - 1].previous = link }
    places[place].inHand = link
    places[place].inHandCount &+= 1
    copies[copy].set(.served)
  }

  /// A copy is no longer in hand, and in no list.
  @inline(__always)
  mutating func release(_ copy: Int) {
    let place = Int(copies[copy].place)
    let (next, previous) = (copies[copy].next, copies[copy].previous)
    if previous == 0 {
      places[place].inHand = next
    } else {
      copies[Int(previous) - 1].next = next
    }
    if next != 0 { copies[Int(next) - 1].previous = previous }
    places[place].inHandCount &-= 1
    copies[copy].set(.served, false)
  }

  /// Whether a worker of a place could take something now.
  @inline(__always)
  func canServe(_ place: Int) -> Bool {
    places[place].head != 0 && !places[place].isClosed
      && Int(places[place].inHandCount) + Int(work[place].blocked) < Int(work[place].workers)
  }

  /// The first that waits at a place.
  @inline(__always)
  func first(at place: Int) -> Int? {
    let head = places[place].head
    return head == 0 ? nil : Int(head) - 1
  }

  /// What is in hand goes back to the front, those first that were there first.
  mutating func putBack(_ place: Int) {
    // The latest to be taken is the first of the list, so the one that was taken first ends in front.
    while places[place].inHand != 0 {
      let copy = Int(places[place].inHand) - 1
      release(copy)
      copies[copy].restamp()
      prepend(copy, to: place)
    }
  }

  /// The place of a kind, an owner and a key, if there is one now.
  func place(_ kind: Place.Kind, _ owner: Int, _ key: Int) -> Int? {
    keyed.find(PlaceTable.word(kind, owner, key), in: places)
  }

  /// The place of a kind, an owner and a key; says whether it was made now.
  mutating func findOrMake(
    _ kind: Place.Kind,
    _ owner: Int,
    _ key: Int
  ) throws(Halt) -> (place: Int, isNew: Bool) {
    if let found = place(kind, owner, key) { return (found, false) }
    let place: Int
    if freePlace != 0 {
      place = Int(freePlace) - 1
      freePlace = places[place].nextOfOwner
    } else {
      guard usedPlaces < places.count else {
        throw Halt(.places, limit: places.count - fixedPlaces)
      }
      place = usedPlaces
      usedPlaces += 1
    }
    // The stamp goes on, so that what was scheduled for the former place of this number is stale.
    places[place] = Place(kind, owner, key, stamp: places[place].stamp &+ 1)
    if kind != .mailbag { work[place] = PlaceWork() }
    keyed.insert(PlaceTable.word(kind, owner, key), place)
    return (place, true)
  }

  /// Forgets a place with a key, which must be empty.
  mutating func forget(_ place: Int) {
    keyed.remove(places[place].word, place)
    places[place].restamp()
    places[place].nextOfOwner = freePlace
    freePlace = UInt32(place) + 1
  }
}
