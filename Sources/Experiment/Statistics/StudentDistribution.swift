import Kernel

/// Student's distribution: how many standard errors a mean of few normal values lies off the truth.
///
/// Probabilities and quantiles are within 1e-12 of themselves, far out in the tails too, up to some
/// 100,000 degrees; with more, within their number times 1e-17.
public struct StudentDistribution: Hashable, Sendable {
  /// The degrees of freedom, which need not be whole.
  public let degrees: Double
  /// The density in the middle.
  private let peak: Double

  /// The distribution with so many degrees of freedom, one at least.
  public init(degrees: Double) {
    precondition(degrees >= 1 && degrees.isFinite, "one degree of freedom is the least")
    self.degrees = degrees
    peak = Self.gammaRatio(degrees / 2) / (Double.pi * degrees).squareRoot()
  }

  /// How likely a value is at most `t`.
  public func cumulative(_ t: Double) -> Double {
    t <= 0 ? tail(-t) : 1 - tail(t)
  }

  /// How likely a value is more than `t`, exact to the last digits also where that is hardly ever.
  public func tail(_ t: Double) -> Double {
    guard t > 0 else { return t == 0 ? 0.5 : 1 - tail(-t) }
    guard t.isFinite else { return 0 }
    return isFar(t) ? weight(t) * farFactor(t) : 0.5 - weight(t) * nearFactor(t)
  }

  /// How likely a value is at least as far from 0 as `t`, on either side.
  public func twoSidedTail(_ t: Double) -> Double { 2 * tail(t.magnitude) }

  /// How densely values lie at `t`.
  public func density(_ t: Double) -> Double { t == 0 ? peak : weight(t.magnitude) / t.magnitude }

  /// A positive value times its density.
  func weight(_ t: Double) -> Double {
    let root = degrees.squareRoot()
    let ratio = t / root
    // Far out the density is too small to be written before its product with the value is.
    if ratio > 1e8 { return peak * root * Arithmetic.exp(-degrees * Arithmetic.log(ratio)) }
    let square = ratio * ratio
    // The logarithm of what the 1 lets through of the square, and the rest in proportion.
    let logarithm =
      1 + square == 1 ? square : Arithmetic.log(1 + square) * (square / ((1 + square) - 1))
    return t * peak * Arithmetic.exp(-(degrees + 1) / 2 * logarithm)
  }

  // Both parts of one half, from 0 to t and from t on, are the weight of t times a fraction the incomplete beta functions of t²/(n + t²) and of n/(n + t²).

  /// Whether the part from `t` on is to be computed, and not the part below.
  func isFar(_ t: Double) -> Bool { squareShares(t).above < (degrees + 2) / (degrees + 5) }

  /// The part from 0 to `t`, divided by the weight of `t`.
  func nearFactor(_ t: Double) -> Double {
    Self.betaFraction(squareShares(t).below, 0.5, degrees / 2)
  }

  /// The part from `t` on, divided by the weight of `t`.
  func farFactor(_ t: Double) -> Double {
    Self.betaFraction(squareShares(t).above, degrees / 2, 0.5) / degrees
  }

  /// t²/(n + t²) and n/(n + t²).
  private func squareShares(_ t: Double) -> (below: Double, above: Double) {
    let ratio = t / degrees.squareRoot()
    let inverse = 1 / ratio
    return (1 / (1 + inverse * inverse), 1 / (1 + ratio * ratio))
  }
}

extension StudentDistribution {
  /// The continued fraction of the incomplete beta function, by the method of Lentz.
  ///
  /// It converges for every `x` below (a + 1)/(a + b + 2), after some multiple of √(a + b) steps.
  private static func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    var above = 1.0
    var below = 1 / (1 - (a + b) * x / (a + 1))
    var value = below
    var step = 0.0
    while true {
      step += 1
      let even = step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step))
      below = 1 / (1 + even * below)
      above = 1 + even / above
      value *= above * below
      let odd = -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1))
      below = 1 / (1 + odd * below)
      above = 1 + odd / above
      let change = above * below
      value *= change
      if (change - 1).magnitude < 4e-16 || step > 1e6 { return value }
    }
  }

  /// Γ(a + ½)/Γ(a).
  private static func gammaRatio(_ a: Double) -> Double {
    var (a, factor) = (a, 1.0)
    while a < 12 {
      factor *= a / (a + 0.5)
      a += 1
    }
    // The difference of two of Stirling's series, before anything can cancel.
    let square = a * a
    let later =
      1.0 / 640 - (17.0 / 14_336 - (31.0 / 18_432 - 691.0 / 180_224 / square) / square) / square
    let exponent = -(1.0 / 8 - (1.0 / 192 - later / square) / square) / a
    return factor * a.squareRoot() * Arithmetic.exp(exponent)
  }
}
