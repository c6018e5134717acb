import Kernel
import Testing

@testable import Experiment

@Suite("Paired differences")
struct PairedDifferenceTests {
  static let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
  static let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

  @Test("A printed example: what a second soporific added for Student's ten sleepers")
  func sleepers() throws {
    let difference = PairedDifference(Array(zip(Self.first, Self.second)))
    #expect(difference.count == 10)
    #expect((difference.mean - 1.58).magnitude < 1e-15)
    #expect((try #require(difference.twoSidedP) - 0.002_832_890).magnitude < 5e-10)
    let width = try #require(difference.halfWidth())
    #expect((difference.mean - width - 0.700_114_2).magnitude < 5e-8)
    #expect((difference.mean + width - 2.459_885_8).magnitude < 5e-8)
    #expect((try #require(difference.variance) - 1.512_889).magnitude < 5e-7)
    // 1.789010² + 2.002249²
    #expect((try #require(difference.independentVariance) - 7.209_556).magnitude < 5e-6)
  }

  @Test("What lacks a partner is left out, and without any pair there is no difference")
  func partners() {
    let difference = PairedDifference([1, nil, 3, 4, nil], [2, 5, nil, 9, nil])
    #expect(difference == PairedDifference([(1, 2), (4, 9)]))
    #expect(difference?.mean == 3)
    #expect(PairedDifference([1, nil], [nil, 2]) == nil)
    #expect(PairedDifference([], []) == nil)
  }

  @Test("Differences that are all the same leave no doubt, and a single one leaves nothing else")
  func same() {
    let none = PairedDifference([(1, 1), (2, 2), (5, 5)])
    #expect(none.twoSidedP == 1)
    #expect(none.halfWidth() == 0)
    let some = PairedDifference([(1, 1.5), (2, 2.5), (5, 5.5)])
    #expect(some.twoSidedP == 0)
    #expect(some.mean == 0.5)
    #expect(some.variance == 0)
    let single = PairedDifference([(1, 4)])
    #expect(single.mean == 3)
    #expect(single.twoSidedP == nil)
    #expect(single.variance == nil)
    #expect(single.independentVariance == nil)
    #expect(single.halfWidth() == nil)
  }

  @Test("Swapped, the difference changes its sign and nothing else")
  func swapped() {
    for seed in 0..<300 {
      var stream = chance("swapped", seed)
      let pairs = (0..<2 + Int(stream.integer(below: 20))).map { _ in
        (stream.normal(), stream.normal())
      }
      let (there, back) = (PairedDifference(pairs), PairedDifference(pairs.map { ($1, $0) }))
      #expect(there.mean == -back.mean, "seed \(seed)")
      #expect(there.twoSidedP == back.twoSidedP, "seed \(seed)")
      #expect(there.halfWidth() == back.halfWidth(), "seed \(seed)")
      #expect(there.independentVariance == back.independentVariance, "seed \(seed)")
    }
  }

  @Test("The test and the interval say the same: 0 lies outside where it is less likely than that")
  func agreement() throws {
    for seed in 0..<500 {
      var stream = chance("agreement", seed)
      let pairs = (0..<8).map { _ in (stream.normal(), stream.normal() + 1) }
      let difference = PairedDifference(pairs)
      let width = try #require(difference.halfWidth(confidence: 0.9))
      let p = try #require(difference.twoSidedP)
      #expect((difference.mean.magnitude > width) == (p < 0.1), "seed \(seed)")
    }
  }

  @Test("Where there is no difference, each probability is met as often as it says")
  func uniform() throws {
    var stream = chance("uniform", 1)
    let count = 4_000
    let found = try (0..<count).map { _ in
      let shared = 10 * stream.normal()
      let pairs = (0..<6).map { _ in (shared + stream.normal(), shared + stream.normal()) }
      return try #require(PairedDifference(pairs).twoSidedP)
    }
    for level in [0.01, 0.05, 0.2, 0.5, 0.9] {
      let share = Double(found.count { $0 < level }) / Double(count)
      let chance = (level * (1 - level) / Double(count)).squareRoot()
      #expect((share - level).magnitude < 4 * chance, "\(share) below \(level), seed 1")
    }
  }

  @Test("What both share is gone from the difference, and not from independent ones")
  func shared() throws {
    var stream = chance("shared", 1)
    let pairs = (0..<2_000).map { _ in
      let shared = 3 * stream.normal()
      return (shared + stream.normal(), shared + stream.normal())
    }
    let difference = PairedDifference(pairs)
    // 1 + 1 against 10 + 10.
    let gain = try #require(difference.independentVariance) / #require(difference.variance)
    #expect((9...11.2).contains(gain), "\(gain), seed 1")
  }
}
