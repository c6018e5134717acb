import Kernel
import Plan
import Testing

@testable import Experiment

@Suite("Numbers, times and names as a sentence has them")
struct WordsTests {
  @Test("Numbers are parted in thousands and have the decimals that tell them")
  func numbers() {
    let table: [(Double, String)] = [
      (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (-1_234_567, "-1,234,567"),
      (2.54, "2.5"), (0.0312, "0.031"), (123.7, "124"),
    ]
    for (value, text) in table { #expect(Words.number(value) == text) }
    #expect(Words.bytes(1_023) == "1,023 bytes")
    #expect(Words.bytes(1_536) == "1.5 KiB")
    #expect(Words.bytes(-0x1p20) == "-1.0 MiB")
    #expect(Words.bytes(300 * 0x1p30) == "300 GiB")
    #expect(Words.share(999_999, of: 1_000_000) == "99.99 %")
    #expect(Words.share(1, of: 2) == "50 %")
  }

  @Test("Lengths have their two largest units, and times the calendar's day")
  func times() {
    let table: [(Interval, String)] = [
      (.seconds(1), "1 second"), (.seconds(119), "119 seconds"), (.minutes(5), "5 minutes"),
      (.hours(1), "1 hour"), (.minutes(90), "1 hour 30 minutes"),
      (.hours(76), "3 days 4 hours"), (.days(14), "14 days"),
    ]
    for (length, text) in table { #expect(Words.length(length) == text) }
    let calendar = Calendar(start: CivilDate(year: 1999, month: 12, day: 31)!)
    #expect(calendar.time(.start) == "Fri 31 Dec 1999 00:00")
    #expect(calendar.time(.start + .minutes(1_440 + 545)) == "Sat 1 Jan 2000 09:05")
  }

  @Test("Counters are spoken of by what they belong to")
  func counters() {
    #expect(
      CounterPath(#"HUB1\MSExchangeIMC\Queued Outbound"#)!.spoken
        == "Queued Outbound of MSExchangeIMC on HUB1"
    )
    #expect(
      CounterPath(#"Post Office(HQ/A)\Inbound Records"#)!.spoken
        == "Inbound Records of Post Office HQ/A"
    )
  }

  @Test("Work follows its hours, a week brings seven days of it, and time follows work back")
  func activity() {
    for start in Weekday.allCases {
      let office = Activity(.office, startingOn: start)
      #expect(office.work(atDays: 0) == 0)
      #expect((office.work(atDays: 14) - 14).magnitude < 1e-9)
      for step in 1..<400 {
        let day = Double(step) / 20
        #expect((office.days(atWork: office.work(atDays: day)) - day).magnitude < 1e-9)
        #expect(office.work(atDays: day) > office.work(atDays: day - 0.05))
      }
    }
    let monday = Activity(.office, startingOn: .monday)
    #expect(monday.pace(atDays: 0.4) > 15 * monday.pace(atDays: 5.4))
    #expect(Activity(meanOf: []) == .clock)
    #expect(Activity(meanOf: [monday, .clock]).pace(atDays: 0.1) > monday.pace(atDays: 0.1))
  }
}
