import Testing

/// The sending side of the Internet Mail Service, against a second one that shares nothing with it.
@Suite("Outbound sessions and their twin")
struct OutboundTwinTests {
  @Test("agree to the tick on every failed attempt and every return")
  func agree() {
    var decided = 0
    for seed in 0..<10 as Range<UInt64> {
      let scene = OutboundScene(seed: seed)
      if scene.twin.isUndecided && !scene.areAllSlotsOwn { continue }
      decided += 1
      if let problem = scene.problem { Issue.record("seed \(seed): \(problem)\n\(scene.text)") }
    }
    #expect(decided >= 6)
  }
}
