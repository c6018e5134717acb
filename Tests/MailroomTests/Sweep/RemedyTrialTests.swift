import Experiment
import Kernel
import Plan
import Record
import Schema
import Simulation
import Testing
import Topology

@testable import mailroom

@Suite("How long remedies are tried")
struct RemedyTrialTests {
  /// The trial of a site that runs a day, fails after so many hours or is expected to after so many days.
  private func trial(failsAfterHours: Double? = nil, expectedDays: Double? = nil) throws
    -> RemedyTrial
  {
    let text = try #require(ShippedTopologies.text(of: "small"))
    let plan = try #require(Topologies.read(Array(text.utf8), file: "small.yaml", Reading()))
    let record = try SingleRun(plan, until: .start + .hours(1)).result(unless: StopRequest()).record
    let step = expectedDays.map { days in
      Outlook.Step(
        amount: 100,
        symptom: .hang,
        reached: nil,
        expected: .init(value: days * 86_400, low: 0, high: .infinity)
      )
    }
    let finding = Finding(
      defect: "Q1",
      title: "A title",
      host: "HUB1",
      triggers: 1,
      firstTrigger: nil,
      failures: failsAfterHours.map {
        [.init(time: .start + Interval(seconds: $0 * 3_600)!, what: "it stopped")]
      } ?? [],
      outlooks: [
        Outlook(
          what: "handles",
          isBytes: false,
          amount: 1,
          perDay: .init(value: 1, low: 1, high: 1),
          limit: "handles",
          capacity: 100,
          steps: step.map { [$0] } ?? []
        )
      ],
      fixes: [],
      remedies: []
    )
    return RemedyTrial(RunResult(record: record, verdicts: [], findings: [finding]), plan)
  }

  @Test("As long as the site's own run where it fails in it, or where no end is in sight")
  func own() throws {
    for trial in [try trial(), try trial(failsAfterHours: 20), try trial(expectedDays: 0.3)] {
      #expect(trial.duration == .days(1))
      #expect(trial.changes.isEmpty)
    }
    // What was seen counts, and not what was expected of something else.
    #expect(try trial(failsAfterHours: 20, expectedDays: 9).duration == .days(1))
  }

  @Test("Twice as long as it takes until it fails, in whole days, a year at most")
  func longer() throws {
    let trial = try trial(expectedDays: 10.2)
    #expect(trial.duration == .days(21))
    #expect(trial.changes.map(\.path) == ["run.duration"])
    #expect(trial.changes.map(\.value) == ["21d"])
    #expect(try self.trial(expectedDays: 300).duration == .days(366))
  }

  @Test("Restarts come before the failure, or they would prevent nothing")
  func periods() throws {
    #expect(try trial(expectedDays: 10.2).periods == [.days(7), .days(1)])
    #expect(try trial(failsAfterHours: 20).periods == [.hours(6), .hours(1)])
    #expect(try trial(failsAfterHours: 5).periods == [.hours(1)])
    #expect(try trial(failsAfterHours: 0.5).periods == [.hours(1)])
    #expect(try trial().periods == [.hours(6), .hours(1)])
  }
}
