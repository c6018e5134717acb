import Record
import Testing

@testable import Experiment

@Suite("A sweep, summed up")
struct SweepResultTests {
  @Test("Names keep the order of every list, as far as the lists agree")
  func names() {
    var names = NamesInOrder()
    names.add(["a", "c", "e"])
    names.add(["a", "b", "c"])
    names.add(["a", "b", "c"])
    names.add(["c", "d", "e", "f"])
    #expect(names.names == ["a", "b", "c", "d", "e", "f"])
  }

  @Test("Differences are those of runs of equal chance, and only of those that both have")
  func differences() {
    let digests = [
      RunDigest.made(0, 0, ["x": 1]), .made(0, 1, ["x": 5]), .made(0, 2, ["x": 100]),
      .made(1, 0, ["x": 2]), .made(1, 1, ["x": 7]), .made(1, 2),
    ]
    let result = SweepResult(.made(points: 2, .init(times: 3)), digests)
    let difference = result.difference(of: "x", at: 1, from: 0)
    #expect(difference?.count == 2)
    #expect(difference?.mean == 1.5)
    #expect(result.difference(of: "y", at: 1, from: 0) == nil)
  }

  @Test("A run that was rejected or halted is in its point with the reason, and in no mean")
  func troubles() {
    let rejected = RunDigest(.rejected("no such version"), at: .init(point: 0, replication: 0))
    let halted = RunDigest.made(1, 0, ["x": 1], ending: .halted("too many copies"))
    let digests = [rejected, halted, .made(1, 1, ["x": 3]), .made(2, 0, ["x": 9])]
    let result = SweepResult(.made(points: 3, .init(times: 2)), digests)
    #expect(result.points[0].troubles == [.rejected("no such version")])
    #expect(result.points[0].survival == nil)
    #expect(result.points[1].troubles == [.halted("too many copies")])
    #expect(result.points[1].completeCount == 1)
    #expect(result.points[1].summary(of: "x")?.mean == 3)
    #expect(result.points[1].survival?.count == 2)
    #expect(result.difference(of: "x", at: 2, from: 1) == nil)
    #expect(result.missing.map(\.point) == [0, 2])
  }

  @Test("What fails most often is named first, and equals in the order in which they were seen")
  func failures() {
    let digests = ["b", "a", "a", "c"].enumerated().map { number, what in
      RunDigest.made(0, number, failure: .init(seconds: 10, what: what))
    }
    let point = SweepResult(.made(points: 1, .init(times: 4)), digests).points[0]
    #expect(point.failures.map(\.what) == ["a", "b", "c"])
    #expect(point.failures.map(\.count) == [2, 1, 1])
    #expect(point.survival?.failureCount == 4)
  }
}
