import Record
import Testing

@testable import Experiment

@Suite("Which runs of a sweep are still to be done")
struct SweepScheduleTests {
  /// What each run would measure, known beforehand.
  private struct Outcomes {
    let order: SweepOrder
    let values: [[Double?]]

    init(_ dice: inout Dice) {
      let points = Int.random(in: 1...5, using: &dice)
      let most = Int.random(in: 3...40, using: &dice)
      let least = Int.random(in: 2...8, using: &dice)
      let isPrecise = Int.random(in: 0..<4, using: &dice) > 0
      let precision = SweepOrder.Precision(measure: "x", relative: 0.2)
      order = .made(
        points: points,
        isPrecise
          ? .init(least: least, most: most, precision: precision) : .init(times: most)
      )
      values = (0..<points).map { _ in
        let spread = Double.random(in: 0...1.5, using: &dice)
        return (0..<most).map { _ in
          Int.random(in: 0..<40, using: &dice) == 0
            ? nil : 10 * (1 + Double.random(in: -spread...spread, using: &dice))
        }
      }
    }

    func digest(_ place: RunPlace) -> RunDigest {
      let value = values[place.point][place.replication]
      // What has no value does not measure it, or halted before it knew.
      let isHalted = value == nil && place.replication % 2 == 0
      return .made(
        place.point,
        place.replication,
        value.map { ["x": $0] } ?? (isHalted ? ["x": 10] : [:]),
        ending: isHalted ? .halted("copies") : .complete
      )
    }

    /// How often a point is run, found in the slow way.
    func count(_ point: Int) -> Int {
      guard let precision = order.goal.precision else { return order.goal.most }
      let values = values[point].prefix { $0 != nil }.map { $0! }
      guard order.goal.least <= values.count else { return order.goal.most }
      for count in order.goal.least...values.count {
        let summary = SampleSummary(Array(values[..<count]))
        if summary.halfWidth()! <= precision.relative * summary.mean.magnitude { return count }
      }
      return order.goal.most
    }

    var needed: [RunPlace] {
      values.indices.flatMap { point in
        (0..<count(point)).map { RunPlace(point: point, replication: $0) }
      }
    }
  }

  /// Does a schedule with several workers, of whom a random one is done first; answers all it did.
  private func run(
    _ schedule: inout SweepSchedule,
    _ outcomes: Outcomes,
    workers: Int,
    _ dice: inout Dice,
    atMost limit: Int = .max
  ) -> [RunDigest] {
    var hands: [RunPlace?] = Array(repeating: nil, count: workers)
    var near: [Int?] = hands.map { _ in nil }
    var done: [RunDigest] = []
    while done.count < limit {
      for worker in hands.indices where hands[worker] == nil {
        hands[worker] = schedule.next(near: near[worker])
        near[worker] = hands[worker]?.point ?? near[worker]
      }
      let busy = hands.indices.filter { hands[$0] != nil }
      guard let worker = busy.randomElement(using: &dice) else { break }
      let digest = outcomes.digest(hands[worker]!)
      schedule.finish(digest)
      done.append(digest)
      hands[worker] = nil
    }
    return done
  }

  @Test("What counts is the same for any number of workers, whoever of them is faster")
  func independence() {
    for seed in UInt64(1)...300 {
      var dice = Dice(seed)
      let outcomes = Outcomes(&dice)
      let workers = Int.random(in: 1...9, using: &dice)
      var schedule = SweepSchedule(outcomes.order, lookahead: workers)
      let done = run(&schedule, outcomes, workers: workers, &dice)
      #expect(Set(done.map(\.place)).count == done.count, "nothing is done twice, seed \(seed)")
      #expect(schedule.missing.isEmpty, "seed \(seed)")
      #expect(!schedule.mayNeedMore)
      let result = SweepResult(outcomes.order, done.shuffled(using: &dice))
      #expect(result.digests.map(\.place) == outcomes.needed, "seed \(seed)")
      #expect(result.missing.isEmpty)
      for point in outcomes.order.points.indices {
        #expect(schedule.count(of: point) == outcomes.count(point), "seed \(seed)")
      }
      let excess = done.count - outcomes.needed.count
      #expect(excess <= (workers - 1) * outcomes.values.count, "seed \(seed)")
      if workers == 1 { #expect(excess == 0) }
    }
  }

  @Test("Parts in any number, each stopped and gone on with, make the whole")
  func parts() {
    for seed in UInt64(1)...200 {
      var dice = Dice(seed)
      let outcomes = Outcomes(&dice)
      let count = Int.random(in: 1...7, using: &dice)
      var all: [RunDigest] = []
      for number in 1...count {
        let share = SweepShare(number, of: count)
        var first = SweepSchedule(outcomes.order, share: share, lookahead: 2)
        let limit = Int.random(in: 0...30, using: &dice)
        let before = run(&first, outcomes, workers: 2, &dice, atMost: limit)
        var second = SweepSchedule(outcomes.order, share: share, lookahead: 3)
        for digest in before { second.finish(digest) }
        let after = run(&second, outcomes, workers: 3, &dice)
        #expect(
          (before + after).allSatisfy { share.owns($0.place, of: outcomes.order.goal) }
        )
        #expect(Set(before.map(\.place)).isDisjoint(with: after.map(\.place)))
        #expect(second.progress.done == second.progress.most, "seed \(seed)")
        all += before + after
      }
      let result = SweepResult(outcomes.order, all.shuffled(using: &dice))
      #expect(result.digests.map(\.place) == outcomes.needed, "seed \(seed)")
      #expect(result.missing.isEmpty, "seed \(seed)")
    }
  }

