import Kernel
import Plan
import Record

/// How what several defects take comes nearer to a limit.
struct Approach: Sendable {
  private let forecast: Forecast?
  private let growth: Growth?
  private let record: RunRecord
  private let takings: [DefectRecord.Taking]
  /// Which part of it goes on where a host tells every other caller that it is too busy.
  private let partWhenBusy: Double

  /// What a defect takes, and whether callers make it do so: people who log on, tools from afar.
  typealias Mover = (found: DefectRecord, taking: DefectRecord.Taking, isCalled: Bool)

  /// The approach of what these took, as far as their defects are still in force.
  ///
  /// It is seen from the first time at which all of them were at work: what happened before says
  /// nothing of how fast they are together.
  init(_ movers: [Mover], in record: RunRecord, _ activities: [Activity]) {
    let active = movers.filter { mover in
      mover.found.inForce.last.map { $0.until == nil } ?? false
    }
    self.record = record
    takings = movers.map(\.taking)
    func taken(_ movers: [Mover]) -> Double {
      movers.reduce(0) { $0 + Double($1.taking.taken) }
    }
    partWhenBusy = active.isEmpty ? 1 : 1 - taken(active.filter(\.isCalled)) / taken(active) / 2
    let from = active.map { mover in
      max(mover.found.inForce.last?.from ?? .start, mover.found.firstTrigger ?? .start)
    }.max()
    growth = from.flatMap { Growth(active.map(\.taking), in: record, from: $0) }
    forecast = growth.flatMap { Forecast($0, activities: activities) }
  }

  /// How fast it grows in a day; nothing where no defect is at work any more.
  var perDay: Outlook.Estimate {
    forecast?.perDay ?? Outlook.Estimate(value: 0, low: 0, high: 0)
  }

  /// When an amount is reached, in seconds since the start; nil where it will not be, or nobody knows.
  func time(to amount: Int64, of limit: DefectRecord.Taking.Limit) -> Outlook.Estimate? {
    guard let forecast else { return nil }
    let others = others(limit)
    let held = Double(takings.reduce(0) { $0 + $1.amount })
    let rest = Double(amount) - held - others.level + slower(to: amount, of: limit)
    if isFreedInTime(Double(amount) - others.level, forecast) { return nil }
    return forecast.time(of: max(rest, 0.5), spread: others.variance)
  }

  /// What could be taken at the present pace in the time that a busy host gains on the way to an amount.
  private func slower(to amount: Int64, of limit: DefectRecord.Taking.Limit) -> Double {
    let busy = limit.rungs.filter { $0.symptom == .rpcBusy && $0.amount > limit.amount }
    guard let from = busy.map(\.amount).min(), from < amount else { return 0 }
    return Double(amount - from) * (1 / partWhenBusy - 1)
  }

  /// Whether what is taken is freed again and again, each time before it comes so far.
  private func isFreedInTime(_ room: Double, _ forecast: Forecast) -> Bool {
    guard let releases = growth?.releases, releases.count >= 2 else { return false }
    let gaps = zip(releases, releases.dropFirst()).map { $1 - $0 }
    return forecast.perDay.value * gaps.max()! < room
      && record.end.days - releases.last! <= gaps.max()! * 1.5
  }

  /// What everybody else holds at the busiest time of a day, and how much that differs from day to day.
  ///
  /// A limit is met at a peak. Without two days to look at it is what they hold at the end.
  private func others(
    _ limit: DefectRecord.Taking.Limit
  ) -> (level: Double, variance: Double) {
    let now = Double(limit.amount - takings.reduce(0) { $0 + $1.amount })
    let series = record.series
    let own = takings.compactMap(\.series).map { series.counters[$0] }
    guard let place = limit.series, own.count == takings.count else { return (now, 0) }
    let sum = series.counters[place]
    let perDay = Int((864e9 / Double(max(1, series.kept.ticks))).rounded())
    guard perDay > 0 else { return (now, 0) }
    var peaks: [Double] = []
    // Whole days up to the end, the latest week of them.
    var end = sum.bins.count
    while end >= perDay, peaks.count < 7 {
      let rests = (end - perDay..<end).compactMap { index -> Double? in
        guard let all = sum.bins[index] else { return nil }
        let held = own.reduce(0.0) {
          $0 + Double($1.bins[index]?.last ?? 0) / Double(max(1, $1.divisor))
        }
        return Double(all.last) / Double(max(1, sum.divisor)) - held
      }
      if let peak = rests.max() { peaks.append(peak) }
      end -= perDay
    }
    guard peaks.count >= 2 else { return (now, 0) }
    let mean = peaks.reduce(0, +) / Double(peaks.count)
    let squares = peaks.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, squares / Double(peaks.count - 1))
  }
}
