import Kernel
import Testing

@Suite("Civil dates")
struct CivilDateTests {
  @Test("Every day from 1600 to 2400 follows the day before it, in date, weekday and number")
  func everyDay() throws {
    let first = try #require(CivilDate(year: 1600, month: 1, day: 1))
    #expect(first.weekday == .saturday)
    var day = first
    var expected = (year: 1600, month: 1, day: 1)
    var number = 0
    while expected.year <= 2400 {
      guard (day.year, day.month, day.day) == expected, day.days(since: first) == number,
        first.advanced(byDays: number) == day
      else {
        Issue.record("\(expected) came out as \(day)")
        return
      }
      expected.day += 1
      if expected.day > CivilDate.days(inMonth: expected.month, of: expected.year) {
        expected = (expected.year, expected.month + 1, 1)
        if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
      }
      let next = day.advanced(byDays: 1)
      guard next.weekday.rawValue == (day.weekday.rawValue + 1) % 7, day < next,
        next.advanced(byDays: -1) == day
      else {
        Issue.record("the day after \(day) is \(next)")
        return
      }
      day = next
      number += 1
    }
  }

  @Test(
    "Days whose weekday and number since 1970 are known",
    arguments: [
      (1970, 1, 1, Weekday.thursday, 0), (1998, 3, 2, .monday, 10_287),
      (2000, 2, 29, .tuesday, 11_016), (1999, 12, 31, .friday, 10_956),
      (1969, 12, 31, .wednesday, -1),
    ]
  )
  func knownDays(_ year: Int, _ month: Int, _ day: Int, weekday: Weekday, number: Int) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    let origin = try #require(CivilDate(year: 1970, month: 1, day: 1))
    #expect(date.weekday == weekday)
    #expect(date.days(since: origin) == number)
  }

  @Test(
    "What no calendar has is refused",
    arguments: [
      (1999, 2, 29), (1900, 2, 29), (1998, 4, 31), (1998, 0, 1), (1998, 13, 1), (1998, 1, 0),
    ]
  )
  func refused(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }
}
