import Kernel
import Testing

@Suite("Civil dates")
struct CivilDateTests {
  @Test("Every day from 1601 to 2400 follows the day before it, in date and weekday")
  func everyDay() throws {
    var day = try #require(CivilDate(year: 1601, month: 1, day: 1))
    #expect(day.weekday == 0)
    var expected = (year: 1601, month: 1, day: 1)
    while expected.year <= 2400 {
      let parts = day.parts
      guard parts == expected,
        CivilDate(year: parts.year, month: parts.month, day: parts.day) == day
      else {
        Issue.record("\(expected) came out as \(parts)")
        return
      }
      expected.day += 1
      if expected.day > CivilDate.days(inMonth: expected.month, of: expected.year) {
        expected = (expected.year, expected.month + 1, 1)
        if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
      }
      let next = day + 1
      guard next.weekday == (day.weekday + 1) % 7, day < next else {
        Issue.record("the weekday after \(day) is \(next.weekday)")
        return
      }
      day = next
    }
  }

  @Test(
    "Days whose weekday is known",
    arguments: [
      (1970, 1, 1, 3, 0), (1998, 3, 2, 0, 10_287), (2000, 2, 29, 1, 11_016),
      (1999, 12, 31, 4, 10_956),
    ]
  )
  func knownDays(_ year: Int, _ month: Int, _ day: Int, weekday: Int, number: Int) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(date.weekday == weekday)
    #expect(date.dayNumber == number)
  }

  @Test(
    "What no calendar has is refused",
    arguments: [
      (1999, 2, 29), (1900, 2, 29), (1998, 4, 31), (1998, 0, 1), (1998, 13, 1), (1600, 1, 1),
    ]
  )
  func refused(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test("A date is written with the month's short name")
  func written() {
    #expect(CivilDate(year: 1998, month: 3, day: 2)?.description == "2 Mar 1998")
  }
}
