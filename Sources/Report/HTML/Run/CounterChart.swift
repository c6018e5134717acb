import Experiment
import Kernel
import Record

/// The chart of a counter of Performance Monitor.
struct CounterChart {
  let id: String
  let counter: SeriesRecord.Counter
  let words: RunWords
  let markers: [ChartMarker]

  /// The chart.
  var chart: Chart {
    let values = Thinning(series: words.record.series, counter: counter)
    let y = Axis.amounts(upTo: values.greatest, isBytes: counter.path.isBytes, count: 2)
    let name = counter.path.spoken
    return Chart(
      id: id,
      title: name,
      description: description(values, y),
      size: .small,
      x: .time(
        upTo: max(1, (words.record.end - .start).seconds),
        start: words.record.start,
        count: 4
      ),
      y: y,
      layers: [.line(values.lines(columns: Chart.Size.small.columns), .first, name: name)],
      markers: markers,
      table: values.table(rows: 12, clock: words.clock, words: y.words)
    )
  }

  private func description(_ values: Thinning, _ y: Axis) -> String {
    guard let last = values.last else { return "There is no value: its service was down." }
    return "At most \(y.words(values.greatest)), and \(y.words(last)) at the end."
  }
}
