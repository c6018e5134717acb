import Foundation
import Testing

/// Sites of all kinds lose no message, and their books agree, whatever fails in them.
///
/// MAILROOM_SITES runs so many thousand seeds; MAILROOM_SITE runs one.
@Suite("Random sites")
struct RandomSiteLawTests {
  @Test("conserve their mail and keep sound books", arguments: 0..<8)
  func sound(part: UInt64) {
    for seed in Self.seeds(part) {
      let topology = RandomTopology.whole(seed: seed)
      guard let problem = SoundRun(topology).problem else { continue }
      let least = topology.shrunk {
        let other = SoundRun($0).problem
        return other.map { !$0.hasPrefix(SoundRun.unread) } ?? false
      }
      Issue.record("seed \(seed): \(problem)\n\(least.text)")
      return
    }
  }

  @Test("are whole: few of their entries do not fit the others")
  func whole() {
    var (kept, made) = (0, 0)
    for seed in 0..<12 as Range<UInt64> {
      kept += RandomTopology.whole(seed: seed).entries.count
      made += RandomTopology(seed: seed).entries.count
    }
    #expect(kept * 10 > made * 8, "\(kept) of \(made)")
  }

  private static func seeds(_ part: UInt64) -> [UInt64] {
    let environment = ProcessInfo.processInfo.environment
    if let seed = environment["MAILROOM_SITE"].flatMap(UInt64.init) {
      return part == 0 ? [seed] : []
    }
    let thousands = environment["MAILROOM_SITES"].flatMap(UInt64.init)
    let count = thousands.map { $0 * 1_000 } ?? 24
    return (0..<count).filter { $0 % 8 == part }
  }
}
