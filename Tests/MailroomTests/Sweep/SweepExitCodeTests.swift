import Command
import Experiment
import Kernel
import Plan
import Record
import Testing

@testable import mailroom

@Suite("The exit code of a sweep")
struct SweepExitCodeTests {
  /// The exit codes of a sweep of one run under each choice.
  private func codes(
    _ held: Double?,
    fails: Bool = false,
    _ ending: RunDigest.Ending = .complete
  ) -> [Int32] {
    let order = SweepOrder(
      title: "made by hand",
      program: version,
      identity: 1,
      words: ["site.yaml"],
      seed: 1,
      start: CivilDate(year: 1999, month: 1, day: 4)!,
      duration: .days(1),
      expectations: ["as written"],
      axes: [],
      points: [Study.Point(values: [])],
      goal: SweepOrder.Goal(times: 1)
    )
    let digest = RunDigest(
      place: RunPlace(point: 0, replication: 0),
      ending: ending,
      endSeconds: 86_400,
      eventCount: 1,
      fingerprint: 1,
      failure: fails ? .init(seconds: 1, what: "Q1: it stopped") : nil,
      measures: held.map { [.init(RunDigest.measure(ofExpectation: 0), $0)] } ?? []
    )
    return FailOn.allCases.map { Int32($0.exitCode(SweepResult(order, [digest])).rawValue) }
  }

  @Test("It says what was asked for and nothing that lies beyond it")
  func choices() {
    #expect(FailOn.allCases == [.expectation, .defect, .warning, .never])
    #expect(codes(0) == [1, 1, 1, 0])
    #expect(codes(1, fails: true) == [0, 1, 1, 0])
    #expect(codes(1) == [0, 0, 0, 0])
    #expect(codes(nil) == [0, 0, 0, 0])
    // What a halted run had seen until then decides nothing.
    #expect(codes(1, .halted("copies")) == [0, 0, 1, 0])
    #expect(codes(nil, .rejected("no such version")) == [0, 0, 1, 0])
  }
}