  @Test("Progress is what counting says, at every step")
  func progress() {
    for seed in UInt64(1)...60 {
      var dice = Dice(seed)
      let outcomes = Outcomes(&dice)
      let (order, share) = (outcomes.order, SweepShare(1, of: 2))
      var schedule = SweepSchedule(order, share: share, lookahead: 4)
      var done: Set<RunPlace> = []
      while let place = schedule.next() {
        schedule.finish(outcomes.digest(place))
        done.insert(place)
        let own = order.points.indices.flatMap { point in
          (0..<(schedule.count(of: point) ?? order.goal.most)).map {
            RunPlace(point: point, replication: $0)
          }
        }.filter { share.owns($0, of: order.goal) }
        let progress = schedule.progress
        #expect(progress.most == own.count, "seed \(seed)")
        #expect(progress.done == own.count { done.contains($0) }, "seed \(seed)")
      }
    }
  }

  @Test("A sweep that may run less often than before counts no more than it may")
  func fewer() {
    let precision = SweepOrder.Precision(measure: "x", relative: 0.001)
    let order = SweepOrder.made(points: 1, .init(least: 2, most: 5, precision: precision))
    let digests = (0..<40).map { RunDigest.made(0, $0, ["x": $0 < 5 ? Double($0) : 7]) }
    #expect(SweepResult(order, digests).digests.count == 5)
    #expect(SweepResult(.made(points: 1, .init(times: 7)), digests).digests.count == 7)
  }

  @Test("A worker stays at its point while there are runs, then takes one that nobody has begun")
  func nearness() {
    var schedule = SweepSchedule(.made(points: 3, .init(times: 2)))
    #expect(schedule.next() == RunPlace(point: 0, replication: 0))
    #expect(schedule.next() == RunPlace(point: 1, replication: 0))
    #expect(schedule.next(near: 0) == RunPlace(point: 0, replication: 1))
    #expect(schedule.next(near: 0) == RunPlace(point: 2, replication: 0))
    #expect(schedule.next(near: 0) == RunPlace(point: 1, replication: 1))
    #expect(schedule.next(near: 0) == RunPlace(point: 2, replication: 1))
    #expect(schedule.next(near: 0) == nil)
  }

  @Test("Every run belongs to one part, and the parts differ by one turn at most")
  func shares() {
    for (points, times, count) in [(1, 1, 1), (3, 4, 5), (7, 10, 4), (2, 3, 9), (10, 1, 3)] {
      let precise = SweepOrder.Precision(measure: "x", relative: 0.1)
      for goal in [
        SweepOrder.Goal(times: times),
        SweepOrder.Goal(least: 1, most: times, precision: precise),
      ] {
        let order = SweepOrder.made(points: points, goal)
        let places = (0..<points).flatMap { point in
          (0..<times).map { RunPlace(point: point, replication: $0) }
        }
        let shares = (1...count).map { SweepShare($0, of: count) }
        #expect(places.allSatisfy { place in shares.count { $0.owns(place, of: goal) } == 1 })
        let sizes = shares.map { share in places.count { share.owns($0, of: goal) } }
        #expect(sizes == shares.map { $0.runs(of: order) })
        #expect(sizes.max()! - sizes.min()! <= (goal.precision == nil ? 1 : times))
      }
    }
  }

  @Test("While it hangs on results how many runs a point needs, one more of it is missing at least")
  func undecided() {
    var seen = 0
    for seed in UInt64(1)...200 {
      var dice = Dice(seed)
      let outcomes = Outcomes(&dice)
      var schedule = SweepSchedule(outcomes.order, lookahead: 1)
      let limit = Int.random(in: 0...outcomes.needed.count, using: &dice)
      _ = run(&schedule, outcomes, workers: 1, &dice, atMost: limit)
      for point in outcomes.order.points.indices where schedule.count(of: point) == nil {
        seen += 1
        #expect(schedule.missing.contains { $0.point == point }, "seed \(seed)")
      }
    }
    #expect(seen > 50)
  }
}
