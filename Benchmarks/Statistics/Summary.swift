/// What a set of figures comes to; quartiles between two figures are interpolated.
struct Summary: Hashable, Sendable {
  let count: Int
  let median: Double
  let lowerQuartile: Double
  let upperQuartile: Double
  let least: Double
  let greatest: Double
  let mean: Double
  /// Of a sample: divided by one less than the count, 0 for a single figure.
  let standardDeviation: Double

  /// At least one figure.
  init(_ figures: [Double]) {
    precondition(!figures.isEmpty, "nothing to sum up")
    let sorted = figures.sorted()
    count = sorted.count
    least = sorted[0]
    greatest = sorted[count - 1]
    median = Self.quantile(sorted, 0.5)
    lowerQuartile = Self.quantile(sorted, 0.25)
    upperQuartile = Self.quantile(sorted, 0.75)
    let mean = sorted.reduce(0, +) / Double(count)
    let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    standardDeviation = count > 1 ? (squares / Double(count - 1)).squareRoot() : 0
  }

  /// Half the distance between the quartiles, as a part of the median.
  var spread: Double { median == 0 ? 0 : (upperQuartile - lowerQuartile) / 2 / median }

  private static func quantile(_ sorted: [Double], _ part: Double) -> Double {
    let place = part * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }
}
