import Kernel
import Testing

@Suite("A level over time")
struct LevelTallyTests {
  /// Keeps every stretch and adds them up by the definitions.
  struct Twin {
    var stretches: [(level: Int64, ticks: UInt64)] = []
    var seen: [Int64] = []

    var ticks: UInt64 { stretches.reduce(0) { $0 + $1.ticks } }
    var area: Int128 { stretches.reduce(0) { $0 + Int128($1.level) * Int128($1.ticks) } }

    var mean: Double { Double(area) / Double(ticks) }

    /// The mean squared distance, as an exact fraction; for small levels only.
    var variance: Double {
      let squares = stretches.reduce(0 as Int128) {
        let distance = Int128($1.level) * Int128(ticks) - area
        return $0 + distance * distance * Int128($1.ticks)
      }
      return Double(squares) / Double(ticks) / Double(ticks) / Double(ticks)
    }
  }

  @Test(
    "has the mean, variance and extremes that its definition gives",
    arguments: 1...200 as ClosedRange<UInt64>
  )
  func agreesWithTwin(seed: UInt64) {
    var dice = Dice(seed: seed)
    let start = Instant(ticks: dice.below(1_000))
    let first = Int64(dice.below(100)) - 50
    var now = start
    var tally = LevelTally(level: first, from: start)
    var twin = Twin(seen: [first])
    for _ in 0..<dice.below(60) + 1 {
      let ticks = dice.below(4) == 0 ? 0 : dice.below(10_000)
      twin.stretches.append((tally.level, ticks))
      now = now + Interval(ticks: ticks)
      if dice.below(2) == 0 {
        tally.set(Int64(dice.below(2_000)) - 1_000, at: now)
      } else {
        tally.add(Int64(dice.below(20)) - 10, at: now)
      }
      twin.seen.append(tally.level)
    }
    let rest = dice.below(100) + 1
    twin.stretches.append((tally.level, rest))
    let end = now + Interval(ticks: rest)

    #expect(tally.mean(until: end) == twin.mean)
    #expect(isClose(tally.variance(until: end)!, twin.variance))
    #expect(tally.minimum == twin.seen.min())
    #expect(tally.maximum == twin.seen.max())
    #expect(tally.start == start)
    let variance = tally.variance(until: end)!
    #expect(tally.standardDeviation(until: end) == variance.squareRoot())
  }

  @Test(
    "has the same variance, bit for bit, however far from zero it swings",
    arguments: 1...50 as ClosedRange<UInt64>
  )
  func ignoresShift(seed: UInt64) {
    func variance(shift: Int64, swing: UInt64, longest: UInt64) -> Double {
      var dice = Dice(seed: seed)
      var now = Instant.start
      var tally = LevelTally(level: shift)
      for _ in 0..<100 {
        now = now + Interval(ticks: dice.below(longest))
        tally.set(shift + Int64(dice.below(swing)), at: now)
      }
      return tally.variance(until: now)!
    }
    // Of the difference of the two areas the first cases fill one half, the last both.
    for (swing, longest) in [(7, 1 << 40), (7, 1 << 57), (1 << 20, 1 << 57)] as [(UInt64, UInt64)] {
      let near = variance(shift: 0, swing: swing, longest: longest)
      #expect(near > Double(swing * swing) / 50 && near < Double(swing * swing) / 5)
      for shift in [1, -1, 1_000_000_000_000, 1 << 62, .min, .max - (1 << 20)] as [Int64] {
        let far = variance(shift: shift, swing: swing, longest: longest)
        #expect(far == near, "shifted by \(shift)")
      }
    }
  }

  @Test("does not lose one tick of a year")
  func keepsOneTick() {
    let year = Interval.days(365)
    var tally = LevelTally(level: 1 << 40)
    tally.add(1, at: Instant(ticks: 123))
    tally.add(-1, at: Instant(ticks: 124))
    let share = 1 / Double(year.ticks)
    #expect(isClose(tally.variance(until: .start + year)!, share - share * share))
    #expect(tally.maximum == (1 << 40) + 1)
  }

  @Test("holds the greatest levels for the longest time")
  func takesExtremes() throws {
    let half = Instant(ticks: 1 << 63)
    var tally = LevelTally(level: .min)
    #expect(tally.mean(until: .latest) == -0x1p63)
    #expect(tally.variance(until: .latest) == 0)
    tally.set(.max, at: half)
    // Half at −2^63, and half less one tick at 2^63 − 1.
    #expect(tally.mean(until: .latest) == -1)
    #expect(tally.variance(until: .latest) == 0x1p126)
    tally.set(.max, at: .latest)
    #expect(tally.mean(until: .latest) == -1)
    var other = LevelTally(level: .max)
    #expect(other.mean(until: .latest) == 0x1p63)
    #expect(other.variance(until: .latest) == 0)
    other.set(0, at: .latest)
    #expect(other.variance(until: .latest) == 0)
    // 2^190 and nothing lost: three parts of four at 2^62, the fourth at 0.
    var steep = LevelTally(level: 1 << 62)
    steep.set(0, at: Instant(ticks: 3 << 60))
    #expect(steep.mean(until: Instant(ticks: 1 << 62)) == 0x3p60)
    #expect(steep.variance(until: Instant(ticks: 1 << 62)) == 0x3p120)
  }

