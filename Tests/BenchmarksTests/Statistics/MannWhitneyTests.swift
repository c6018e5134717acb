import Testing

@testable import benchmarks

@Suite("Mann–Whitney")
struct MannWhitneyTests {
  @Test(
    "Published exact values come out",
    arguments: [
      // Separated groups: 2 / C(m + n, m).
      ([1, 2, 3], [4, 5, 6], 0, 0.1),
      ([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], 0, 2.0 / 252),
      ([6, 7, 8, 9, 10], [1, 2, 3, 4, 5], 25, 2.0 / 252),
      ([1, 3, 5], [2, 4, 6], 3, 0.7),
      // The example of R's wilcox.test, after Hollander and Wolfe: W = 35, p = 0.2544.
      (
        [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46],
        [1.15, 0.88, 0.90, 0.74, 1.21], 35, 0.2544122544122544
      ),
      ([1, 1, 1], [1, 1, 1], 4.5, 1),
    ] as [([Double], [Double], Double, Double)]
  )
  func exact(_ first: [Double], _ second: [Double], _ u: Double, _ p: Double) {
    let test = MannWhitney(first, second)
    #expect(test.method == .exact)
    #expect(test.u == u)
    #expect((test.p - p).magnitude < 1e-12)
  }

  @Test(
    "With ties the exact value is that of all ways to choose",
    arguments: 0..<30 as Range<UInt64>
  )
  func enumeration(_ seed: UInt64) {
    var draws = Draws(seed: seed)
    let count = 3 + Int(draws.bits() % 4)
    let figures = (0..<9).map { _ in Double(draws.bits() % 5) }
    let (first, second) = (Array(figures[..<count]), Array(figures[count...]))
    func pairs(_ chosen: Set<Int>) -> Double {
      var u = 0.0
      for one in chosen {
        for other in figures.indices where !chosen.contains(other) {
          u += figures[one] > figures[other] ? 1 : figures[one] == figures[other] ? 0.5 : 0
        }
      }
      return u
    }
    let observed = pairs(Set(0..<count))
    var (below, above, all) = (0.0, 0.0, 0.0)
    for choice in 0..<512 where choice.nonzeroBitCount == count {
      let u = pairs(Set(figures.indices.filter { choice >> $0 & 1 == 1 }))
      all += 1
      below += u <= observed ? 1 : 0
      above += u >= observed ? 1 : 0
    }
    let test = MannWhitney(first, second)
    #expect(test.u == observed, "seed \(seed)")
    #expect((test.p - min(1, 2 * min(below, above) / all)).magnitude < 1e-12, "seed \(seed)")
  }

  @Test("Many figures use the normal approximation, with ties and continuity, as SciPy has it")
  func normal() {
    let first = (0..<40).map { Double($0 * 37 % 101) / 3 }
    let second = (0..<35).map { Double($0 * 53 % 89) / 2.5 }
    let test = MannWhitney(first, second)
    #expect(test.method == .normal)
    #expect(test.u == 660)
    #expect((test.p - 0.674852663634621).magnitude < 1e-10)
    let tied = MannWhitney(
      (0..<40).map { Double($0 * 7 % 10) },
      (0..<35).map { Double($0 * 3 % 8 + 1) }
    )
    #expect(tied.u == 706)
    #expect((tied.p - 0.9531555557007246).magnitude < 1e-10)
    let same = [Double](repeating: 1, count: 40)
    #expect(MannWhitney(same, same).p == 1)
  }

  @Test(
    "The normal tail is that of the tables",
    arguments: [
      (0, 0.5), (0.5, 0.3085375387259869), (1, 0.15865525393145707), (2, 0.022750131948179195),
      (2.999, 0.0013543365337271057), (3, 0.0013498980316300933), (3.5, 0.000232629079035525),
      (5, 2.866515718791933e-07), (8, 6.22096057427174e-16), (20, 2.7536241186061556e-89),
      (40, 0),
    ] as [(Double, Double)]
  )
  func tail(_ z: Double, _ p: Double) {
    #expect((normalTail(z) - p).magnitude <= 1e-10 * p)
  }

  @Test("Holm's correction is that of R's p.adjust, and keeps the order of the questions")
  func correction() {
    #expect(holm([0.01, 0.02, 0.03, 0.04]) == [0.04, 0.06, 0.06, 0.06])
    #expect(holm([0.5, 0.01, 0.9]) == [1, 0.03, 1])
    #expect(holm([0.04]) == [0.04])
    #expect(holm([]) == [])
  }
}
