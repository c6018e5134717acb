/// A number as the exact sum of two doubles, good for some 100 bits: the slow twin of the arithmetic.
///
/// Dekker's and Knuth's error-free sums and products, then logarithm and exponential from their series,
/// with nothing of the tables and polynomials that are tested.
struct DoubleDouble {
  var high: Double
  var low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// log 2, to 106 bits.
  static let log2 = DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56)

  static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let sum = a + b
    let other = sum - a
    return DoubleDouble(sum, (a - (sum - other)) + (b - other))
  }

  static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let product = a * b
    let (a1, a2) = halves(a)
    let (b1, b2) = halves(b)
    return DoubleDouble(product, ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2)
  }

  private static func halves(_ x: Double) -> (Double, Double) {
    let scaled = x * 134_217_729
    let high = scaled - (scaled - x)
    return (high, x - high)
  }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let high = sum(a.high, b.high)
    let low = sum(a.low, b.low)
    let middle = sum(high.high, high.low + low.high)
    return sum(middle.high, middle.low + low.low)
  }

  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    a + DoubleDouble(-b.high, -b.low)
  }

  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let product = product(a.high, b.high)
    return sum(product.high, product.low + (a.high * b.low + a.low * b.high))
  }

  static func / (a: DoubleDouble, b: Double) -> DoubleDouble {
    let quotient = a.high / b
    let rest = a - product(quotient, b)
    return sum(quotient, (rest.high + rest.low) / b)
  }

  /// e to this power as a number about 1 and a power of 2, for |x| < 2000.
  var exponential: (DoubleDouble, power: Int) {
    let power = (high / 0.6931471805599453).rounded()
    let r = (self - DoubleDouble(power) * Self.log2) / 512
    var term = DoubleDouble(1)
    var sum = DoubleDouble(0)
    for n in 1...12 {
      term = term * r / Double(n)
      sum = sum + term
    }
    // (1 + s)² − 1 = 2 s + s², which keeps the digits of a small s.
    for _ in 0..<9 { sum = sum + sum + sum * sum }
    return (sum + DoubleDouble(1), Int(power))
  }

  /// The logarithm of a positive number.
  static func logarithm(of x: Double) -> DoubleDouble {
    let fraction = DoubleDouble(x.significand - 1)
    if x.exponent == 0, fraction.high < 0x1p-7 { return logarithm(ofOnePlus: fraction) }
    if x < 1, x > 1 - 0x1p-7 { return logarithm(ofOnePlus: sum(x, -1)) }
    // One step of Newton's method doubles the digits of an estimate from the first few of the series.
    var estimate = DoubleDouble(0)
    let v = (x.significand - 1.4) / (x.significand + 1.4)
    estimate.high = 0.3364722366212129 + 2 * (v + v * v * v / 3 + v * v * v * v * v / 5)
    for _ in 0..<5 {
      let (power, exponent) = DoubleDouble(-estimate.high, -estimate.low).exponential
      let scaled = DoubleDouble(x.significand) * power
      let factor = Double(sign: .plus, exponent: exponent, significand: 1)
      estimate =
        estimate + DoubleDouble(scaled.high * factor, scaled.low * factor) - DoubleDouble(1)
    }
    return estimate + DoubleDouble(Double(x.exponent)) * log2
  }

  private static func logarithm(ofOnePlus f: DoubleDouble) -> DoubleDouble {
    var term = f
    var sum = f
    for n in 2...18 {
      term = DoubleDouble(0) - term * f
      sum = sum + term / Double(n)
    }
    return sum
  }

  /// How many ulp of this number, times 2^power, `number` is away from it.
  func distance(of number: Double, power: Int = 0) -> Double {
    // Everything on the scale of the result, which may be subnormal.
    var ulp = Double(
      sign: .plus,
      exponent: max(-1074, high.exponentOfUlp + power) - power,
      significand: 1
    )
    if !number.isFinite { ulp = 0 }
    // In two steps: the scale itself may not be a double.
    let scaled = number.scaled(by: -power / 2).scaled(by: -power - -power / 2)
    let difference = DoubleDouble(scaled) - self
    return ((difference.high + difference.low) / ulp).magnitude
  }
}

extension Double {
  /// The exponent of the distance to the next number, for a normal one.
  fileprivate var exponentOfUlp: Int { Int(exponent) - 52 }

  fileprivate func scaled(by power: Int) -> Double {
    self * Double(sign: .plus, exponent: power, significand: 1)
  }
}
