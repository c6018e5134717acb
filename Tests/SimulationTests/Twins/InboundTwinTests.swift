import Testing

/// The receiving side of the Internet Mail Service, against a second one that shares nothing with it.
@Suite("Inbound sessions and their twin")
struct InboundTwinTests {
  @Test(
    "agree to the tick on what is taken over and returned, and on what is refused",
    arguments: 0..<4 as Range<UInt64>
  )
  func agree(part: UInt64) {
    var (taken, rejected) = (0, 0)
    for seed in Sites.seeds(part, of: 6) {
      let scene = InboundScene(seed: seed)
      taken += scene.twin.messages.count { $0.taken != nil }
      rejected += scene.twin.rejected
      if let problem = scene.problem {
        Issue.record("seed \(seed): \(problem)\n\(scene.text)")
        return
      }
    }
    #expect(taken > 100 && rejected > 100, "\(taken) \(rejected)")
  }
}
