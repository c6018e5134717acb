import Kernel
import Plan
import Testing

@testable import Experiment

@Suite("Work that is carried by somebody who can do only so much")
struct CarriedActivityTests {
  private static let office = Activity(.office, startingOn: .monday)

  @Test(
    "Carried minute by minute, as much has been carried at each time",
    arguments: [1.02, 1.2, 1.5, 2, 2.5, 3]
  )
  func twin(capacity: Double) {
    let carried = Self.office.carried(atMost: capacity)
    var (waiting, done) = (0.0, 0.0)
    let step = 1 / 1_440.0
    // The first weeks bring the queue that a week begins with.
    var start = 0.0
    for minute in 0..<(28 * 1_440) {
      let day = Double(minute) * step
      if minute == 14 * 1_440 { start = done }
      waiting += Self.office.work(atDays: day + step) - Self.office.work(atDays: day)
      let part = min(waiting, capacity * step)
      waiting -= part
      done += part
      guard minute >= 14 * 1_440, minute % 30 == 29 else { continue }
      let expected = carried.work(atDays: day + step) - 14
      #expect((done - start - expected).magnitude < 0.005, "\(capacity), \(day)")
    }
  }

  @Test("Somebody who is fast enough changes nothing, and who never rests keeps the clock's pace")
  func ends() {
    let all = Self.office.carried(atMost: Self.office.busiest + 0.01)
    let clock = Self.office.carried(atMost: 1)
    for hour in 0..<(2 * 168) {
      let day = Double(hour) / 24
      #expect((all.work(atDays: day) - Self.office.work(atDays: day)).magnitude < 1e-9)
      // He begins with what was left at the week's end.
      #expect(hour < 48 || (clock.pace(atDays: day) - 1).magnitude < 1e-9, "\(day)")
    }
  }

  @Test("A week brings seven days' work, and nobody works faster than he can")
  func bounds() {
    for step in 1...20 {
      let capacity = 1 + Double(step) / 8
      let carried = Self.office.carried(atMost: capacity)
      #expect((carried.work(atDays: 7) - 7).magnitude < 1e-9)
      #expect(carried.busiest <= capacity + 1e-9)
    }
    #expect(Activity.clock.busiest == 1)
  }
}
