import Kernel
import Plan
import Record
import Testing

@testable import Experiment

@Suite("Two runs side by side")
struct RunComparisonTests {
  private func side(
    _ scene: Scene,
    _ outcomes: [Verdict.Outcome] = [.held, .failed]
  ) -> RunComparison.Side {
    RunComparison.Side(
      name: "run",
      record: scene.record,
      verdicts: outcomes.enumerated().map { ("expectation \($0)", $1) }
    )
  }

  private func flow(_ delivered: UInt64) -> FlowRecord {
    FlowRecord(
      name: "out",
      messages: 10,
      sent: 10,
      delivered: delivered,
      returned: [],
      lost: 0,
      waiting: 10 - delivered,
      latency: nil,
      withinCounts: []
    )
  }

  @Test("A run is equal to itself, and nothing of it differs")
  func equal() {
    var scene = Scene()
    scene.flows = [flow(9)]
    scene.keep(#"\\HUB1\Process(store)\Handle Count"#) { $0 }
    let comparison = RunComparison(side(scene), side(scene))
    #expect(comparison.isEqual && comparison.hasSameEvents)
    #expect(comparison.firstSeen == nil)
    #expect(comparison.measures.isEmpty && comparison.verdicts.isEmpty)
  }

  @Test("Other events make another run, even where all that was counted is the same")
  func events() {
    var other = Scene()
    other.fingerprint = 1
    let comparison = RunComparison(side(Scene()), side(other))
    #expect(!comparison.isEqual && !comparison.hasSameEvents)
    #expect(comparison.measures.isEmpty)
  }

  @Test("What differs is named with both values")
  func differences() throws {
    var (one, other) = (Scene(), Scene())
    one.flows = [flow(9)]
    other.flows = [flow(7)]
    let comparison = RunComparison(side(one), side(other, [.held, .undecided]))
    #expect(!comparison.isEqual)
    let delivered = try #require(comparison.measures.first { $0.name == "mail.delivered" })
    #expect(delivered.first == 9 && delivered.second == 7)
    #expect(!comparison.measures.contains { $0.name == "mail.sent" })
    #expect(comparison.verdicts.map(\.name) == ["expectation 1"])
    #expect(comparison.verdicts[0].first == .failed && comparison.verdicts[0].second == .undecided)
  }

  @Test("The first moment at which something differs is the earliest of all counters")
  func firstSeen() {
    var (one, other) = (Scene(), Scene())
    for (path, day) in [("Handle Count", 5.0), ("Private Bytes", 2), ("Thread Count", 9)] {
      one.keep(#"\\HUB1\Process(store)\"# + path) { _ in 100 }
      other.keep(#"\\HUB1\Process(store)\"# + path) { $0 < day ? 100 : 101 }
    }
    #expect(RunComparison(side(one), side(other)).firstSeen == Scene.instant(2))
  }
}
