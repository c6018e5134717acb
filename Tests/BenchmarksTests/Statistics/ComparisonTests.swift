import Testing

@testable import benchmarks

@Suite("Comparison")
struct ComparisonTests {
  @Test("Medians, quartiles and spread of known figures")
  func summary() {
    let summary = Summary([4, 1, 3, 2])
    #expect(summary.median == 2.5)
    #expect(summary.lowerQuartile == 1.75)
    #expect(summary.upperQuartile == 3.25)
    #expect(summary.spread == 0.3)
    #expect(summary.mean == 2.5)
    #expect((summary.standardDeviation - 1.2909944487358056).magnitude < 1e-15)
    #expect((summary.least, summary.greatest, summary.count) == (1, 4, 4))
    let single = Summary([7])
    #expect((single.median, single.spread, single.standardDeviation) == (7, 0, 0))
  }

  @Test(
    "The interval leaves out as many pairs as the table of critical values says",
    // Two-sided, 5 %: Mann and Whitney's table; where there is none the figures are too few.
    arguments: [(3, 3, nil), (4, 4, 0), (5, 5, 2), (6, 8, 8), (10, 10, 23), (20, 20, 127)]
      as [(Int, Int, Int?)]
  )
  func interval(_ first: Int, _ second: Int, _ cut: Int?) {
    #expect(RatioInterval.pairsToLeaveOut(first, second) == cut)
  }

  @Test("Beyond the exact table the approximation goes on where it ended")
  func longInterval() throws {
    let exact = try #require(RatioInterval.pairsToLeaveOut(30, 30))
    let normal = try #require(RatioInterval.pairsToLeaveOut(30, 31))
    #expect((exact...(exact + 20)).contains(normal))
  }

  @Test("A ratio and its bounds")
  func ratio() throws {
    let before = [10.0, 10.1, 10.2, 10.3, 10.4]
    let after = before.map { $0 * 2 }
    let change = RatioInterval(from: before, to: after)
    #expect(change.ratio == 2)
    let bounds = try #require(change.bounds)
    #expect(bounds.contains(2) && bounds.lowerBound > 1.9 && bounds.upperBound < 2.1)
    #expect(RatioInterval(from: [1], to: [2]).bounds == nil)
  }

  @Test("The verdicts are the four words")
  func verdicts() {
    let low = (0..<10).map { 10 + Double($0) / 100 }
    let high = low.map { $0 * 1.5 }
    let mixed = [10.005, 10.015, 10.025, 10.035, 10.045, 10.055, 10.065, 10.075, 10.085, 10.095]
    let comparisons = Comparison.all([
      ("a", high, low), ("b", low, high), ("c", low, mixed), ("d", [10, 11], [20, 21]),
    ])
    #expect(comparisons.map(\.verdict) == [.faster, .slower, .noDifference, .undecided])
    #expect(comparisons.map(\.name) == ["a", "b", "c", "d"])
    #expect(comparisons[0].before == Summary(high).median)
    #expect(comparisons[0].after == Summary(low).median)
    // The clearest of four questions counts four times.
    #expect(comparisons[0].corrected == comparisons[0].test.p * 4)
  }

  @Test(
    "So many repetitions are needed before anything can be said",
    arguments: [(1, 4), (2, 5), (10, 6), (50, 7), (1_000, 9)]
  )
  func needed(_ cases: Int, _ repetitions: Int) {
    #expect(Comparison.repetitionsNeeded(cases: cases) == repetitions)
    #expect(!Comparison.canDecide(repetitions - 1, repetitions - 1, cases: cases))
  }
}
