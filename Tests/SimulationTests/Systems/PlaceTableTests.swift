import Kernel
import Testing

@testable import Simulation

@Suite("Places found by kind, owner and key")
struct PlaceTableTests {
  /// A table beside a dictionary that does the same; places are numbered as they are entered.
  private struct Pair: ~Copyable {
    var table: PlaceTable
    var places: Slab<Place>
    var twin: [UInt64: Int] = [:]
    var free: [Int]

    init(_ capacity: Int) {
      table = PlaceTable(capacity: capacity)
      places = Slab(count: capacity)
      free = Array((0..<capacity).reversed())
    }

    mutating func enter(_ kind: Place.Kind, _ owner: Int, _ key: Int) {
      let place = free.removeLast()
      places[place] = Place(kind, owner, key)
      let word = PlaceTable.word(kind, owner, key)
      table.insert(word, place)
      twin[word] = place
    }

    mutating func leave(_ word: UInt64) {
      guard let place = twin.removeValue(forKey: word) else { return }
      table.remove(word, place)
      free.append(place)
    }

    func find(_ word: UInt64) -> Int? { table.find(word, in: places) }
  }

  @Test("Whatever is entered and taken out is found as in a dictionary", arguments: [1, 2, 3, 4])
  func findsWhatADictionaryFinds(seed: UInt64) {
    var chance = Chance(seed)
    var pair = Pair(3_000)
    var words: [UInt64] = []
    // It grows, shrinks to almost nothing, and grows again: also the doubled table must find all.
    for step in 0..<40_000 {
      let isGrowing = step / 5_000 % 2 == 0
      if pair.twin.isEmpty || (isGrowing && !pair.free.isEmpty && chance.below(4) > 0) {
        guard !pair.free.isEmpty else { continue }
        let (owner, key) = (chance.below(60), chance.below(60))
        let word = PlaceTable.word(.mailbag, owner, key)
        guard pair.find(word) == nil else {
          #expect(pair.find(word) == pair.twin[word])
          continue
        }
        #expect(pair.twin[word] == nil)
        pair.enter(.mailbag, owner, key)
        words.append(word)
      } else {
        let place = chance.below(words.count)
        pair.leave(words[place])
        #expect(pair.find(words[place]) == nil)
        words[place] = words[words.count - 1]
        words.removeLast()
      }
      if step % 997 == 0 { for word in words { #expect(pair.find(word) == pair.twin[word]) } }
    }
    for word in words { #expect(pair.find(word) == pair.twin[word]) }
  }

  @Test("As many places are found as there is room for, and no other")
  func isFoundWhenFull() {
    for capacity in [1, 2, 3, 31, 32, 33, 64, 1_000] {
      var pair = Pair(capacity)
      for number in 0..<capacity { pair.enter(.domain, number % 7, number) }
      for number in 0..<capacity {
        #expect(pair.find(PlaceTable.word(.domain, number % 7, number)) == number)
        #expect(pair.find(PlaceTable.word(.link, number % 7, number)) == nil)
      }
    }
  }

  @Test("A place is a cache line, and keeps what is written into it beside its stamp")
  func isOneLine() {
    #expect(MemoryLayout<Place>.stride == 64)
    var place = Place(.foreign, 5, 9, stamp: 0xff_fffe)
    place.isClosed = true
    place.restamp()
    #expect(place.stamp == 0xff_ffff && place.kind == .foreign && place.isClosed)
    place.restamp()
    #expect(place.stamp == 0 && place.kind == .foreign && place.isClosed)
    place.isClosed = false
    #expect(place.stamp == 0 && place.kind == .foreign && !place.isClosed)
    #expect(place.owner == 5 && place.key == 9)
  }
}
