extension Poisson {
  /// How likely it is to draw `count`.
  public func probability(of count: Int) -> Double {
    guard count >= 0 else { return 0 }
    if mean == 0 { return count == 0 ? 1 : 0 }
    return Arithmetic.exp(Self.logarithmOfProbability(of: Double(count), mean: mean))
  }

  /// The logarithm of the probability of a whole `count` that is not negative; the mean is positive.
  ///
  /// Loader, "Fast and accurate computation of binomial probabilities" (2000): the large terms of
  /// count · log(mean) − mean − log(count!) are taken together before they can cancel.
  static func logarithmOfProbability(of count: Double, mean: Double) -> Double {
    if count == 0 { return -mean }
    // (log 2π)/2 and the rest of Stirling's formula.
    return -(excess(count, over: mean) + stirlingRest(count) + 0x1.d67f1c864beb5p-1)
      - 0.5 * Arithmetic.log(count)
  }

  /// count · log(count/mean) + mean − count, which is small where the two are close.
  private static func excess(_ count: Double, over mean: Double) -> Double {
    let difference = count - mean
    guard difference.magnitude < 0.1 * (count + mean) else {
      return count * Arithmetic.log(count / mean) - difference
    }
    let v = difference / (count + mean)
    let square = v * v
    var sum = difference * v
    var term = 2 * count * v
    var divisor = 1.0
    // |v| < 0.1: eight terms more change nothing.
    for _ in 0..<9 {
      term *= square
      divisor += 2
      sum += term / divisor
    }
    return sum
  }

  /// log(n!) − (n + 1/2) log n + n − (log 2π)/2, for a whole n from 1 up.
  static func stirlingRest(_ n: Double) -> Double {
    if n < 16 { return firstStirlingRests[Int(n)] }
    let square = n * n
    let fourth = 1.0 / 1680 - (1.0 / 1188 - 691.0 / 360_360 / square) / square
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - fourth / square) / square) / square) / n
  }

  /// The same for 1 to 15, where the series is not yet exact; computed with 60 digits.
  private static let firstStirlingRests: InlineArray<16, Double> = [
    0, 0x1.4c071bcda0a5bp-4, 0x1.52a9b923ea649p-5, 0x1.c579a268d80b3p-6,
    0x1.54a2662fd78a9p-6, 0x1.10b4e513fcbedp-6, 0x1.c6b167bebdf36p-7, 0x1.85d4d612e4a86p-7,
    0x1.552805e7b3076p-7, 0x1.2f4871b12ab64p-7, 0x1.10f9d4c0743a7p-7, 0x1.f0593088014f8p-8,
    0x1.c7018733aa9c6p-8, 0x1.a40514700f36cp-8, 0x1.86076c002d4a7p-8, 0x1.6c08f6f194a10p-8,
  ]
}
