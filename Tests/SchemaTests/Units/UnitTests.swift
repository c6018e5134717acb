import Kernel
import Testing

@testable import Schema

@Suite("Units")
struct UnitTests {
  @Test("a value is written in the shortest usual way")
  func writing() {
    #expect(Shape.duration.text(of: .seconds(5_400)) == "1h 30m")
    #expect(Shape.duration.text(of: .days(14)) == "2w")
    #expect(Shape.duration.text(of: .days(5)) == "5d")
    #expect(Shape.duration.text(of: Interval(ticks: 10_001)) == "1.0001ms")
    #expect(Shape.size.text(of: 1_536 << 20) == "1.5 GiB")
    #expect(Shape.size.text(of: 1_000_000) == "1000000 B")
    #expect("\(Rate(4_000, per: .day, each: "mailbox"))" == "4000/mailbox/day")
    #expect("\(Share(percent: 30))" == "30%")
    #expect("\(Share(billionths: 5_000_001))" == "0.5000001%")
    #expect(
      "\(TimeRange(TimeOfDay(minutes: 480), to: TimeOfDay(minutes: 1_110)))" == "8 am to 6:30 pm"
    )
    #expect(
      "\(Moment.at(CivilDate(year: 1998, month: 3, day: 5)!, TimeOfDay(minutes: 600)))"
        == "5 Mar 1998 10 am"
    )
  }

  @Test("a value is exactly what is written")
  func exactness() {
    #expect(parsed(.duration, "0.0000001s").value == Interval(ticks: 1))
    #expect(parsed(.duration, "1.5h").value == .minutes(90))
    #expect(parsed(.duration, "1w 2d 3h 4m 5s 6.7ms").value?.ticks == 7_886_450_067_000)
    #expect(parsed(.size, "1.5 GiB").value == 3 << 29)
    #expect(parsed(.size, "0.1 KiB").value == 102)
    #expect(parsed(.share, "0.5%").value == Share(billionths: 5_000_000))
    #expect(parsed(.rate, "0.1/minute").value?.millionths == 100_000)
  }

  @Test("a duration names each unit once at most, the longest first")
  func order() {
    let words = DurationUnit.all.map(\.word)
    for (first, one) in words.enumerated() {
      for (second, other) in words.enumerated() {
        let isRead = parsed(.duration, "1\(one) 1\(other)").value != nil
        #expect(isRead == (first < second), "1\(one) 1\(other)")
      }
    }
  }

  @Test("one in a second is the same in every unit of time")
  func rates() {
    for text in ["1/second", "60/minute", "3600/hour", "86400/day", "604800/week"] {
      #expect(parsed(.rate, text).value?.perSecond == 1, "\(text)")
    }
  }

  @Test("what is rounded to whole numbers is so to the nearest one, halves up")
  func rounding() {
    for digits in UInt128(0)..<100 {
      let number = DecimalNumber(digits: digits, decimals: 1)
      #expect(number.rounded(scale: 1) == UInt64((digits + 5) / 10), "\(number)")
      #expect(number.scaled(by: 1) == (digits % 10 == 0 ? UInt64(digits / 10) : nil), "\(number)")
    }
  }

  @Test("written values are read back as themselves, however large")
  func roundTrips() {
    var chance = Chance(55)
    for _ in 0..<3_000 {
      let ticks = chance.next() >> UInt64(2 + chance.below(60))
      let interval = Interval(ticks: ticks)
      #expect(parsed(.duration, Shape.duration.text(of: interval)).value == interval)
      let bytes = Int(chance.next() >> UInt64(15 + chance.below(40)))
      #expect(parsed(.size, Shape.size.text(of: bytes)).value == bytes)
    }
  }

  @Test("every minute of the day and every pair of quarter hours is read back")
  func times() {
    for minutes in 0..<1_440 {
      let time = TimeOfDay(minutes: minutes)
      #expect(parsed(.timeOfDay, "\(time)").value == time)
    }
    for from in stride(from: 0, to: 1_440, by: 105) {
      for to in stride(from: 0, to: 1_440, by: 75) {
        let range = TimeRange(TimeOfDay(minutes: from), to: TimeOfDay(minutes: to))
        #expect(parsed(.timeRange, "\(range)").value == range)
        #expect(range.minutes == (to > from ? to - from : to - from + 1_440))
      }
    }
  }

  @Test("the days that are read are the days that there are")
  func dates() throws {
    let regex = try Regex("^\(DateGrammar.pattern)$")
    for year in [1980, 1999, 2000, 2001, 2004, 2096, 2099] {
      for month in 1...12 {
        for day in 0...32 {
          let text = "\(day) \(DateGrammar.months[month - 1]) \(year)"
          let date = CivilDate(year: year, month: month, day: day)
          #expect(parsed(.date, text).value == date)
          #expect((text.wholeMatch(of: regex) != nil) == (date != nil), "\(text)")
        }
      }
    }
  }

  @Test(
    "what people write instead is answered with what to write",
    arguments: [
      ("size", "256", "unit-missing", "256 MiB"), ("size", "256MB", "unit-unknown", "256 MiB"),
      ("size", "6 K", "unit-unknown", "6 KiB"), ("size", "10 bytes", "unit-unknown", "10 B"),
      ("size", "268435456", "unit-missing", "256 MiB"), ("size", "1.5 B", "wrong-form", ""),
      ("duration", "5", "unit-missing", "5s"), ("duration", "5 min", "unit-unknown", "5m"),
      ("duration", "2 hours", "unit-unknown", "2h"),
      ("duration", "0.00000001s", "out-of-range", ""),
      ("duration", "1,000s", "wrong-form", "1000s"),
      ("size", "1_024 MiB", "wrong-form", "1024 MiB"),
      ("duration", "0.00001ms", "out-of-range", ""), ("duration", "30m 1h", "wrong-form", ""),
      ("duration", "5 parsecs", "unit-unknown", ""), ("duration", "1000000w", "out-of-range", ""),
      ("rate", "4000", "unit-missing", "4000/day"),
      ("rate", "4000 per day", "unit-unknown", "4000/day"),
      ("rate", "4,000/day", "wrong-form", "4000/day"),
      ("rate", "10/min", "unit-unknown", "10/minute"),
      ("rate", "10/mailbux/day", "unknown-word", "10/mailbox/day"),
      ("rate", "10/mailbox/d", "unit-unknown", "10/mailbox/day"),
      ("share", "30", "unit-missing", "30%"), ("share", "0.3", "unit-missing", "30%"),
      ("share", "30 percent", "unit-unknown", "30%"), ("share", "101%", "out-of-range", ""),
      ("share", "0.00000001%", "wrong-form", ""), ("share", "1.00000000%", "wrong-form", ""),
      ("time", "18:30", "wrong-form", "6:30 pm"), ("time", "12 am", "wrong-form", "midnight"),
      ("time", "12 pm", "wrong-form", "noon"), ("time", "8am", "wrong-form", "8 am"),
      ("time", "08:00", "wrong-form", "8 am"), ("time", "25:00", "wrong-form", ""),
      ("range", "8-18", "wrong-form", "8 am to 6 pm"),
      ("range", "08:00 - 18:30", "wrong-form", "8 am to 6:30 pm"),
      ("date", "1998-03-02", "wrong-form", "2 Mar 1998"),
      ("date", "March 2, 1998", "wrong-form", "2 Mar 1998"),
      ("date", "30 Feb 1998", "out-of-range", ""),
      ("date", "2 mar 1998", "wrong-form", "2 Mar 1998"),
      ("moment", "30", "unit-missing", "30s"), ("moment", "1998-03-02", "wrong-form", "2 Mar 1998"),
      ("moment", "2 Mar 1998", "wrong-form", "2 Mar 1998 midnight"),
      ("moment", "2 Mar 1998 18:30", "wrong-form", "2 Mar 1998 6:30 pm"),
      ("whole", "1,000", "wrong-form", "1000"), ("whole", "007", "wrong-form", "7"),
      ("whole", "-1", "wrong-form", ""), ("whole", "five", "wrong-form", ""),
      ("flag", "yes", "unknown-word", "true"), ("flag", "Off", "unknown-word", "false"),
    ]
  )
  func mistakes(_ shape: String, _ text: String, _ code: String, _ fix: String) throws {
    let diagnostics =
      switch shape {
      case "size": parsed(.size, text).diagnostics
      case "duration": parsed(.duration, text).diagnostics
      case "rate": parsed(.rate(each: ["mailbox", "user"]), text).diagnostics
      case "share": parsed(.share, text).diagnostics
      case "time": parsed(.timeOfDay, text).diagnostics
      case "range": parsed(.timeRange, text).diagnostics
      case "date": parsed(.date, text).diagnostics
      case "moment": parsed(.moment, text).diagnostics
      case "whole": parsed(.whole, text).diagnostics
      default: parsed(.flag, text).diagnostics
      }
    let only = try #require(diagnostics.count == 1 ? diagnostics[0] : nil)
    #expect(only.rule.code == code)
    #expect(only.fixes.first ?? "" == fix)
    if !fix.isEmpty, shape != "moment" || fix.contains("pm") { #expect(only.fixes.count <= 3) }
  }
}
