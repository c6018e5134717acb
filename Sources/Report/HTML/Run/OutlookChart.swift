import Experiment
import Kernel
import Plan
import Record
import Text

/// The chart of what a defect takes: what there is of it in all, what of that is the defect's, and where
/// it leads.
struct OutlookChart {
  let id: String
  let finding: Finding
  let outlook: Outlook
  let words: RunWords
  let markers: [ChartMarker]

  /// The chart; nil where nothing was kept of it.
  var chart: Chart? {
    guard let whole = thinning(outlook.limitSeries ?? outlook.series), let held = whole.last else {
      return nil
    }
    let ahead = forecast(from: held)
    let most = max(whole.greatest, ahead.last?.value ?? 0)
    let levels = outlook.steps.filter { (1...most * 1.6).contains(height($0)) }
    let y = Axis.amounts(
      upTo: max(most, levels.map(height).max() ?? 0) * 1.04,
      isBytes: outlook.isBytes
    )
    return Chart(
      id: id,
      title: outlook.what,
      description: description,
      size: .whole,
      x: .time(upTo: max(ahead.last?.x ?? 0, now, 1), start: words.record.start),
      y: y,
      layers: layers(whole, ahead, levels),
      markers: markers,
      table: whole.table(rows: 16, clock: words.clock, words: y.words)
    )
  }

  private func thinning(_ place: Int?) -> Thinning? {
    let series = words.record.series
    return place.map { Thinning(series: series, counter: series.counters[$0]) }
  }

  /// How far the run came, in seconds.
  private var now: Double { (words.record.end - .start).seconds }

  /// What others hold of it, where the chart shows only what the defect took.
  private var others: Double {
    guard outlook.limitSeries == nil, let all = outlook.limitAmount else { return 0 }
    return Double(all - outlook.amount)
  }

  /// Where a step lies on the chart.
  private func height(_ step: Outlook.Step) -> Double { Double(step.amount) - others }

  private var description: String {
    let steps = words.steps(outlook).map { "\($0[0]), \($0[1]): \($0[2])." }
    return (words.sentences(outlook) + steps).joined(separator: " ")
  }

  private func layers(
    _ whole: Thinning,
    _ ahead: [Chart.Range],
    _ levels: [Outlook.Step]
  ) -> [Chart.Layer] {
    let columns = Chart.Size.whole.columns
    let isOwn = outlook.limitSeries == nil
    var layers: [Chart.Layer] = []
    if !ahead.isEmpty { layers.append(.band(ahead, name: "expected, 90 of 100 times")) }
    let name = isOwn ? "taken by \(finding.defect)" : "in all"
    layers.append(.line(whole.lines(columns: columns), .first, name: name))
    if !isOwn, let own = thinning(outlook.series) {
      let name = "of it taken by \(finding.defect)"
      layers.append(.line(own.lines(columns: columns), .second, name: name))
    }
    layers += levels.map { step in
      let amount = words.amount(step.amount, outlook) + (others > 0 ? " with all others" : "")
      return .level(height(step), name: "\(amount): \(RunWords.words(step.symptom))")
    }
    if !ahead.isEmpty { layers.append(.now(now, name: "the run ends")) }
    return layers
  }

  /// Where it leads from the end of the run on: through the steps that are expected, as far as the chart
  /// shows, and beyond them as fast as it grew; nothing where nothing grows, or nothing is left to take.
  private func forecast(from held: Double) -> [Chart.Range] {
    let rate = outlook.perDay
    guard rate.value > 0, rate.high.isFinite, now > 0, !outlook.isFull else { return [] }
    let end = end
    return (0...Self.pieces).map { piece in
      let time = now + (end - now) * Double(piece) / Double(Self.pieces)
      return Chart.Range(
        x: time,
        value: amount(at: time, from: held, rate.value) { $0.value },
        low: amount(at: time, from: held, rate.low) { $0.high },
        high: amount(at: time, from: held, rate.high) { $0.low }
      )
    }
  }

  /// Where the chart ends: when the last step is expected, unless the run would be a speck beside it.
  private var end: Double {
    guard let expected = outlook.steps.last?.expected, expected.value.isFinite else {
      return now * 1.5
    }
    let whole = expected.high.isFinite ? expected.high : expected.value
    return whole <= now * Self.most ? max(whole * 1.02, now * 1.1) : now * 4
  }

  /// What is expected at a time: between two steps the path is straight.
  private func amount(
    at time: Double,
    from held: Double,
    _ rate: Double,
    _ bound: (Outlook.Estimate) -> Double
  ) -> Double {
    var last = (time: now, amount: held)
    for step in outlook.steps {
      guard let expected = step.expected, bound(expected).isFinite, bound(expected) > last.time
      else {
        continue
      }
      let next = (time: bound(expected), amount: height(step))
      if time <= next.time {
        return last.amount
          + (time - last.time) / (next.time - last.time) * (next.amount - last.amount)
      }
      last = next
    }
    let most = outlook.capacity.map { Double($0) - others } ?? .infinity
    return min(most, last.amount + max(0, time - last.time) / 86_400 * rate)
  }

  /// So many times as far as the run came a chart may show.
  private static let most = 8.0
  private static let pieces = 24
}

extension Outlook {
  /// Whether a defect alone holds all that there is.
  var isFull: Bool { capacity.map { amount >= $0 } ?? false }
}
