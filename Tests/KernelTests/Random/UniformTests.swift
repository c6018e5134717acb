import Kernel
import Testing

@Suite("Uniform numbers, whole numbers and chances")
struct UniformTests {
  @Test("the least and the greatest bits give the ends of both intervals")
  func ends() {
    var probe = Statistics.stream(next: 0x0123_4567_89ab_cdef)
    #expect(probe.next() == 0x0123_4567_89ab_cdef)
    var least = Statistics.stream(next: 0)
    var greatest = Statistics.stream(next: .max)
    #expect(least.uniform() == 0)
    #expect(greatest.uniform() == 1 - 0x1p-53)
    least = Statistics.stream(next: 0x7ff)
    greatest = Statistics.stream(next: .max - 0x7ff)
    #expect(least.positiveUniform() == 0x1p-53)
    #expect(greatest.positiveUniform() == 1)
    least = Statistics.stream(next: 0x800)
    #expect(least.uniform() == 0x1p-53)
  }

  @Test("the exponential number is the logarithm of the positive uniform one")
  func exponential() {
    for word in [0, 1, 0x800, 1 << 63, .max - 0x800, .max] as [UInt64] {
      var left = Statistics.stream(next: word)
      var right = Statistics.stream(next: word)
      #expect(left.exponential() == -Arithmetic.log(right.positiveUniform()))
    }
    var left = Statistics.stream(4, "exponential")
    var right = left
    for _ in 0..<10_000 { #expect(left.exponential() == -Arithmetic.log(right.positiveUniform())) }
  }

  @Test("both intervals are evenly filled", arguments: Statistics.seeds)
  func evenness(seed: UInt64) {
    var stream = Statistics.stream(seed, "evenness")
    #expect(
      Statistics.gap((0..<30_000).map { _ in stream.uniform() }) { $0 } < Statistics.gapLimit
    )
    #expect(
      Statistics.gap((0..<30_000).map { _ in stream.positiveUniform() }) { $0 }
        < Statistics.gapLimit
    )
  }

  @Test("the first of two bounds' numbers is the high half of the product")
  func integers() {
    var low = Statistics.stream(next: 1 << 62)
    #expect(low.integer(below: 8) == 2)
    var one = Statistics.stream(next: .max)
    #expect(one.integer(below: 1) == 0)
    var all = Statistics.stream(next: .max)
    #expect(all.integer(below: .max) == UInt64.max - 1)
  }

  /// Without rejection, of the numbers below 3 · 2^62 every third would come twice as often.
  @Test(
    "a whole number is without bias below awkward bounds",
    arguments: Statistics.seeds,
    [3 << 62, 3 << 61, 0xaaaa_aaaa_aaaa_aaab, 1 << 63 | 1] as [UInt64]
  )
  func bias(seed: UInt64, bound: UInt64) {
    var stream = Statistics.stream(seed, "bias")
    var cells = [[Int]](repeating: [Int](repeating: 0, count: 3), count: 2)
    for _ in 0..<20_000 {
      let number = stream.integer(below: bound)
      #expect(number < bound)
      cells[0][Int(number % 3)] += 1
      cells[1][Int(number.multipliedFullWidth(by: 3).high)] += 1
    }
    let thirds = [Double](repeating: 20_000 / 3, count: 3)
    #expect(Statistics.chiSquare(cells[0], thirds) < Statistics.limit, "seed \(seed)")
    // The same by size, where a third of all 64 bits is not a third below the bound.
    let third = 0x1p64 / 3 / Double(bound) * 20_000
    let bySize = [third, min(third, 20_000 - third), max(0, 20_000 - 2 * third)]
    #expect(Statistics.chiSquare(cells[1], bySize) < Statistics.limit, "seed \(seed)")
  }

  @Test("small bounds are evenly filled", arguments: Statistics.seeds, [2, 3, 7, 10, 100])
  func small(seed: UInt64, bound: Int) {
    var stream = Statistics.stream(seed, "small")
    var cells = [Int](repeating: 0, count: bound)
    for _ in 0..<20_000 { cells[Int(stream.integer(below: UInt64(bound)))] += 1 }
    let expected = [Double](repeating: 20_000 / Double(bound), count: bound)
    #expect(Statistics.chiSquare(cells, expected) < Statistics.limit, "seed \(seed)")
  }

  @Test("a draw that falls among the products too many is drawn again")
  func rejection() {
    // 2^64 mod 3 is 1: only the product with low half 0 is one too many, that of the word 0.
    var rejected = Statistics.stream(next: 0)
    var next = rejected
    _ = next.next()
    #expect(rejected.integer(below: 3) == next.next().multipliedFullWidth(by: 3).high)
    #expect(rejected == next)
    var kept = Statistics.stream(next: 1)
    var after = kept
    _ = after.next()
    #expect(kept.integer(below: 3) == 0)
    #expect(kept == after)
  }

  @Test("a chance of 0 never comes, of 1 always, and of a third a third of the time")
  func chances() {
    var stream = Statistics.stream(1, "chances")
    var thirds = 0
    for _ in 0..<30_000 {
      if stream.chance(1.0 / 3) { thirds += 1 }
      let chances = ([0, -1, .nan, 1, 2] as [Double]).map { stream.chance($0) }
      #expect(chances == [false, false, false, true, true])
    }
    let normal = (Double(thirds) - 10_000) / (20_000.0 / 3).squareRoot()
    #expect(normal.magnitude < 5)
    var certain = Statistics.stream(next: .max)
    let came = certain.chance(1)
    #expect(came)
    var never = Statistics.stream(next: 0)
    let cameOfNone = never.chance(0)
    #expect(!cameOfNone)
  }
}
