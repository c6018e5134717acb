extension Array<Double> {
  /// Their sum, of which the error does not grow with their number (Neumaier 1974).
  var compensatedSum: Double {
    var (sum, lost) = (0.0, 0.0)
    for value in self {
      let next = sum + value
      lost += sum.magnitude >= value.magnitude ? (sum - next) + value : (value - next) + sum
      sum = next
    }
    return sum + lost
  }

  /// Their mean, right to the last digit but for a rounding: equal values have that value as their
  /// mean. There must be one at least.
  var mean: Double {
    let first = compensatedSum / Double(count)
    return first + map { $0 - first }.compensatedSum / Double(count)
  }
}
