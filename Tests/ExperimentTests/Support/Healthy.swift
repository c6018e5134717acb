import Kernel
import Plan

@testable import Experiment

/// Counters of all kinds that are in good health, and such that leak.
struct Weather {
  var days: Double
  var minutes: Double
  /// Over how many hours values resemble each other.
  var memoryHours: Double
  var noise = 4.0
  /// How much higher it is in office hours.
  var cycle: Double
  var start: Weekday
  var shape: Shape

  enum Shape: CaseIterable { case flat, plateau, step, missing, outage }

  /// Any of the healthy ones, of two days or more.
  static func any(_ stream: inout RandomStream) -> Weather {
    let lengths: [(Double, Double)] = [(2, 5), (3, 10), (5, 5), (7, 15), (14, 15), (30, 60)]
    let (days, minutes) = lengths[Int(stream.integer(below: 6))]
    return Weather(
      days: days,
      minutes: minutes,
      memoryHours: [0, 0.5, 1, 2][Int(stream.integer(below: 4))],
      cycle: [0, 10, 40, 200][Int(stream.integer(below: 4))],
      start: Weekday(rawValue: Int(stream.integer(below: 7)))!,
      shape: Shape.allCases[Int(stream.integer(below: 5))]
    )
  }

  /// Its values, with something added.
  func samples(
    _ stream: inout RandomStream,
    plus added: (Double) -> Double = { _ in 0 }
  ) -> Samples {
    let step = minutes / 1_440
    let office = Activity(.office, startingOn: start)
    let keep = memoryHours == 0 ? 0 : Arithmetic.exp(-minutes / 60 / memoryHours)
    let (height, when) = (10 + 90 * stream.uniform(), stream.uniform() * days)
    let away = stream.uniform() * days * 0.1
    var state = stream.normal()
    var (times, values): ([Double], [Double]) = ([], [])
    for index in 0..<Int(days / step) {
      let day = Double(index) * step
      state = keep * state + (1 - keep * keep).squareRoot() * stream.normal()
      var value = 400 + noise * state + (office.pace(atDays: day) > 1 ? cycle : 0) + added(day)
      switch shape {
      case .flat: break
      case .plateau: value += height * (1 - Arithmetic.exp(-day / (days * 0.08)))
      case .step: if day > when { value += height / 4 }
      case .missing: if day >= when, day < when + away { continue }
      case .outage:
        if day >= when, day < when + away / 4 { continue }
        // Its cache has to fill again.
        if day >= when { value -= height * Arithmetic.exp(-(day - when) * 24) }
      }
      times.append(day)
      values.append(value.rounded())
    }
    return Samples(days: times, values: values, step: step)
  }

  /// How they move, as a judge would see it.
  func movement(_ samples: Samples) -> Movement? {
    Movement(samples, startingOn: start, activity: Activity(.office, startingOn: start))
  }
}