  @Test(
    "does not change when a stretch is counted in pieces",
    arguments: 1...100 as ClosedRange<UInt64>
  )
  func splits(seed: UInt64) {
    var dice = Dice(seed: seed)
    let level = Int64(bitPattern: dice.next())
    let end = dice.next()
    var whole = LevelTally(level: level)
    var pieces = whole
    whole.set(0, at: Instant(ticks: end))
    var cuts = (0..<20).map { _ in dice.below(end) }
    cuts.sort()
    for cut in cuts { pieces.set(level, at: Instant(ticks: cut)) }
    pieces.set(0, at: Instant(ticks: end))
    #expect(pieces == whole)
  }

  @Test("counts the present level up to the moment asked about, and asking changes nothing")
  func asks() {
    var tally = LevelTally(level: 4, from: Instant(ticks: 10))
    let before = tally
    #expect(tally.mean(until: Instant(ticks: 10)) == nil)
    #expect(tally.variance(until: Instant(ticks: 10)) == nil)
    #expect(tally.standardDeviation(until: Instant(ticks: 10)) == nil)
    #expect(tally.mean(until: Instant(ticks: 20)) == 4)
    #expect(tally == before)
    tally.set(8, at: Instant(ticks: 30))
    #expect(tally.mean(until: Instant(ticks: 30)) == 4)
    #expect(tally.mean(until: Instant(ticks: 50)) == 6)
    #expect(tally.variance(until: Instant(ticks: 50)) == 4)
  }

  @Test("includes a peak that held for no time in its extremes, not in its mean")
  func peaks() {
    var tally = LevelTally()
    tally.set(100, at: Instant(ticks: 5))
    tally.set(-100, at: Instant(ticks: 5))
    tally.set(0, at: Instant(ticks: 5))
    #expect(tally.maximum == 100 && tally.minimum == -100)
    #expect(tally.mean(until: Instant(ticks: 10)) == 0)
    #expect(tally.variance(until: Instant(ticks: 10)) == 0)
  }

  @Test("forgets a warm-up and goes on from the level it had")
  func restarts() {
    var tally = LevelTally(level: 1_000)
    tally.set(3, at: Instant(ticks: 50))
    tally.restart(at: Instant(ticks: 60))
    #expect(tally == LevelTally(level: 3, from: Instant(ticks: 60)))
    tally.set(5, at: Instant(ticks: 70))
    #expect(tally.mean(until: Instant(ticks: 80)) == 4)
    #expect(tally.maximum == 5 && tally.minimum == 3)
  }

  @Test("is ready in zero memory, as the level 0 from the start")
  func startsAsZero() {
    var slab = Slab<LevelTally>(count: 3)
    #expect(slab[1] == LevelTally())
    slab[1].add(2, at: Instant(ticks: 10))
    #expect(slab[1].mean(until: Instant(ticks: 20)) == 1)
    #expect(slab[0] == LevelTally() && slab[2] == LevelTally())
    #expect(MemoryLayout<LevelTally>.stride == 96)
  }

  @Test("refuses to change in the past")
  func refusesPast() async {
    await #expect(processExitsWith: .failure) {
      var tally = LevelTally(level: 1, from: Instant(ticks: 10))
      tally.set(2, at: Instant(ticks: 9))
    }
    await #expect(processExitsWith: .failure) {
      var tally = LevelTally(level: 1, from: Instant(ticks: 10))
      tally.restart(at: Instant(ticks: 9))
    }
    await #expect(processExitsWith: .failure) {
      let tally = LevelTally(level: 1, from: Instant(ticks: 10))
      _ = tally.mean(until: Instant(ticks: 9))
    }
    await #expect(processExitsWith: .failure) {
      var tally = LevelTally(level: .max)
      tally.add(1, at: Instant(ticks: 9))
    }
  }

  @Test("gives the same bits in debug, in release and everywhere")
  func recorded() {
    var dice = Dice(seed: 7)
    var now = Instant.start
    var tally = LevelTally()
    for _ in 0..<1_000 {
      now = now + Interval(ticks: dice.anySize() >> 12)
      tally.set(Int64(bitPattern: dice.anySize()), at: now)
    }
    #expect(tally.mean(until: now)?.bitPattern == 4_865_095_050_881_641_206)
    #expect(tally.variance(until: now)?.bitPattern == 5_137_932_908_865_449_015)
  }
}

/// Whether two doubles differ by no more than a few roundings.
func isClose(_ left: Double, _ right: Double, within error: Double = 1e-14) -> Bool {
  left == right || (left - right).magnitude <= error * max(left.magnitude, right.magnitude)
}
