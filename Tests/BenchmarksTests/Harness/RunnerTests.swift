import Testing

@testable import benchmarks

/// Notes what it is asked for and takes about as long as it says.
private final class Recorder: Workload, @unchecked Sendable {
  private(set) var calls: [Int] = []
  private var held: [[Int]] = []
  private let nanosecondsEach: UInt64
  private let allocates: Bool

  var bytes: Int { 123 }
  var counters: [Counter] { [Counter(name: "calls", value: Double(calls.count))] }

  init(nanosecondsEach: UInt64 = 1_000, allocates: Bool = false) {
    self.nanosecondsEach = nanosecondsEach
    self.allocates = allocates
    calls.reserveCapacity(1_000)
  }

  func run(_ operations: Int) -> UInt64 {
    calls.append(operations)
    let end = Clock.real + UInt64(operations) * nanosecondsEach
    if allocates { for _ in 0..<operations { held.append([operations]) } }
    while Clock.real < end {}
    return 0
  }
}

@Suite("Runner")
struct RunnerTests {
  private let effort = Effort(repetitions: 4, nanosecondsPerRepetition: 2e6, isQuick: false)

  @Test("Every call is a multiple of the batch, and repetitions are alike and as long as asked")
  func repetitions() {
    let recorder = Recorder()
    var runner = Runner(effort: effort, peers: nil)
    let results = runner.measure(Case("x", batch: 7, warmUp: 70) { recorder })
    #expect(recorder.calls.allSatisfy { $0 > 0 && $0 % 7 == 0 })
    #expect(recorder.calls.first == 70)
    let last = recorder.calls.suffix(4)
    #expect(Set(last).count == 1)
    #expect((500...40_000).contains(last.last!))
    #expect(results.count == 1)
    #expect(results[0].samples.map(\.operations) == Array(last))
    #expect(results[0].bytes == 123)
    #expect(results[0].counters == [Counter(name: "calls", value: Double(recorder.calls.count))])
    #expect(results[0].samples.allSatisfy { $0.realNanoseconds >= Double($0.operations * 1_000) })
    #expect(results[0].samples.allSatisfy { $0.processorNanoseconds <= $0.realNanoseconds * 1.1 })
  }

  @Test("A quick run warms up less")
  func quick() {
    let recorder = Recorder(nanosecondsEach: 10)
    var runner = Runner(effort: .quick(repetitions: 1), peers: nil)
    _ = runner.measure(Case("x", batch: 2, warmUp: 1_000) { recorder })
    #expect(recorder.calls.first == 100)
    #expect(Effort.quick(repetitions: nil).repetitions == 3)
    #expect(Effort.thorough(repetitions: 6).repetitions == 6)
  }

  @Test("Allocations of the timed operations are counted and no others")
  func allocations() throws {
    let frugal = Recorder()
    let greedy = Recorder(allocates: true)
    var own = OwnContender(workload: frugal)
    _ = own.run(10)
    guard let none = own.run(10).sample.allocations else { return }
    #expect(none == 0)
    var other = OwnContender(workload: greedy)
    let some = try #require(other.run(1_000).sample.allocations)
    #expect(some >= 1_000)
  }

  @Test("A case longer than a repetition is done once each time")
  func longCase() {
    let recorder = Recorder(nanosecondsEach: 10_000)
    var runner = Runner(effort: effort, peers: nil)
    _ = runner.measure(Case("x", batch: 1_000) { recorder })
    #expect(recorder.calls.allSatisfy { $0 == 1_000 })
  }

  @Test(
    "Patterns mean a part of a name, or with * and ? the whole of it",
    arguments: [
      ("queue/hold/1e2", "hold", true), ("queue/hold/1e2", "Hold", false),
      ("queue/hold/1e2", "queue/*", true), ("queue/hold/1e2", "hold*", false),
      ("queue/hold/1e2", "*1e?", true), ("queue/hold/1e2", "*1e", false),
      ("queue/hold/1e2", "q*h*2", true), ("queue/hold/1e2", "?", false), ("a", "?", true),
      ("", "*", true), ("abc", "", true), ("ab", "abc", false), ("aXbXc", "a*b*c*", true),
    ]
  )
  func patterns(_ name: String, _ pattern: String, _ isMeant: Bool) {
    #expect(Filter.matches(name, pattern) == isMeant)
  }

  @Test("Lists of processors are understood")
  func processors() {
    #expect(Machine.processors(in: "0-3,7") == [0, 1, 2, 3, 7])
    #expect(Machine.processors(in: "1") == [1])
    #expect(Machine.processors(in: "") == [])
  }

  @Test("Disturbances become warnings from a level on")
  func disturbances() {
    var conditions = Conditions()
    conditions.add(Disturbance(othersShare: 0.04, stolenShare: 0.001))
    #expect(conditions.warnings == [])
    conditions.add(Disturbance(othersShare: 0.5, stolenShare: 0.02))
    #expect(
      conditions.warnings == [
        "other programs used 50 % of a processor during the run",
        "the host took 2 % of a processor away during the run",
      ]
    )
  }
}
