import Command
import Experiment
import Kernel
import Plan
import Record
import Schema
import Simulation
import Testing
import Text
import Topology

@testable import mailroom

@Suite("Parts of mailroom run")
struct RunPartTests {
  private func plan() throws -> SitePlan {
    let text = try #require(ShippedTopologies.text(of: "small"))
    return try #require(Topologies.read(Array(text.utf8), file: "small.yaml", Reading()))
  }

  @Test(
    "A moment is read as in a topology, where spaces may be left out",
    arguments: [
      ("5h20m", Interval.minutes(320)), ("5h 20m", .minutes(320)), ("90s", .seconds(90)),
      ("2d4h", .hours(52)), ("1.5h", .minutes(90)), ("250ms", .milliseconds(250)),
      ("3 Mar 1998 10 am", .hours(34)),
    ] as [(String, Interval)]
  )
  func moment(_ text: String, _ after: Interval) throws {
    #expect(try MomentText.instant(text, of: plan(), option: "--at") == .start + after)
  }

  @Test(
    "What is no moment is said",
    arguments: ["", "5", "5x", "h5", "-5h", "1 Mar 1998 noon", "a: b", "'", "{", "5h\n6h"]
  )
  func noMoment(_ text: String) throws {
    let plan = try plan()
    let error = #expect(throws: UsageError.self) {
      try MomentText.instant(text, of: plan, option: "--at")
    }
    #expect(error?.message.hasPrefix("--at: ") ?? false)
  }

  @Test(
    "A command line goes through a shell unharmed",
    arguments: ["a b", "'", "$x", "", "é", "*", "~"]
  )
  func quoting(_ word: String) throws {
    let line = RunChoice.command(["printf", "%s", word])
    #expect(try ChildProcess.run("/bin/sh", ["-c", line]).output == word)
  }

  @Test("Progress says all of it in one line, and to programs in numbers")
  func progress() {
    let state = RunProgress.State(
      progress: .init(waiting: 1_234, sent: 9, delivered: 8, growing: ["Q1 on HUB1: 7 handles"]),
      now: .start + .days(3),
      events: 36_000_000,
      horizon: .start + .days(12),
      passedSeconds: 3
    )
    #expect(
      state.text
        == "25 %, 3d of 12d, 9s left, 1,234 waiting, 12.0M events/s, 1d/s, Q1 on HUB1: 7 handles"
    )
    #expect(state.json["percent"]?.double == 25)
    #expect(state.json["seconds-left"]?.double == 9)
    #expect(state.json["virtual-seconds-per-second"]?.double == 86_400)
  }

  @Test("What makes the answer no includes what stands before it")
  func failOn() throws {
    func codes(
      _ outcome: Verdict.Outcome,
      hasFinding: Bool = false,
      warnings: Int = 0
    ) -> [Int32] {
      let result = RunResult(
        record: Self.record(.complete),
        verdicts: [Verdict(text: "", outcome: outcome, evidence: [])],
        findings: hasFinding ? [Self.finding] : []
      )
      return FailOn.allCases.map { $0.exitCode(result, warningCount: warnings).rawValue }
    }
    #expect(FailOn.allCases == [.expectation, .defect, .warning, .never])
    #expect(codes(.failed) == [1, 1, 1, 0])
    #expect(codes(.held, hasFinding: true) == [0, 1, 1, 0])
    #expect(codes(.undecided) == [0, 0, 1, 0])
    #expect(codes(.held, warnings: 1) == [0, 0, 1, 0])
    #expect(codes(.held) == [0, 0, 0, 0])
    let halted = RunResult(
      record: Self.record(.halted(Halt(.events, limit: 7))),
      verdicts: [],
      findings: []
    )
    for word in FailOn.allCases { #expect(word.exitCode(halted, warningCount: 0) == .capacity) }
  }

  private static let finding = Finding(
    defect: "Q1",
    title: "",
    host: "HUB1",
    triggers: 1,
    firstTrigger: .start,
    failures: [],
    outlooks: [],
    fixes: [],
    remedies: []
  )

  private static func record(_ ending: RunRecord.Ending) -> RunRecord {
    RunRecord(
      title: "",
      seed: 1,
      replication: 0,
      start: CivilDate(year: 1998, month: 3, day: 2)!,
      duration: .days(1),
      warmUp: .zero,
      ending: ending,
      end: .start,
      eventCount: 0,
      fingerprint: 0,
      eventCounts: [],
      flows: [],
      queues: [],
      hosts: [],
      processes: [],
      log: LogRecord(entries: [], totals: []),
      defects: [],
      series: SeriesRecord(
        first: .start,
        asked: .minutes(5),
        kept: .minutes(5),
        sampleCount: 0,
        counters: []
      )
    )
  }
}
