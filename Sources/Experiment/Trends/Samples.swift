import Kernel
import Record

/// The values of a counter in a stretch of time, without those that are missing.
struct Samples: Hashable, Sendable {
  /// When each was taken, in days since the start of the run; the middle of a bin of several.
  let days: [Double]
  /// The values: of a bin of several samples their mean, or the last one of what only adds up.
  let values: [Double]
  /// The least and the greatest of each bin.
  let least: [Double]
  let greatest: [Double]
  /// How many days lie between neighbours that are both there.
  let step: Double

  /// What a counter shows from one time to another, both included.
  ///
  /// A bin counts where all its samples lie within; one at least must hold the time if both are equal.
  init(_ counter: SeriesRecord.Counter, of series: SeriesRecord, from: Instant, until: Instant) {
    let divisor = Double(max(1, counter.divisor))
    var columns: (days: [Double], values: [Double], least: [Double], greatest: [Double]) =
      ([], [], [], [])
    let width = series.kept.ticks > series.asked.ticks ? series.kept.ticks - series.asked.ticks : 0
    for (index, bin) in counter.bins.enumerated() {
      guard let bin, bin.count > 0 else { continue }
      let start = series.start(of: index)
      let end = Instant(ticks: start.ticks + width)
      let isWithin = from == until ? start <= from && from <= end : start >= from && end <= until
      guard isWithin else { continue }
      let addsUp = counter.kind == .total || counter.kind == .attribution
      columns.days.append((Double(start.ticks) + Double(width) / 2) / Samples.ticksPerDay)
      columns.values.append((addsUp ? Double(bin.last) : bin.mean) / divisor)
      columns.least.append(Double(bin.least) / divisor)
      columns.greatest.append(Double(bin.greatest) / divisor)
    }
    (days, values, least, greatest) = columns
    step = Double(series.kept.ticks) / Samples.ticksPerDay
  }

  /// Values that were taken one by one.
  init(days: [Double], values: [Double], step: Double) {
    self.days = days
    self.values = values
    self.step = step
    least = values
    greatest = values
  }

  /// Ticks of a day.
  static let ticksPerDay = 864e9

  /// From the first to the end of the last.
  var length: Double { days.isEmpty ? 0 : days.last! - days[0] + step }
}
