import Kernel
import Testing

@Suite("Moments of observations")
struct MomentsTests {
  static func moments(_ observations: some Sequence<Double>) -> Moments {
    var moments = Moments()
    for observation in observations { moments.record(observation) }
    return moments
  }

  /// By the definition, in two passes.
  static func variance(_ observations: [Double]) -> Double {
    let mean = observations.reduce(0, +) / Double(observations.count)
    return observations.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      / Double(observations.count - 1)
  }

  @Test("agree with their definitions", arguments: 1...200 as ClosedRange<UInt64>)
  func agreeWithTwin(seed: UInt64) {
    var dice = Dice(seed: seed)
    let shift = Double(dice.below(1_000)) - 500
    let observations = (0..<dice.below(500) + 2).map { _ in dice.share() * 100 + shift }
    let moments = Self.moments(observations)
    #expect(moments.count == UInt64(observations.count))
    #expect(moments.sum == observations.reduce(0, +))
    #expect(moments.mean == observations.reduce(0, +) / Double(observations.count))
    #expect(isClose(moments.variance!, Self.variance(observations), within: 1e-11))
    #expect(moments.standardDeviation == moments.variance?.squareRoot())
    #expect(moments.minimum == observations.min())
    #expect(moments.maximum == observations.max())
  }

  @Test("are exact where arithmetic is")
  func exact() {
    let moments = Self.moments([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(moments.mean == 5)
    #expect(moments.sum == 40)
    #expect(isClose(moments.variance!, 32.0 / 7))
    #expect(Self.moments([3, 3, 3]).variance == 0)
  }

  @Test("keep the variance of small swings about a large mean")
  func doNotCancel() {
    let swings = (0..<100_000).map { Double($0 % 3) }
    let near = Self.moments(swings).variance!
    let far = Self.moments(swings.map { $0 + 1e9 }).variance!
    #expect(isClose(near, Self.variance(swings), within: 1e-11))
    #expect(isClose(near, far, within: 1e-6))
  }

  @Test("say nothing of nothing, and no variance of one")
  func few() {
    let none = Moments()
    #expect(none.count == 0 && none.sum == 0)
    #expect(none.mean == nil && none.variance == nil && none.standardDeviation == nil)
    #expect(none.minimum == nil && none.maximum == nil)
    let one = Self.moments([-3])
    #expect(one.mean == -3 && one.variance == nil && one.minimum == -3 && one.maximum == -3)
    let slab = Slab<Moments>(count: 1)
    #expect(slab[0] == none)
    #expect(MemoryLayout<Moments>.size == 40)
  }

  @Test("of parts merge to those of the whole", arguments: 1...200 as ClosedRange<UInt64>)
  func merge(seed: UInt64) {
    var dice = Dice(seed: seed)
    var whole: [Double] = []
    var merged = Moments()
    for _ in 0..<dice.below(10) + 1 {
      // Among them parts of none and of one.
      let centre = dice.share() * 1_000
      let part = (0..<dice.below(30)).map { _ in centre + dice.share() }
      whole += part
      merged.merge(Self.moments(part))
    }
    let direct = Self.moments(whole)
    #expect(merged.count == direct.count)
    #expect(merged.minimum == direct.minimum && merged.maximum == direct.maximum)
    #expect(isClose(merged.sum, direct.sum))
    #expect((merged.variance == nil) == (direct.variance == nil))
    if let variance = merged.variance {
      #expect(isClose(variance, direct.variance!, within: 1e-10))
    }
  }

  @Test("do not change when nothing is merged into them, or they into nothing")
  func mergeNothing() {
    let some = Self.moments([0.1, 0.2, 0.7])
    var left = some
    left.merge(Moments())
    var right = Moments()
    right.merge(some)
    #expect(left == some && right == some)
  }

  @Test("refuse what is not finite")
  func refuse() async {
    await #expect(processExitsWith: .failure) {
      var moments = Moments()
      moments.record(.nan)
    }
    await #expect(processExitsWith: .failure) {
      var moments = Moments()
      moments.record(.infinity)
    }
  }

  @Test("give the same bits in debug, in release and everywhere")
  func recorded() {
    var dice = Dice(seed: 11)
    var parts = (0..<4).map { _ in
      Self.moments((0..<1_000).map { _ in dice.share() / (dice.share() + 0.001) })
    }
    var merged = parts.removeFirst()
    for part in parts { merged.merge(part) }
    #expect(merged.mean?.bitPattern == 4_614_676_447_812_299_077)
    #expect(merged.variance?.bitPattern == 4_643_527_351_451_985_602)
  }
}
