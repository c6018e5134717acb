import Kernel
import Plan
import Testing

@testable import Experiment

@Suite("When a limit is met")
struct ForecastTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let isByOffice: Bool
    let perDay: Double
    let capacity: Double
    let minutes: Double
    /// How much each time takes.
    let size: @Sendable (inout RandomStream) -> Double
  }

  static let cases: [Case] = [
    Case(
      testDescription: "one each, in office hours",
      isByOffice: true,
      perDay: 140,
      capacity: 2_000,
      minutes: 15
    ) { _ in 1 },
    Case(
      testDescription: "one each, day and night",
      isByOffice: false,
      perDay: 144,
      capacity: 3_000,
      minutes: 10
    ) { _ in 1 },
    Case(
      testDescription: "bytes by size, in office hours",
      isByOffice: true,
      perDay: 140,
      capacity: 2_000,
      minutes: 15
    ) { Arithmetic.exp(0.9 * $0.normal() - 0.4) },
    Case(
      testDescription: "one to three each, in office hours",
      isByOffice: true,
      perDay: 80,
      capacity: 3_000,
      minutes: 30
    ) { 1 + Double($0.integer(below: 3)) },
  ]

  @Test(
    "Made at half the time, the interval holds the true one in 85 to 95 of 100, and is narrow",
    arguments: cases
  )
  func coverage(_ leak: Case) throws {
    let count = 200
    var (held, widths) = (0, [Double]())
    for seed in 0..<count {
      var stream = chance(leak.testDescription, seed)
      let start = Weekday(rawValue: seed % 7)!
      let office = Activity(.office, startingOn: start)
      let pace = leak.isByOffice ? office : .clock
      var (work, sum) = (0.0, 0.0)
      var steps: [(day: Double, sum: Double)] = []
      while sum < leak.capacity {
        work += stream.exponential() / leak.perDay
        sum += leak.size(&stream)
        steps.append((pace.days(atWork: work), sum))
      }
      let (end, half) = (steps.last!.day, steps.last!.day / 2)
      let growth = Self.growth(steps, until: half, every: leak.minutes / 1_440)
      let forecast = try #require(Forecast(growth, activities: [office]))
      let taken = steps.last { $0.day <= half }!.sum
      let time = try #require(forecast.time(of: leak.capacity - taken))
      #expect(time.low <= time.value && time.value <= time.high)
      if time.low <= end * 86_400, end * 86_400 <= time.high { held += 1 }
      widths.append((time.high - time.low) / 2 / (half * 86_400))
    }
    // 85 and 95 of 100, and what chance adds to 200 of them.
    #expect((count * 82 / 100...count * 97 / 100).contains(held), "\(held) of \(count)")
    #expect(widths.median < 0.15)
  }

  static func growth(
    _ steps: [(day: Double, sum: Double)],
    until end: Double,
    every step: Double
  ) -> Growth {
    var (days, taken) = ([Double](), [Double]())
    var (next, sum, day) = (0, 0.0, 0.0)
    while day <= end {
      while next < steps.count, steps[next].day <= day { (sum, next) = (steps[next].sum, next + 1) }
      days.append(day)
      taken.append(sum)
      day += step
    }
    while next < steps.count, steps[next].day <= end { (sum, next) = (steps[next].sum, next + 1) }
    return Growth(days: days + [end], taken: taken + [sum])
  }

  @Test("What comes by the clock comes when it must")
  func regular() throws {
    let steps = (1...1_440).map { (day: Double($0) / 144, sum: Double($0)) }
    let growth = Self.growth(steps, until: 10, every: 1 / 144.0)
    let forecast = try #require(Forecast(growth, activities: []))
    let time = try #require(forecast.time(of: 1_440))
    #expect((time.value / 86_400 - 20).magnitude < 0.02)
    #expect(time.high - time.low < 86_400 * 0.2)
    #expect((forecast.perDay.value - 144).magnitude < 0.5)
  }

  @Test("A leak of office hours passes over nights and week-ends")
  func overTheWeekend() throws {
    let office = Activity(.office, startingOn: .monday)
    // From Monday to Friday evening; the rest comes within two more working days.
    let steps = (1...4_000).map { (day: office.days(atWork: Double($0) / 600), sum: Double($0)) }
    let growth = Self.growth(steps, until: 4.75, every: 1 / 96.0)
    let taken = growth.taken.last!
    let forecast = try #require(Forecast(growth, activities: [office]))
    let day = try #require(forecast.time(of: taken / 5)).value / 86_400
    #expect((7.3...7.8).contains(day), "Monday, and not Saturday: \(day)")
  }

  @Test("After a change of pace the later half counts")
  func changed() throws {
    var stream = chance("changed", 1)
    var steps: [(day: Double, sum: Double)] = []
    var day = 0.0
    while day < 10 {
      day += stream.exponential() / (day < 5 ? 20 : 400)
      steps.append((day, Double(steps.count + 1)))
    }
    let growth = Self.growth(steps, until: 10, every: 1 / 96.0)
    let forecast = try #require(Forecast(growth, activities: []))
    #expect((370...430).contains(forecast.perDay.value))
  }

  @Test("Without growth there is no forecast, and with three pieces no time")
  func nothing() {
    let days = (0..<100).map(Double.init)
    #expect(Forecast(Growth(days: days, taken: days.map { _ in 0 }), activities: []) == nil)
    let rare = Growth(days: days, taken: days.map { $0 < 50 ? 0 : $0 < 99 ? 1 : 2 })
    #expect(Forecast(rare, activities: [])?.time(of: 1_000) == nil)
  }
}
