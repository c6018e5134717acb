extension Array<Double> {
  /// Their sum, of which the error does not grow with their number (Neumaier 1974).
  var compensatedSum: Double {
    let (sum, lost) = partedSum
    return sum + lost
  }

  /// Their mean, rounded as if once: equal values have that value as their mean. There must be one
  /// at least.
  var mean: Double {
    let (sum, lost) = partedSum
    let count = Double(count)
    let mean = (sum + lost) / count
    // What the division left, from halves of the mean whose products with the count are exact.
    let upper = 0x1p27 * mean - (0x1p27 * mean - mean)
    let rest = (sum - upper * count) - (mean - upper) * count + lost
    return mean + rest / count
  }

  /// The rounded sum, and what the roundings lost.
  private var partedSum: (sum: Double, lost: Double) {
    var (sum, lost) = (0.0, 0.0)
    for value in self {
      let next = sum + value
      lost += sum.magnitude >= value.magnitude ? (sum - next) + value : (value - next) + sum
      sum = next
    }
    return (sum, lost)
  }
}
