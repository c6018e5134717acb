import Plan
import Testing

@Suite("Gates")
struct GateTests {
  /// Whether a gate is open, said as simply as possible.
  func isOpen(_ gate: Gate, _ values: [Fact: Int64]) -> Bool {
    func all(_ tests: [FactTest]) -> Bool {
      tests.allSatisfy { test in
        guard let value = values[test.fact] else { return false }
        return test.from <= value && value < test.below
      }
    }
    return (gate.alternatives.isEmpty || gate.alternatives.contains(where: all)) && all(gate.needs)
  }

  @Test("A gate is open where one alternative and all needs hold; random gates and hosts")
  func law() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var state = seed
    func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let facts: [Fact] = [
      .file("a.exe"), .family, .servicePack, .platform, .installed("A"), .hotfix("Q1"),
      .option(.ehlo),
    ]
    var openCount = 0
    for _ in 0..<5_000 {
      func tests(_ most: Int) -> [FactTest] {
        (0..<below(most + 1)).map { _ in
          let from = Int64(below(4))
          return FactTest(facts[below(facts.count)], from: from, below: from + Int64(below(4)))
        }
      }
      let gate = Gate(alternatives: (0..<below(4)).map { _ in tests(3) }, needs: tests(2))
      var values: [Fact: Int64] = [:]
      for fact in facts where below(5) > 0 { values[fact] = Int64(below(5)) }
      let verdict = gate.verdict { values[$0] }
      #expect(verdict.isOpen == isOpen(gate, values), "seed \(seed): \(gate) \(values)")
      #expect(verdict.failed.count <= verdict.count)
      if verdict.isOpen { openCount += 1 }
    }
    #expect(openCount > 200, "seed \(seed): the test hardly tests anything")
  }

  @Test("What fails is of the alternative that came nearest, and one test alone is nearly open")
  func nearest() {
    let file = FactTest(.file("store.exe"), from: 10, below: 20)
    let system = FactTest(.family, is: 1)
    let component = FactTest(.installed("SMTPSVC"), is: 1)
    let gate = Gate(alternatives: [[file, system], [component, system]], needs: [])
    let verdict = gate.verdict { $0 == .family ? 1 : $0 == .file("store.exe") ? 30 : nil }
    #expect(verdict.failed == [file])
    #expect(verdict.isNearlyOpen)
    #expect(gate.verdict { _ in nil }.failed == [file, system])
  }

  @Test("A fact that a host does not have passes no test")
  func absent() {
    #expect(!FactTest(.platform, from: .min, below: .max).passes(nil))
    #expect(FactTest(.platform, from: 0, below: 1).passes(0))
    #expect(!FactTest(.platform, from: 0, below: 1).passes(1))
  }
}
