import Kernel
import Record

/// A counter's values, thinned to what a picture can show: the least and the greatest of each column.
struct Thinning {
  let series: SeriesRecord
  let counter: SeriesRecord.Counter

  /// The greatest value; 0 where there is none.
  var greatest: Double {
    counter.bins.reduce(0) { max($0, $1.map { Double($0.greatest) } ?? 0) } / divisor
  }

  /// The latest value; nil where there is none.
  var last: Double? {
    counter.bins.last { $0 != nil }?.map { Double($0.last) / divisor }
  }

  /// When it first came to an amount, in seconds since the start; nil where it never did.
  func firstSeconds(reaching amount: Double) -> Double? {
    counter.bins.firstIndex { $0.map { Double($0.greatest) / divisor >= amount } ?? false }
      .map { (series.start(of: $0) - .start).seconds }
  }

  private var divisor: Double { Double(max(1, counter.divisor)) }

  /// Lines of at most two points a column, over seconds since the start.
  func lines(columns: Int) -> [[Chart.Point]] {
    let perColumn = max(1, (counter.bins.count + columns - 1) / columns)
    var lines: [[Chart.Point]] = []
    var line: [Chart.Point] = []
    for begin in stride(from: 0, to: counter.bins.count, by: perColumn) {
      let bins = counter.bins[begin..<min(begin + perColumn, counter.bins.count)]
      guard let column = Column(bins) else {
        if !line.isEmpty { lines.append(line) }
        line = []
        continue
      }
      let x = (seconds(begin) + seconds(begin + bins.count - 1)) / 2
      let extremes =
        column.isRising
        ? [column.least, column.greatest] : [column.greatest, column.least]
      for (place, value) in extremes.enumerated() where place == 0 || value != extremes[0] {
        line.append(Chart.Point(x: x, y: Double(value) / divisor))
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// A table of at most so many stretches of equal length.
  func table(rows: Int, clock: SiteClock, words: (Double) -> String) -> DataTable {
    let perRow = max(1, (counter.bins.count + rows - 1) / rows)
    return DataTable(
      heads: ["from", "least", "mean", "greatest"],
      rows: stride(from: 0, to: counter.bins.count, by: perRow).map { begin in
        let bins = counter.bins[begin..<min(begin + perRow, counter.bins.count)]
        let time = clock.moment(series.start(of: begin))
        guard let column = Column(bins) else { return [time, "-", "-", "-"] }
        let values = [Double(column.least), column.mean, Double(column.greatest)]
        return [time] + values.map { words($0 / divisor) }
      },
      numbers: 1..<4
    )
  }

  /// When a bin's samples lie, in seconds since the start: in its middle.
  private func seconds(_ bin: Int) -> Double {
    let width = series.kept.seconds - min(series.kept.seconds, series.asked.seconds)
    return (series.start(of: bin) - .start).seconds + width / 2
  }

  /// Neighbouring bins as one.
  private struct Column {
    var least: Int64
    var greatest: Int64
    var mean: Double
    /// Whether the least came before the greatest, as far as bins tell.
    let isRising: Bool

    init?(_ bins: ArraySlice<SeriesRecord.Bin?>) {
      let known = bins.compactMap(\.self)
      guard let first = known.first, let last = known.last else { return nil }
      (least, greatest) = (first.least, first.greatest)
      var sum = 0.0
      var count = 0
      for bin in known {
        least = min(least, bin.least)
        greatest = max(greatest, bin.greatest)
        sum += bin.mean * Double(bin.count)
        count += bin.count
      }
      mean = count == 0 ? 0 : sum / Double(count)
      isRising = first.first <= last.last
    }
  }
}
