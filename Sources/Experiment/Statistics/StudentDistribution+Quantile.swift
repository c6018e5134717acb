import Kernel

extension StudentDistribution {
  /// The value below which one lies with this probability, which must be in 0 ... 1.
  public func quantile(_ probability: Double) -> Double {
    precondition((0...1).contains(probability), "a probability lies in 0 ... 1")
    return probability < 0.5
      ? -magnitude(tail: probability, middle: 0.5 - probability)
      : magnitude(tail: 1 - probability, middle: probability - 0.5)
  }

  /// How many standard errors on either side hold the truth with this confidence, inside 0 ..< 1.
  public func halfWidth(confidence: Double) -> Double {
    precondition(confidence >= 0 && confidence < 1, "a confidence lies in 0 ..< 1")
    return magnitude(tail: (1 - confidence) / 2, middle: confidence / 2)
  }

  /// The normal deviate that is as unlikely as `t`.
  func normalDeviate(_ t: Double) -> Double {
    let tail = tail(t.magnitude)
    let size = tail > 0 ? -RandomStream.normalQuantile(tail) : .infinity
    return t < 0 ? -size : size
  }

  /// The positive value beyond which one lies with probability `tail`, and below down to 0 with
  /// probability `middle`.
  ///
  /// Newton's method on the logarithms of value and probability, between which lies a curve without
  /// a turn that is nearly straight far out: it cannot miss. The smaller of the two parts, which has
  /// all its digits, is the one that is met.
  private func magnitude(tail: Double, middle: Double) -> Double {
    guard tail > 0 else { return .infinity }
    guard middle > 0 else { return 0 }
    let isByTail = tail < middle
    var t = -RandomStream.normalQuantile(tail)
    if t <= 0 { t = middle }
    for _ in 0..<100 {
      let weight = weight(t)
      let step: Double
      if isByTail {
        let factor = isFar(t) ? farFactor(t) : (0.5 - weight * nearFactor(t)) / weight
        step = Arithmetic.log(weight * factor / tail) * factor
      } else {
        let factor = isFar(t) ? (0.5 - weight * farFactor(t)) / weight : nearFactor(t)
        step = -Arithmetic.log(weight * factor / middle) * factor
      }
      t *= Arithmetic.exp(step)
      // The error of one step is the square of the one before.
      if step.magnitude < 1e-8 { break }
    }
    return t
  }
}
