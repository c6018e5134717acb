import Kernel
import Plan
import Record
import Testing

@testable import Experiment

@Suite("What others hold on the way to a limit")
struct OthersTests {
  private static let perDay = 96

  /// Growth by the clock, and others who hold the same at the same time of each day.
  private static func scene(
    _ rate: Double,
    _ pattern: [Double],
    capacity: Int64,
    isBytes: Bool
  ) -> Scene {
    var scene = Scene()
    func others(_ day: Double) -> Double {
      pattern[Int((day * Double(perDay)).rounded()) % perDay]
    }
    let own = scene.keep(#"HUB1\Q1\handles"#, .attribution) { rate * $0 }
    let all = scene.keep(#"HUB1\all"#, .held) { rate * $0 + others($0) }
    let held = Int64(rate * 14)
    let limit = Leak.limit(capacity, amount: held + Int64(others(14)), series: all)
    scene.defects = [Leak.defect([])]
    let taking = DefectRecord.Taking(
      resource: "handles",
      isBytes: isBytes,
      holder: "services.exe",
      amount: held,
      taken: held,
      series: own,
      limit: limit
    )
    scene.found = [Leak.found(takings: [taking])]
    return scene
  }

  /// The bin in which the limit is met where each comes after the other.
  private static func met(
    _ rate: Double,
    _ pattern: [Double],
    capacity: Double,
    isFull: Bool
  ) -> Double {
    var bin = 14 * perDay + 1
    var holds = pattern[14 * perDay % perDay]
    while true {
      let (before, after) = (Double(bin - 1) / Double(perDay), Double(bin) / Double(perDay))
      let wanted = pattern[bin % perDay]
      if !isFull || rate * before + wanted < capacity { holds = wanted }
      if rate * after + holds >= capacity { return after }
      bin += 1
    }
  }

  @Test("It is met when it must be, where each day is like the other", arguments: 0..<40)
  func crossing(seed: Int) throws {
    var stream = chance("others", seed)
    let isBytes = seed % 2 == 1
    let pattern = (0..<Self.perDay).map { _ in (stream.uniform() * 800).rounded() }
    let rate = 200 + stream.uniform() * 600
    let capacity = rate * (16 + stream.uniform() * 20) + 800
    let scene = Self.scene(rate, pattern, capacity: Int64(capacity), isBytes: isBytes)
    let expected = try #require(scene.result.findings[0].outlooks[0].steps[0].expected)
    let value = expected.value / 86_400
    // What was counted in whole pieces is known to a piece.
    let all = [-4, 0, 4].map {
      Self.met(rate, pattern, capacity: capacity + $0, isFull: isBytes)
    }
    let (first, last) = (all.min()!, all.max()!)
    let bins = 2 / Double(Self.perDay)
    #expect((first - bins...last + bins).contains(value), "seed \(seed): \(first) \(value) \(last)")
    #expect(expected.low / 86_400 <= last && first <= expected.high / 86_400, "seed \(seed)")
  }

  @Test("Of others that nobody watched, what they hold at the end is all that is known")
  func unwatched() throws {
    var scene = Scene()
    let own = scene.keep(#"HUB1\Q1\handles"#, .attribution) { 100 * $0 }
    let limit = Leak.limit(4_000, amount: 1_600, series: nil)
    scene.defects = [Leak.defect([])]
    scene.found = [Leak.found(takings: [Leak.taking(amount: 1_400, series: own, limit: limit)])]
    let day = try #require(scene.result.findings[0].outlooks[0].steps[0].expected).value / 86_400
    #expect((day - 38).magnitude < 0.05, "\(day)")
  }

  /// What others hold that is seen in bins of two samples, an hour each, over two weeks from a Monday.
  private static func others(
    _ activity: Activity,
    _ held: (Int) -> (least: Int64, greatest: Int64)
  ) -> Others {
    let bins = (0..<14 * 24).map { hour -> SeriesRecord.Bin? in
      let (least, greatest) = held(hour)
      return .init(
        count: 2,
        first: greatest,
        least: least,
        greatest: greatest,
        mean: Double(least + greatest) / 2,
        last: least
      )
    }
    var scene = Scene()
    scene.sampleMinutes = 60
    let path = CounterPath(#"HUB1\all"#)!
    scene.add(.init(path: path, kind: .held, divisor: 1, bins: bins))
    let limit = Leak.limit(10_000, amount: held(14 * 24 - 1).least, series: 0)
    return Others(limit, besides: [], in: scene.record, activity)
  }

  /// A hundred a day, without fail.
  private static let reading = Reading(
    Growth(days: (0...336).map { Double($0) / 24 }, taken: (0...336).map { Double($0) / 0.24 }),
    following: .clock
  )!

  @Test("A working day comes again as a working day, and a free one as a free one")
  func weekdays() {
    let office = Activity(.office, startingOn: .monday)
    let others = Self.others(office) { hour in hour / 24 % 7 < 5 ? (700, 700) : (0, 0) }
    // On Saturday 530 have grown, and nobody holds anything; on Monday 700 have.
    let need = others.need(1_230, isFull: false, Self.reading)
    #expect((need.amount - 700).magnitude < 10, "\(need)")
    #expect(need.variance < 100, "\(need)")
    #expect((need.grain - 1 / 24.0).magnitude < 1e-9)
    let any = Self.others(.clock) { hour in hour / 24 % 7 < 5 ? (700, 700) : (0, 0) }
    #expect(any.need(1_230, isFull: false, Self.reading).variance > 1_000)
  }

  @Test("What a restart frees was never held by others", arguments: [15.0, 600])
  func freed(sampleMinutes: Double) throws {
    var scene = Scene()
    scene.sampleMinutes = sampleMinutes
    func own(_ day: Double) -> Double { 500 * (day < 9.1 ? day : day - 9.1) }
    let place = scene.keep(#"HUB1\Q1\handles"#, .attribution, own)
    // The most since the sample before: before the restart as much as there ever was.
    let step = sampleMinutes / 1_440
    let all = scene.keep(#"HUB1\all"#, .held) { day in
      200 + (day >= 9.1 && day - step < 9.1 ? 500 * 9.1 : own(day))
    }
    let limit = Leak.limit(10_000, amount: 2_650, series: all)
    scene.defects = [Leak.defect([])]
    scene.found = [
      Leak.found(takings: [Leak.taking(amount: 2_450, taken: 7_000, series: place, limit: limit)])
    ]
    let day = try #require(scene.result.findings[0].outlooks[0].steps[0].expected).value / 86_400
    // 7,350 more at 500 a day, or what was left of the bin in which it began anew.
    #expect((day - 14 - 14.7).magnitude < 1.2 + step, "\(day)")
  }

  @Test("What others hold for a moment meets a limit, and how days differ is uncertain")
  func moments() {
    let others = Self.others(.clock) { _ in (100, 150) }
    #expect((others.swing - 50).magnitude < 1e-9)
    #expect((others.need(1_000, isFull: false, Self.reading).amount - 850).magnitude < 5)
    // Each of seven days holds its own; whichever comes when 500 have grown decides.
    let apart = Self.others(.clock) { hour in (0, Int64(hour / 24 % 7) * 20) }
    let need = apart.need(560, isFull: false, Self.reading)
    #expect((440...560).contains(need.amount) && (50...2_500).contains(need.variance), "\(need)")
  }
}
