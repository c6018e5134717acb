import Kernel

/// What a sample of values comes to: mean and spread, and the five numbers.
public struct SampleSummary: Hashable, Sendable {
  /// The mean, with the error of one rounding.
  public let mean: Double
  /// The squared distances from the mean, by one less than the count; nil for a single value.
  public let variance: Double?
  private let sorted: [Double]

  /// The summary of these values: one at least, and all finite.
  public init(_ values: [Double]) {
    precondition(!values.isEmpty, "nothing to sum up")
    precondition(values.allSatisfy(\.isFinite), "a value must be finite")
    sorted = values.sorted()
    let mean = sorted.mean
    let distances = sorted.map { $0 - mean }
    self.mean = mean
    // What rounding the mean did to the squares is taken back.
    let rest = distances.compensatedSum
    let squares = distances.map { $0 * $0 }.compensatedSum - rest * rest / Double(values.count)
    variance = values.count > 1 ? max(0, squares / Double(values.count - 1)) : nil
  }

  /// How many values there are.
  public var count: Int { sorted.count }

  /// The square root of the variance; nil for a single value.
  public var standardDeviation: Double? { variance?.squareRoot() }

  /// How far the mean of such a sample is off, as a deviation; nil for a single value.
  public var standardError: Double? { variance.map { ($0 / Double(count)).squareRoot() } }

  /// By how much the mean may be off on either side with this confidence, by Student's distribution;
  /// nil for a single value.
  public func halfWidth(confidence: Double = 0.95) -> Double? {
    standardError.map {
      $0 * StudentDistribution(degrees: Double(count - 1)).halfWidth(confidence: confidence)
    }
  }

  /// The least value.
  public var minimum: Double { sorted[0] }
  /// The value that has a quarter below it.
  public var lowerQuartile: Double { quantile(0.25) }
  /// The value in the middle.
  public var median: Double { quantile(0.5) }
  /// The value that has a quarter above it.
  public var upperQuartile: Double { quantile(0.75) }
  /// The greatest value.
  public var maximum: Double { sorted[sorted.count - 1] }

  /// The value below which this share lies, 0 ... 1; between two values in proportion (type 7).
  public func quantile(_ share: Double) -> Double {
    precondition((0...1).contains(share), "a share lies in 0 ... 1")
    return sorted.quantile(share)
  }
}
