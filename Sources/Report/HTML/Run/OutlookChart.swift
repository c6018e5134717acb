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
    let series = words.record.series
    guard let place = outlook.limitSeries ?? outlook.series else { return nil }
    let whole = Thinning(series: series, counter: series.counters[place])
    guard let held = whole.last else { return nil }
    let ahead = forecast(from: held)
    let end = ahead.last?.x ?? now
    let least = max(whole.greatest, ahead.last?.value ?? 0)
    let named = outlook.steps.filter { Double($0.amount) <= least * 1.6 && $0.amount > 0 }
    let top = max(least, named.last.map { Double($0.amount) } ?? 0)
    let y = Axis.amounts(upTo: top * 1.04, isBytes: outlook.isBytes)
    let x = Axis.time(upTo: max(end, now, 1), start: words.record.start)
    return Chart(
      id: id,
      title: outlook.what,
      description: description,
      size: .whole,
      x: x,
      y: y,
      layers: layers(whole, ahead, named),
      markers: markers,
      table: table(whole, y)
    )
  }

  /// How far the run came, in seconds.
  private var now: Double { (words.record.end - .start).seconds }

  private var description: String {
    let steps = words.steps(outlook).map { "\($0[0]), \($0[1]): \($0[2])." }
    return (words.sentences(outlook) + steps).joined(separator: " ")
  }

  private func layers(
    _ whole: Thinning,
    _ ahead: [Chart.Range],
    _ named: [Outlook.Step]
  ) -> [Chart.Layer] {
    var layers: [Chart.Layer] = []
    if !ahead.isEmpty { layers.append(.band(ahead, name: "expected, 90 of 100 times")) }
    let isOwn = outlook.limitSeries == nil
    layers.append(
      .line(
        whole.lines(columns: Chart.Size.whole.columns),
        .first,
        name: isOwn ? "taken by \(finding.defect)" : "in all"
      )
    )
    if !isOwn, let place = outlook.series {
      let series = words.record.series
      let own = Thinning(series: series, counter: series.counters[place])
      layers.append(
        .line(
          own.lines(columns: Chart.Size.whole.columns),
          .second,
          name: "of it taken by \(finding.defect)"
        )
      )
    }
    layers += named.map { step in
      .level(
        Double(step.amount),
        name: "\(words.amount(step.amount, outlook)): \(RunWords.words(step.symptom))"
      )
    }
    if !ahead.isEmpty { layers.append(.now(now, name: "the run ends")) }
    return layers
  }

  /// Where it leads from the end of the run on: through the steps that are expected, as far as the chart
  /// shows; without steps as fast as it grew.
  private func forecast(from held: Double) -> [Chart.Range] {
    let rate = outlook.perDay
    guard rate.value > 0, rate.high.isFinite, now > 0 else { return [] }
    let furthest = now * Self.most
    var end = now * 1.5
    if let expected = outlook.steps.last?.expected, expected.value.isFinite {
      let whole = expected.high.isFinite ? expected.high : expected.value
      end = min(max(whole, now * 1.1), furthest)
    }
    // Among times at which something is expected the path is straight.
    let seen = outlook.steps.compactMap { step in
      step.expected.flatMap { $0.value > now ? (amount: Double(step.amount), time: $0) : nil }
    }
    func value(_ time: Double, _ rate: Double, _ which: (Outlook.Estimate) -> Double) -> Double {
      var last = (time: now, amount: held)
      for step in seen {
        let next = (time: which(step.time), amount: step.amount)
        guard next.time.isFinite, next.time > last.time else { continue }
        if time <= next.time {
          let share = (time - last.time) / (next.time - last.time)
          return last.amount + share * (next.amount - last.amount)
        }
        last = next
      }
      return last.amount + max(0, time - last.time) / 86_400 * rate
    }
    return (0...Self.pieces).map { piece in
      let time = now + (end - now) * Double(piece) / Double(Self.pieces)
      return Chart.Range(
        x: time,
        value: value(time, rate.value) { $0.value },
        low: value(time, rate.low) { $0.high },
        high: value(time, rate.high) { $0.low }
      )
    }
  }

  /// So many times as far as the run came is shown of what lies ahead.
  private static let most = 4.0
  private static let pieces = 24

  private func table(_ whole: Thinning, _ y: Axis) -> Chart.Table {
    whole.table(rows: 16, clock: words.clock, words: y.words)
  }
}
