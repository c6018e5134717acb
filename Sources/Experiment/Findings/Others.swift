import Kernel
import Record

/// What everybody else holds of something that defects take, as it was seen, and as it may go on.
///
/// A limit is met at a moment when others hold much: at a busy hour where growth is slow, at any hour
/// where it is quick. So the days that were seen are played again, each in turn as the next, and met
/// by what grows.
struct Others: Sendable {
  /// What they hold when they were last seen.
  let level: Double
  /// What they held in each bin of whole days up to the end, the latest last.
  private let held: [Double]
  /// How many bins a day has.
  private let perDay: Int
  /// How long a bin is, in days.
  private let bin: Double
  /// When the last bin ends, in days since the start of the run.
  private let end: Double
  /// The work of each day that was seen, which tells working days from others.
  private let works: [Double]
  private let activity: Activity

  private static let mostDays = 7
  /// The most bins that are looked through for the one in which a limit is met.
  private static let mostLooks = 20_000

  /// What others held beside these, as far as it was kept.
  init(
    _ limit: DefectRecord.Taking.Limit,
    besides takings: [DefectRecord.Taking],
    in record: RunRecord,
    _ activity: Activity
  ) {
    let series = record.series
    let own = takings.compactMap(\.series).map { series.counters[$0] }
    level = Double(limit.amount - takings.reduce(0) { $0 + $1.amount })
    bin = Double(series.kept.ticks) / Samples.ticksPerDay
    perDay = max(1, Int((1 / bin).rounded()))
    self.activity = activity
    guard let place = limit.series, own.count == takings.count else {
      (held, works, end) = ([], [], record.end.days)
      return
    }
    let all = series.counters[place]
    let days = min(all.bins.count / perDay, Self.mostDays)
    let bins = all.bins.count - days * perDay..<all.bins.count
    // A bin has what was seen up to its last sample.
    end = series.start(of: all.bins.count).days - Double(series.asked.ticks) / Samples.ticksPerDay
    let end = end
    works = (0..<days).map { number in
      let begin = end - Double(days - number)
      return activity.work(atDays: begin + 1) - activity.work(atDays: begin)
    }
    var last = level
    held = bins.map { index in
      guard let sum = all.bins[index] else { return last }
      // What was freed within a bin was held in it.
      let those = own.reduce(0.0) { total, counter in
        let before = index > 0 ? counter.bins[index - 1]?.last ?? 0 : 0
        let most = max(counter.bins[index]?.greatest ?? 0, before)
        return total + Double(most) / Double(max(1, counter.divisor))
      }
      last = Double(sum.greatest) / Double(max(1, all.divisor)) - those
      return last
    }
  }

  /// How much more they hold for a moment than they keep.
  var swing: Double {
    held.isEmpty ? 0 : max(0, held.reduce(0, +) / Double(held.count) - level)
  }

  /// How much must still grow, in the measure of a reading, until all together hold an amount.
  ///
  /// - Parameters:
  ///   - amount: what is missing, besides what others hold.
  ///   - isFull: whether there is no more then, so that others must do with what they have.
  func need(_ amount: Double, isFull: Bool, _ reading: Reading) -> Reading.Need {
    guard let most = held.max(), let least = held.min() else {
      return Reading.Need(amount: max(amount - level, 0.5), grain: bin)
    }
    let begin = max(reading.days(atGrowth: amount - most), end)
    let last = reading.days(atGrowth: amount - least)
    guard (last - begin) / bin < Double(Self.mostLooks) else {
      return Reading.Need(amount: max(amount - most, 0.5), grain: bin)
    }
    let needs = works.indices.map { turn in
      need(amount, isFull: isFull, reading, from: begin, until: last, turn)
    }
    let mean = needs.reduce(0, +) / Double(needs.count)
    let squares = needs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Reading.Need(
      amount: mean,
      variance: needs.count > 1 ? squares / Double(needs.count - 1) : 0,
      grain: bin
    )
  }

  /// What must grow where the days that were seen come again, beginning with one of them.
  private func need(
    _ amount: Double,
    isFull: Bool,
    _ reading: Reading,
    from begin: Double,
    until last: Double,
    _ turn: Int
  ) -> Double {
    var number = Int(((begin - end) / bin).rounded(.down))
    var (day, seen) = (-1, 0)
    var (grown, holds) = (-Double.infinity, 0.0)
    while true {
      let time = end + Double(number + 1) * bin
      if number / perDay != day {
        day = number / perDay
        seen = dayLike(day, turn)
      }
      let wanted = held[seen * perDay + number % perDay]
      if !isFull || grown + wanted < amount { holds = wanted }
      grown = reading.growth(atDays: time)
      if grown + holds >= amount || time > last { return max(grown, 0.5) }
      number += 1
    }
  }

  /// A day that was seen, like one that lies so many days ahead.
  private func dayLike(_ day: Int, _ turn: Int) -> Int {
    let begin = end + Double(day)
    let work = activity.work(atDays: begin + 1) - activity.work(atDays: begin)
    let alike = works.indices.filter { (works[$0] - work).magnitude < 0.05 }
    return alike.isEmpty ? (day + turn) % works.count : alike[(day + turn) % alike.count]
  }
}
