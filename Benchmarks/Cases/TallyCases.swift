import Kernel

/// What watching costs: a level that changes, an observation, a value in a histogram, a sample of many
/// series.
let tallyCases: [Case] = [
  Case("tally/level") {
    StateWorkload(LevelState()) { state, operations in
      for turn in 0..<operations {
        state.time = state.time + Interval(ticks: 1_000)
        state.tally.set(Int64(turn & 255), at: state.time)
      }
      return UInt64(state.tally.maximum)
    }
  },
  Case("tally/moments") {
    StateWorkload((tally: Moments(), values: observations.map(Double.init))) { state, operations in
      for turn in 0..<operations { state.tally.record(state.values[turn & (tableSize - 1)]) }
      return state.tally.sum.bitPattern
    }
  },
  Case("tally/histogram") { HistogramWorkload() },
  Case("tally/series", batch: SeriesWorkload.seriesCount) { SeriesWorkload() },
]

private let tableSize = 4_096

/// Times as a server has them, in ticks.
private let observations: [UInt64] = {
  var draws = Draws(seed: 0x7461_6C6C_79)
  return (0..<tableSize).map { _ in UInt64(draws.exponential() * 1e7) }
}()

private struct LevelState {
  var tally = LevelTally()
  var time = Instant.start
}

private final class HistogramWorkload: Workload {
  private var histogram = Histogram()

  let bytes = Histogram.bytes()

  func run(_ operations: Int) -> UInt64 {
    Self.record(&histogram, observations, operations)
    return histogram.totals.count
  }

  private static func record(_ histogram: inout Histogram, _ table: [UInt64], _ operations: Int) {
    let values = table.span
    for turn in 0..<operations { histogram.record(values[turn & (tableSize - 1)]) }
  }
}

/// An operation is one value of one series, thinning included.
private final class SeriesWorkload: Workload {
  static let seriesCount = 64
  private static let binCount = 1_024

  private var table = SeriesTable(count: seriesCount, capacity: binCount, every: .minutes(5))

  let bytes = SeriesTable.bytes(count: seriesCount, capacity: binCount)

  func run(_ operations: Int) -> UInt64 {
    Self.sample(&table, operations / Self.seriesCount)
    return UInt64(table.sampleCount)
  }

  private static func sample(_ table: inout SeriesTable, _ samples: Int) {
    for sample in 0..<samples {
      table.beginSample()
      for series in 0..<seriesCount { table.record(Int64(sample &+ series), of: series) }
    }
  }
}
