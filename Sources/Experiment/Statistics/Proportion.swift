import Kernel

/// How often something held among independent tries, with Wilson's interval (1927).
public struct Proportion: Hashable, Sendable {
  /// How often it held.
  public let successes: Int
  /// How often it was tried.
  public let count: Int

  /// So many successes of so many tries, one at least.
  public init(successes: Int, of count: Int) {
    precondition(count > 0, "nothing was tried")
    precondition((0...count).contains(successes), "there are no more successes than tries")
    self.successes = successes
    self.count = count
  }

  /// The share of successes.
  public var share: Double { Double(successes) / Double(count) }

  /// Where the true share lies with this confidence: inside 0 ... 1, and never of no width.
  public func interval(confidence: Double = 0.95) -> (low: Double, high: Double) {
    let low = Self.lowerBound(successes, of: count, confidence)
    return (low, 1 - Self.lowerBound(count - successes, of: count, confidence))
  }

  /// The lesser root of Wilson's equation, as their product by the greater, which cannot cancel.
  private static func lowerBound(_ successes: Int, of count: Int, _ confidence: Double) -> Double {
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    let (successes, count) = (Double(successes), Double(count))
    let z = -RandomStream.normalQuantile((1 - confidence) / 2)
    let spread = (successes * (count - successes) / count + z * z / 4).squareRoot()
    return successes * successes / count / (successes + z * z / 2 + z * spread)
  }
}
