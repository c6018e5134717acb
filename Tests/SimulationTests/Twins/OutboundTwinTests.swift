import Testing

/// The sending side of the Internet Mail Service, against a second one that shares nothing with it.
@Suite("Outbound sessions and their twin")
struct OutboundTwinTests {
  @Test("agree to the tick on every failed attempt and every return", arguments: 0..<6)
  func agree(part: UInt64) {
    for seed in (part * 10)..<(part * 10 + 10) {
      let scene = OutboundScene(seed: seed)
      if let problem = scene.problem { Issue.record("seed \(seed): \(problem)\n\(scene.text)") }
    }
  }
}
