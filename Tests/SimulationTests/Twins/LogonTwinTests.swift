import Testing

/// POP3 logons, against a second account of them that shares nothing with the simulation.
@Suite("POP3 logons and their twin")
struct LogonTwinTests {
  @Test(
    "agree to the tick on failures, connections and each handle",
    arguments: 0..<4 as Range<UInt64>
  )
  func agree(part: UInt64) {
    var (decided, forgotten, refused) = (0, 0, 0)
    for seed in Sites.seeds(part, of: 2) {
      let scene = LogonScene(seed: seed)
      if scene.isBlurred { continue }
      decided += 1
      forgotten += scene.twin.sights.map(\.sight.forgotten).max()!
      refused += scene.twin.refusals
      if let problem = scene.problem {
        Issue.record("seed \(seed): \(problem)\n\(scene.text)")
        return
      }
    }
    #expect(decided >= 1 && forgotten + refused > 0, "\(decided) \(forgotten) \(refused)")
  }
}
