/// By how much the mean of one sample exceeds that of another, where they share nothing (Welch).
public struct IndependentDifference: Hashable, Sendable {
  /// The difference of the means, second less first.
  public let mean: Double
  private let standardError: Double
  private let degrees: Double

  /// The difference of two samples of two values at least; nil for smaller ones.
  public init?(_ first: SampleSummary, _ second: SampleSummary) {
    guard let one = first.variance, let other = second.variance else { return nil }
    mean = second.mean - first.mean
    let left = one / Double(first.count)
    let right = other / Double(second.count)
    let sum = left + right
    standardError = sum.squareRoot()
    // Welch and Satterthwaite; without any variance every number of degrees says the same.
    let parts = left * left / Double(first.count - 1) + right * right / Double(second.count - 1)
    degrees = parts > 0 ? max(sum * sum / parts, 1) : 1
  }

  /// By how much the difference may be off on either side with this confidence.
  public func halfWidth(confidence: Double = 0.95) -> Double {
    standardError == 0
      ? 0 : standardError * StudentDistribution(degrees: degrees).halfWidth(confidence: confidence)
  }

  /// How likely a difference so large would be, were there none.
  public var twoSidedP: Double {
    if standardError == 0 { return mean == 0 ? 1 : 0 }
    return StudentDistribution(degrees: degrees).twoSidedTail(mean / standardError)
  }
}
