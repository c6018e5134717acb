import Record
import Testing

@testable import Experiment

@Suite("Two sweeps side by side")
struct SweepComparisonTests {
  /// A sweep of two points whose runs have noise that hangs on the seed alone.
  private func sweep(shift: Double, seed: UInt64 = 1, times: Int = 12) -> SweepResult {
    var dice = Dice(seed)
    let noise = (0..<times).map { _ in Double.random(in: -10...10, using: &dice) }
    return SweepResult(
      .made(points: 2, .init(times: times), seed: seed),
      (0..<2).flatMap { point in
        noise.indices.map {
          let wobble = Double($0 % 3) / 100
          return .made(point, $0, ["x": 100 + noise[$0], "y": noise[$0] + shift + wobble])
        }
      }
    )
  }

  @Test("Equal sweeps are equal, in whatever they differ by chance")
  func equal() {
    let comparison = SweepComparison(sweep(shift: 0), sweep(shift: 0))
    #expect(comparison.isEqual && comparison.isPaired)
    #expect(comparison.differing.isEmpty)
    #expect(comparison.lines.allSatisfy { $0.word == "no difference" })
  }

  @Test("A small shift is seen between runs of equal chance, and not between others")
  func pairing() {
    let paired = SweepComparison(sweep(shift: 0), sweep(shift: 0.5))
    #expect(!paired.isEqual)
    #expect(paired.differing.map(\.measure) == ["y", "y"])
    #expect(paired.differing.allSatisfy { $0.word == "more" })
    let unpaired = SweepComparison(sweep(shift: 0), sweep(shift: 0.5, seed: 2))
    #expect(!unpaired.isPaired)
    #expect(unpaired.differing.isEmpty)
    let large = SweepComparison(sweep(shift: 0), sweep(shift: -50, seed: 2))
    #expect(large.differing.map(\.word) == ["less", "less"])
  }

  @Test(
    "Among many measures that differ by chance alone hardly any sweep has one that is called so"
  )
  func corrected() {
    func noise(_ seed: UInt64) -> SweepResult {
      var dice = Dice(seed)
      let digests = (0..<8).map { run -> RunDigest in
        let values = (0..<40).map { ("m\($0)", Double.random(in: 0...1, using: &dice)) }
        return .made(0, run, Dictionary(uniqueKeysWithValues: values))
      }
      return SweepResult(.made(points: 1, .init(times: 8), seed: seed), digests)
    }
    let alarms = (UInt64(0)..<40).count { seed in
      !SweepComparison(noise(2 * seed + 1), noise(2 * seed + 2)).differing.isEmpty
    }
    // Uncorrected, seven of eight would have one.
    #expect(alarms <= 7)
  }

  @Test("Points that only one of them has are named")
  func unmatched() {
    let one = SweepResult(.made(points: 3, .init(times: 2)), [])
    let other = SweepResult(.made(points: 1, .init(times: 2)), [])
    #expect(SweepComparison(one, other).unmatched == [["1"], ["2"]])
    #expect(SweepComparison(other, one).unmatched == [["1"], ["2"]])
    #expect(!SweepComparison(one, other).isEqual)
    #expect(!SweepComparison(other, one).isEqual)
  }
}
