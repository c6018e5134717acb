import Kernel
import Plan
import Testing

@testable import Experiment

@Suite("How a counter moves")
struct MovementTests {
  @Test("At most one healthy counter in a hundred is said to rise, and one to fall")
  func falseAlarms() {
    let count = 1_000
    var counts: [Trend?: Int] = [:]
    for seed in 0..<count {
      var stream = chance("healthy", seed)
      let weather = Weather.any(&stream)
      counts[weather.movement(weather.samples(&stream))?.trend, default: 0] += 1
    }
    #expect(counts[.rising, default: 0] <= count / 100)
    #expect(counts[.falling, default: 0] <= count / 100)
  }

  @Test("A counter that is merely noisy, with or without office hours, stays level")
  func level() {
    var isLevel = 0
    for seed in 0..<300 {
      var stream = chance("level", seed)
      var weather = Weather.any(&stream)
      weather.shape = seed % 2 == 0 ? .flat : .missing
      if weather.movement(weather.samples(&stream))?.trend == .level { isLevel += 1 }
    }
    #expect(isLevel >= 294)
  }

  @Test(
    "A leak of the size of its noise in a day is found, whatever the hours and the first weekday",
    arguments: [(5.0, 40.0), (7, 30), (14, 15), (30, 8)]
  )
  func slowLeaks(days: Double, perDay: Double) {
    for isByOffice in [true, false] {
      var found = 0
      for seed in 0..<35 {
        var stream = chance("slow", seed)
        let weather = Weather(
          days: days,
          minutes: 30,
          memoryHours: 0.5,
          cycle: seed % 3 == 0 ? 20 : 0,
          start: Weekday(rawValue: seed % 7)!,
          shape: .flat
        )
        let office = isByOffice ? Activity(.office, startingOn: weather.start) : .clock
        let samples = weather.samples(&stream) { perDay * office.work(atDays: $0) }
        if weather.movement(samples)?.trend == .rising { found += 1 }
      }
      #expect(found >= 29, "\(days) days at \(perDay), by office hours: \(isByOffice)")
    }
  }

  @Test(
    "A leak that starts after a quarter of the time rises; one that ends before the last does not"
  )
  func partial() {
    for seed in 0..<20 {
      var stream = chance("partial", seed)
      let weather = Weather(
        days: 14,
        minutes: 15,
        memoryHours: 0.5,
        cycle: 20,
        start: .monday,
        shape: .flat
      )
      let late = weather.samples(&stream) { 40 * max(0, $0 - 3.5) }
      let ended = weather.samples(&stream) { 40 * min(8, $0) }
      #expect(weather.movement(late)?.trend == .rising, "seed \(seed)")
      #expect(weather.movement(ended)?.trend == nil, "seed \(seed)")
    }
  }

  @Test("What rises falls when it is turned over, and neither is level")
  func mirrored() {
    for seed in 0..<50 {
      var stream = chance("mirrored", seed)
      let weather = Weather.any(&stream)
      let samples = weather.samples(&stream) { (seed % 2 == 0 ? 30 : 0) * $0 }
      let turned = Samples(
        days: samples.days,
        values: samples.values.map { -$0 },
        step: samples.step
      )
      let mirror: [Trend?: Trend?] = [.rising: .falling, .falling: .rising, .level: .level]
      let trend = weather.movement(samples)?.trend
      #expect(weather.movement(turned)?.trend == mirror[trend] ?? nil, "seed \(seed)")
    }
  }

  @Test("A scale and an offset change nothing but the rate")
  func scaled() {
    for seed in 0..<30 {
      var stream = chance("scaled", seed)
      let weather = Weather.any(&stream)
      let samples = weather.samples(&stream) { (seed % 2 == 0 ? 30 : 0) * $0 }
      let other = Samples(
        days: samples.days,
        values: samples.values.map { $0 * 4096 + 8 },
        step: samples.step
      )
      let (plain, scaled) = (weather.movement(samples)!, weather.movement(other)!)
      #expect(plain.trend == scaled.trend, "seed \(seed)")
      #expect(
        (scaled.perDay / 4096 - plain.perDay).magnitude < 1e-6 * max(1, plain.perDay.magnitude)
      )
    }
  }

  @Test("A straight climb has its slope, its ends and its length")
  func straight() throws {
    let days = (0..<480).map { Double($0) / 48 }
    let samples = Samples(days: days, values: days.map { 100 + 50 * $0 }, step: 1 / 48.0)
    let movement = try #require(Movement(samples, startingOn: .monday, activity: .clock))
    #expect((movement.perDay - 50).magnitude < 0.5)
    #expect(movement.trend == .rising)
    #expect(movement.length == 10)
    #expect(movement.first == 100 && movement.last == samples.values.last)
  }

  @Test(
    "What climbs in its last third alone, or by one step, or to a plateau within days, is not rising"
  )
  func notRising() {
    func trend(_ length: Double, _ value: (Double) -> Double) -> Trend? {
      let days = (0..<Int(length * 96)).map { Double($0) / 96 }
      let samples = Samples(days: days, values: days.map(value), step: 1 / 96.0)
      return Movement(samples, startingOn: .monday, activity: .clock)?.trend
    }
    #expect(trend(1.9) { 100 * max(0, $0 - 1.3) } != .rising)
    #expect(trend(14) { 12 * $0 + ($0 < 5 ? 0 : 150) } != .rising)
    #expect(trend(14) { 12 * $0 + ($0 < 5 ? 0 : 20) } == .rising)
    var alarms = 0
    for seed in 0..<100 {
      var stream = chance("plateaus", seed)
      let weather = Weather(
        days: 2,
        minutes: 10,
        memoryHours: 0.5,
        cycle: 0,
        start: .tuesday,
        shape: .plateau
      )
      if weather.movement(weather.samples(&stream))?.trend == .rising { alarms += 1 }
    }
    #expect(alarms <= 1)
  }

  @Test("Noise alone, however it lasts, moves once in a hundred at most")
  func noise() {
    var moved = 0
    for seed in 0..<400 {
      var stream = chance("noise", seed)
      let weather = Weather(
        days: [2, 5, 14][seed % 3],
        minutes: 20,
        memoryHours: [0, 1][seed % 2],
        cycle: 0,
        start: .monday,
        shape: .flat
      )
      if weather.movement(weather.samples(&stream))?.trend != .level { moved += 1 }
    }
    #expect(moved <= 4)
  }

  @Test("Constants are level, and fewer than eight stretches are nothing")
  func few() {
    let days = (0..<40).map { Double($0) / 4 }
    let constant = Samples(days: days, values: days.map { _ in 7 }, step: 0.25)
    #expect(Movement(constant, startingOn: .monday, activity: .clock)?.trend == .level)
    let few = Samples(days: [0, 1, 2, 3, 4, 5, 6], values: [1, 2, 3, 4, 5, 6, 7], step: 1)
    #expect(Movement(few, startingOn: .monday, activity: .clock) == nil)
    let none = Samples(days: [], values: [], step: 1)
    #expect(Movement(none, startingOn: .monday, activity: .clock) == nil)
  }
}
