import Kernel
import Record

extension Axis {
  /// Time in seconds since the start of a run, named as its calendar has it.
  static func time(upTo seconds: Double, start: CivilDate, count: Int = 6) -> Axis {
    let seconds = seconds.isFinite && seconds > 0 ? seconds : 1
    let clock = SiteClock(start: start)
    return Axis(
      from: 0,
      to: seconds,
      ticks: timeTicks(seconds, start, count),
      words: { value in
        Interval(seconds: value).map { clock.moment(.start + $0) } ?? "never"
      }
    )
  }

  /// Ticks at round times of the day, at midnights, or at firsts of months.
  private static func timeTicks(_ seconds: Double, _ start: CivilDate, _ count: Int) -> [Tick] {
    let fitting = seconds / Double(count)
    let hours: [Double] = [60, 300, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200]
    if let step = hours.first(where: { $0 >= fitting }) {
      // Counted in whole steps: a stride of fractions would fuse what it multiplies and adds.
      return (0...Int(seconds / step)).map { count in
        let value = Double(count) * step
        let time = CivilTime(.start + (Interval(seconds: value) ?? .zero), start: start)
        let isMidnight = time.hour == 0 && time.minute == 0
        return Tick(value: value, label: isMidnight ? day(time.date) : String(time.clock.prefix(5)))
      }
    }
    if let step = [1.0, 2, 7, 14].first(where: { $0 * 86_400 >= fitting }) {
      return (0...Int(seconds / 86_400 / step)).map { count in
        let days = Double(count) * step
        return Tick(value: days * 86_400, label: day(start.advanced(byDays: Int(days))))
      }
    }
    let months = [1, 2, 3, 6].first { Double($0) * 30 * 86_400 >= fitting }
    return monthTicks(seconds, start, stepMonths: months ?? yearStep(fitting) * 12)
  }

  private static func yearStep(_ fittingSeconds: Double) -> Int {
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000].first {
      Double($0) * 365 * 86_400 >= fittingSeconds
    }
      ?? 10_000
  }

  private static func monthTicks(
    _ seconds: Double,
    _ start: CivilDate,
    stepMonths: Int
  ) -> [Tick] {
    var ticks: [Tick] = []
    var month = (start.year * 12 + start.month - 1) / stepMonths * stepMonths
    while let date = CivilDate(year: month / 12, month: month % 12 + 1, day: 1) {
      let value = Double(date.days(since: start)) * 86_400
      if value > seconds { break }
      if value >= 0 {
        let name = CivilDate.months[date.month - 1]
        let label = stepMonths >= 12 ? "\(date.year)" : "\(name) \(date.year)"
        ticks.append(Tick(value: value, label: label))
      }
      month += stepMonths
    }
    return ticks
  }

  private static func day(_ date: CivilDate) -> String {
    "\(date.day) \(CivilDate.months[date.month - 1])"
  }
}
