extension Array<Double> {
  /// The value below which this share of them lies, between two neighbours in proportion; type 7 of
  /// Hyndman and Fan (1996). They must be sorted, and one at least.
  func quantile(_ share: Double) -> Double {
    let place = share * Double(count - 1)
    let below = Int(place)
    guard below + 1 < count else { return self[count - 1] }
    let between = self[below] + (place - Double(below)) * (self[below + 1] - self[below])
    return Swift.min(between, self[below + 1])
  }

  /// The middle one of them, or the mean of the two in the middle; there must be one at least.
  var median: Double { sorted().quantile(0.5) }
}
