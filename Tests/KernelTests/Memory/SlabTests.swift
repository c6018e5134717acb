import Foundation
import Kernel
import Testing

@Suite("A slab")
struct SlabTests {
  // Below and above the size from which a slab is mapped by itself.
  static let counts = [1, 7, 1_000, (1 << 17) - 1, 1 << 17, (1 << 17) + 1, 3_000_000]

  @Test("is all zero at first, even where memory was used before", arguments: counts)
  func isZero(count: Int) {
    for round in 1...2 {
      var slab = Slab<UInt64>(count: count)
      #expect(slab.count == count)
      var sum: UInt64 = 0
      for index in stride(from: 0, to: count, by: max(1, count / 1_000)) {
        sum |= slab[index]
        slab[index] = .max
      }
      sum |= slab[count - 1] == .max ? 0 : slab[count - 1]
      #expect(sum == 0, "round \(round)")
    }
  }

  @Test("keeps each element apart from the others", arguments: 1...20 as ClosedRange<UInt64>)
  func keeps(seed: UInt64) {
    var dice = Dice(seed: seed)
    let count = Int(dice.below(500)) + 1
    var slab = Slab<UInt32>(count: count)
    var twin = [UInt32](repeating: 0, count: count)
    for _ in 0..<1_000 {
      let index = Int(dice.below(UInt64(count)))
      let value = UInt32(truncatingIfNeeded: dice.next())
      if dice.below(2) == 0 {
        slab[index] = value
        twin[index] = value
      } else {
        slab[index] &+= value
        twin[index] &+= value
      }
    }
    #expect((0..<count).map { slab[$0] } == twin)
  }

  @Test("of nothing can be made")
  func nothing() {
    let slab = Slab<UInt64>(count: 0)
    #expect(slab.count == 0)
    #expect(slab.bytes == 1)
  }

  @Test("says beforehand how many bytes it will hold: whole pages from a megabyte on")
  func bytes() {
    #expect(Slab<UInt64>.bytes(count: 100) == 800)
    #expect(Slab<UInt8>.bytes(count: (1 << 20) - 1) == (1 << 20) - 1)
    #expect(Slab<UInt8>.bytes(count: 1 << 20) == 1 << 20)
    #expect(Slab<UInt8>.bytes(count: (1 << 20) + 1) == (1 << 20) + 4_096)
    #expect(Slab<SeriesBin>.bytes(count: 3) == 144)
    for count in Self.counts {
      #expect(Slab<UInt64>(count: count).bytes == Slab<UInt64>.bytes(count: count))
    }
  }

  @Test("has no element outside its bounds, to read or to write")
  func bounds() async {
    await #expect(processExitsWith: .failure) {
      let slab = Slab<UInt64>(count: 4)
      _ = slab[4]
    }
    await #expect(processExitsWith: .failure) {
      let slab = Slab<UInt64>(count: 4)
      _ = slab[-1]
    }
    await #expect(processExitsWith: .failure) {
      var slab = Slab<UInt64>(count: 4)
      slab[4] = 1
    }
    await #expect(processExitsWith: .failure) {
      var slab = Slab<UInt64>(count: 4)
      slab[-1] = 1
    }
    await #expect(processExitsWith: .failure) {
      let slab = Slab<UInt64>(count: 0)
      _ = slab[0]
    }
    await #expect(processExitsWith: .failure) { _ = Slab<UInt64>(count: -1) }
    await #expect(processExitsWith: .success) {
      var slab = Slab<UInt64>(count: 4)
      slab[3] = 1
      slab[0] = slab[3]
    }
  }

  #if os(Linux)
    @Test("gives its memory back", arguments: [1 << 19, 1 << 24])
    func givesBack(bytes: Int) async {
      await #expect(processExitsWith: .success) { [bytes] in
        // A quarter of a gigabyte in all, of which one slab is resident at a time.
        for _ in 0..<(1 << 28) / bytes {
          var slab = Slab<UInt8>(count: bytes)
          for page in stride(from: 0, to: bytes, by: 4_096) { slab[page] = 1 }
        }
        let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(
          separator: " "
        )[1]
        precondition(Int(pages)! * 4_096 < 1 << 27)
      }
    }
  #endif
}
