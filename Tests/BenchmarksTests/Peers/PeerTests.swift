import Command
import Testing

@testable import benchmarks

@Suite("Peers", .serialized)
struct PeerTests {
  /// Compiled once for all tests.
  private static let made = Result { try PeerPrograms() }

  private func programs() throws -> PeerPrograms { try Self.made.get() }

  /// Whether the rivals of `program` can run; says aloud if they cannot.
  private func isThere(_ program: PeerProgram) throws -> Bool {
    let programs = try programs()
    do throws(PeerFailure) {
      _ = try programs.commandLine(of: program)
      return true
    } catch {
      print("NOT TESTED, \(program.title): \(error)")
      return false
    }
  }

  private func session(_ rival: Rival, _ name: String) throws -> RivalSession {
    try RivalSession(rival, of: name, try programs())
  }

  @Test(
    "Every rival comes to our answer",
    arguments: allCases.filter { one in
      !one.rivals.isEmpty && !["1e5", "1e6", "1e7"].contains { one.name.hasSuffix($0) }
    }.map(\.name)
  )
  func answers(_ name: String) throws {
    let one = try #require(allCases.first { $0.name == name })
    let operations = 3_000 * one.batch
    let answer = one.prepare().run(operations)
    for rival in one.rivals where try isThere(rival.program) {
      try session(rival, name).warmUp(operations, mustAnswer: answer)
    }
  }

  @Test("A rival that computes something else is found out")
  func foundOut() throws {
    let one = try #require(allCases.first { $0.name == "queue/hold/1e2" })
    let rival = one.rivals[0]
    guard try isThere(rival.program) else { return }
    let other = try session(rival, one.name)
    #expect(
      throws: PeerFailure(
        "queue/hold/1e2/std::priority_queue left out: it computes something else than ours"
      )
    ) { try other.warmUp(1_000, mustAnswer: 1) }
  }

  @Test("A rival that ends is left out with the reason, and nothing else")
  func ends() throws {
    guard try isThere(.native) else { return }
    let rival = Rival(name: "r", program: .native, request: "nonsense x 1 1", payload: { [] })
    #expect(throws: PeerFailure("r says: unknown request nonsense x")) {
      try session(rival, "case")
    }
    var runner = Runner(
      effort: Effort(repetitions: 2, nanosecondsPerRepetition: 1e4, isQuick: true),
      peers: try programs()
    )
    let one = Case("case", rivals: [rival, rival]) { NothingToDo() }
    #expect(runner.measure(one).map(\.name) == ["case"])
    #expect(runner.notes == ["C++ peers skipped: r says: unknown request nonsense x"])
  }

  @Test("Repetitions of a rival are timed in its own process")
  func repetitions() throws {
    guard try isThere(.native) else { return }
    let one = try #require(allCases.first { $0.name == "queue/hold/1e2" })
    var runner = Runner(
      effort: Effort(repetitions: 3, nanosecondsPerRepetition: 2e6, isQuick: true),
      peers: try programs()
    )
    let results = runner.measure(one)
    let expected = try isThere(.simpy) ? 4 : 3
    #expect(results.count == expected)
    #expect(results.allSatisfy { $0.samples.count == 3 })
    #expect(results[1].name == "queue/hold/1e2/std::priority_queue")
    #expect(results[1].samples.allSatisfy { $0.allocations == nil && $0.realNanoseconds > 1e5 })
  }
}
