/// What is left of values once their line is taken away, and how much neighbours resemble each other.
struct Noise: Hashable, Sendable {
  private let variance: Double
  private let degrees: Double

  /// What is left, each at its place in a row that may have gaps.
  init(_ residuals: [Double], at places: [Int], degrees: Double) {
    let squares = residuals.reduce(0) { $0 + $1 * $1 }
    var products = 0.0
    for index in residuals.indices.dropFirst() where places[index] == places[index - 1] + 1 {
      products += residuals[index] * residuals[index - 1]
    }
    let count = Double(residuals.count)
    // A fit leaves neighbours less alike than they were: what it took is given back.
    let raw = squares > 0 ? products / squares : 0
    let likeness = max(0, min(0.95, raw + (1 + 3 * max(0, raw)) * (count - degrees) / (2 * count)))
    let widening = (1 + likeness) / (1 - likeness)
    variance = squares / degrees * widening
    self.degrees = max(1, degrees / widening)
  }

  /// How many normal deviates a difference is, of which the variance is known in units of one value's.
  func deviate(of difference: Double, variance unit: Double) -> Double {
    if difference == 0 { return 0 }
    let size = (variance * unit).squareRoot()
    return StudentDistribution(degrees: degrees).normalDeviate(difference / size)
  }
}
