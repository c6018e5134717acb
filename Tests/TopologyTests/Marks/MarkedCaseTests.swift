import Schema
import Testing
import Topology

@Suite("Marked topologies")
struct MarkedCaseTests {
  @Test("what is wrong is said, where it is wrong", arguments: MarkedCase.all)
  func wrong(pair: MarkedCase) {
    let marked = MarkedTopology(pair.wrong)
    #expect(!marked.marks.isEmpty)
    marked.check()
  }

  @Test("of what is right nothing is said", arguments: MarkedCase.all)
  func right(pair: MarkedCase) {
    let marked = MarkedTopology(pair.right)
    #expect(marked.marks.isEmpty)
    #expect(!pair.right.isEmpty)
    marked.check()
  }

  @Test("each rule is broken somewhere and is explained")
  func coverage() {
    var broken: Set<String> = ["defect-file", "memory"]
    for pair in MarkedCase.all { broken.formUnion(MarkedTopology(pair.wrong).marks.map(\.code)) }
    for rule in TopologyRule.all {
      #expect(broken.contains(rule.code), "nothing breaks \(rule.code)")
      #expect(rule.summary.hasSuffix("."))
      #expect(rule.explanation.isEmpty || rule.explanation.hasSuffix("."), "\(rule.code)")
    }
    #expect(Set(TopologyRule.all).count == TopologyRule.all.count)
  }

  @Test("what is offered instead fits where it is offered")
  func fixes() {
    for pair in MarkedCase.all {
      let marked = MarkedTopology(pair.wrong)
      for diagnostic in marked.compiled.reading.diagnostics where diagnostic.place.source == 0 {
        guard let fix = diagnostic.fixes.first else { continue }
        var bytes = Array(marked.compiled.text.utf8)
        bytes.replaceSubrange(diagnostic.place.range, with: Array(fix.utf8))
        let mended = Compiled(String(decoding: bytes, as: UTF8.self))
        let isStill = mended.reading.diagnostics.contains {
          $0.rule == diagnostic.rule && $0.place.start == diagnostic.place.start
        }
        #expect(!isStill, "\(pair): \(fix)\n\(mended.report)")
      }
    }
  }
}
