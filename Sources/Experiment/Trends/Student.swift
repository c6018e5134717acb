import Kernel

/// Student's distribution by way of the normal one, after Wallace (1959).
///
/// The transformation is within 0.02 of the exact normal deviate from two degrees of freedom on.
enum Student {
  /// The normal deviate that is as unlikely as `t` with so many degrees of freedom; at least one.
  static func normalDeviate(_ t: Double, degrees: Double) -> Double {
    guard t.isFinite else { return t }
    let size = (degrees * Arithmetic.log(1 + t * t / degrees)).squareRoot()
    return (t < 0 ? -size : size) * (8 * degrees + 1) / (8 * degrees + 3)
  }

  /// The value that Student's t exceeds as rarely as a normal one exceeds `deviate`.
  static func value(_ deviate: Double, degrees: Double) -> Double {
    let size = deviate * (8 * degrees + 3) / (8 * degrees + 1)
    let root = (degrees * (Arithmetic.exp(size * size / degrees) - 1)).squareRoot()
    return deviate < 0 ? -root : root
  }

  /// The normal deviate that bounds a two-sided interval of 90 %.
  static let ninety = RandomStream.normalQuantile(0.95)
}
