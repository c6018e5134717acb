import Kernel
import Record

/// How what defects took of one thing has grown, freed or not.
struct Growth: Hashable, Sendable {
  /// When, in days since the start of the run; the first is where it begins.
  private(set) var days: [Double]
  /// How much had been taken since the first, of what is freed and what is not.
  private(set) var taken: [Double]
  /// When most of it was freed, in days.
  private(set) var releases: [Double] = []

  /// Growth that was seen at these times.
  init(days: [Double], taken: [Double]) {
    self.days = days
    self.taken = taken
  }

  /// What several takings together have grown by from a time to the end of a run; nil where no series
  /// was kept of one of them.
  init?(_ takings: [DefectRecord.Taking], in record: RunRecord, from: Instant) {
    let series = record.series
    let counters = takings.compactMap(\.series).map { series.counters[$0] }
    guard counters.count == takings.count, !counters.isEmpty else { return nil }
    (days, taken) = ([], [])
    var held = counters.map { _ in 0.0 }
    var sum = 0.0
    let width = series.kept.ticks > series.asked.ticks ? series.kept.ticks - series.asked.ticks : 0
    for index in 0..<(counters.map(\.bins.count).min() ?? 0) {
      let time = Instant(ticks: series.start(of: index).ticks + width)
      for (place, counter) in counters.enumerated() {
        guard let bin = counter.bins[index] else { continue }
        let value = Double(bin.last) / Double(max(1, counter.divisor))
        if value < held[place] / 2, time >= from { releases.append(time.days) }
        // What is taken again after something was freed counts anew.
        sum += value < held[place] ? 0 : value - held[place]
        held[place] = value
      }
      guard time >= from, time <= record.end else { continue }
      days.append(time.days)
      taken.append(sum)
    }
    if let last = days.last, record.end.days > last {
      for (place, taking) in takings.enumerated() {
        sum += max(0, Double(taking.amount) - held[place])
      }
      days.append(record.end.days)
      taken.append(sum)
    }
    guard let first = taken.first, days.count >= 2 else { return nil }
    taken = taken.map { $0 - first }
  }

  /// The part of it that came with the later half of the work.
  func laterHalf(following activity: Activity) -> Growth {
    let works = days.map { activity.work(atDays: $0) }
    let middle = (works[0] + works[works.count - 1]) / 2
    let start = works.firstIndex { $0 >= middle }!
    return Growth(days: Array(days[start...]), taken: taken[start...].map { $0 - taken[start] })
  }
}

extension Instant {
  /// Days since the start.
  var days: Double { Double(ticks) / Samples.ticksPerDay }
}
