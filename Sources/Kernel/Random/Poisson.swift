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
    inverseScale = 1.1239 + 1.1328 / (width - 3.4)
    squeeze = 0.9277 - 3.6224 / (width - 2)
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

  /// Hörmann's transformed rejection with squeeze (PTRS, 1993): 1.1 to 1.3 rounds on average.
  @usableFromInline
  func drawLarge(from stream: inout RandomStream) -> Int {
    while true {
      let across = stream.uniform() - 0.5
      let height = stream.positiveUniform()
      let margin = 0.5 - across.magnitude
      let count = ((2 * slope / margin + width) * across + mean + 0.43).rounded(.down)
      if margin >= 0.07, height <= squeeze { return Int(count) }
      if count < 0 || margin < 0.013 && height > margin { continue }
      let level = height * inverseScale / (slope / (margin * margin) + width)
      if Arithmetic.log(level) <= Self.logarithmOfProbability(of: count, mean: mean) {
        return Int(count)
      }
    }
  }
}
