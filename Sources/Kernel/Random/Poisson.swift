/// A Poisson distribution: how many of many independent things happen, `mean` on average.
@frozen
public struct Poisson: Hashable, Sendable {
  /// The mean, and also the variance.
  public let mean: Double

  // Constants of the mean: exp(−mean) below `largeFrom`, else those of the rejection.
  @usableFromInline let none: Double
  @usableFromInline let width: Double
  @usableFromInline let slope: Double
  @usableFromInline let inverseScale: Double
  @usableFromInline let squeeze: Double

  /// The largest mean, for which every count is still exact.
  @inlinable public static var largestMean: Double { 1e9 }

  /// The mean from which on counts are drawn by rejection and not by adding up probabilities.
  @inlinable static var largeFrom: Double { 10 }

  /// The distribution with this mean, 0 ... 1e9; `nil` for any other number.
  public init?(mean: Double) {
    guard mean >= 0, mean <= Self.largestMean else { return nil }
    self.mean = mean
    none = Arithmetic.exp(-mean)
    let large = max(mean, Self.largeFrom)
    width = 0.931 + 2.53 * large.squareRoot()
    slope = -0.059 + 0.02483 * width
    // With the published constants a few probabilities are 0.6 % over the hat, and the squeeze is 0.4 %
    // over the probabilities. One percent more hat and 1.5 less squeeze make the counts exact.
    inverseScale = 1.01 * (1.1239 + 1.1328 / (width - 3.4))
    squeeze = 0.985 * (0.9277 - 3.6224 / (width - 2))
  }

  /// One count.
  @inlinable
  public func draw(from stream: inout RandomStream) -> Int {
    mean < Self.largeFrom ? drawSmall(from: &stream) : drawLarge(from: &stream)
  }

  /// By inversion of one draw, from the count 0 upwards.
  @usableFromInline
  func drawSmall(from stream: inout RandomStream) -> Int {
    var left = stream.uniform()
    var probability = none
    var count = 0
    // All probabilities together may round to less than the draw. Past 200 there is none to speak of.
    while left >= probability, count < 200 {
      left -= probability
      count += 1
      probability *= mean / Double(count)
    }
    return count
  }

  /// Hörmann's transformed rejection with squeeze (PTRS, 1993): 1.1 to 1.4 rounds on average.
  @usableFromInline
  func drawLarge(from stream: inout RandomStream) -> Int {
    while true {
      let across = stream.uniform() - 0.5
      if let count = count(across: across, height: stream.positiveUniform()) { return count }
    }
  }

  /// The count at a point of the square −1/2 ..< 1/2 by 0 ... 1, or `nil` where the point is rejected.
  func count(across: Double, height: Double) -> Int? {
    let margin = 0.5 - across.magnitude
    let count = ((2 * slope / margin + width) * across + mean + 0.43).rounded(.down)
    // Most points need no logarithm: surely accepted, or surely rejected.
    if margin >= 0.07, height <= squeeze { return Int(count) }
    if count < 0 || margin < 0.013 && height > margin { return nil }
    return accepts(count, height: height, margin: margin) ? Int(count) : nil
  }

  /// Whether the point at this height under the hat lies under the probability too.
  func accepts(_ count: Double, height: Double, margin: Double) -> Bool {
    let level = height * inverseScale / (slope / (margin * margin) + width)
    return Arithmetic.log(level) <= Self.logarithmOfProbability(of: count, mean: mean)
  }
}
