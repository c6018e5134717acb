import Testing

/// The sending side of the Internet Mail Service, against a second one that shares nothing with it.
@Suite("Outbound sessions and their twin")
struct OutboundTwinTests {
  @Test(
    "agree to the tick on every failed attempt, return, delivery and stop",
    arguments: 0..<4 as Range<UInt64>
  )
  func agree(part: UInt64) {
    var (decided, made) = (0, 0)
    for seed in Sites.seeds(part, of: 6) {
      let scene = OutboundScene(seed: seed)
      if scene.twin.isUndecided && !scene.areAllSlotsOwn { continue }
      decided += 1
      made += scene.twin.made
      if let problem = scene.problem {
        Issue.record("seed \(seed): \(problem)\n\(scene.text)")
        return
      }
    }
    #expect(decided >= 5 && made > 100, "\(decided) \(made)")
  }
}
