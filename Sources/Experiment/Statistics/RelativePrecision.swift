import Kernel

/// A rule of when there are values enough: the half-width of their mean is a small share of it.
///
/// It looks at the values in their order, so that what it decides does not depend on when each came.
public struct RelativePrecision: Hashable, Sendable {
  /// The greatest half-width, as a share of the mean.
  public let wanted: Double
  /// How many values there must be at least: of fewer, chance would too often look like precision.
  public let first: Int
  /// The confidence of the half-width.
  public let confidence: Double

  /// The rule for a share above 0, from a number of values on that is 2 at least.
  public init(_ wanted: Double, first: Int = 10, confidence: Double = 0.95) {
    precondition(wanted > 0 && wanted.isFinite, "the share must be above 0")
    precondition(first >= 2, "one value has no half-width")
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    self.wanted = wanted
    self.first = first
    self.confidence = confidence
  }

  /// The least number of values, from the front, that is enough; nil where all are not.
  public func count(of values: [Double]) -> Int? {
    var moments = Moments()
    for (index, value) in values.enumerated() {
      moments.record(value)
      if index + 1 >= first, isReached(by: moments) { return index + 1 }
    }
    return nil
  }

  /// Whether the values' half-width is small enough; a mean of 0 is precise only if all are 0.
  private func isReached(by moments: Moments) -> Bool {
    guard let mean = moments.mean, let variance = moments.variance else { return false }
    let count = Double(moments.count)
    let error = (variance / count).squareRoot()
    let student = StudentDistribution(degrees: count - 1)
    return error * student.halfWidth(confidence: confidence) <= wanted * mean.magnitude
  }
}
