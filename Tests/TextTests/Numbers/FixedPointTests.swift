import Testing

@testable import Text

@Suite("Fixed point")
struct FixedPointTests {
  @Test(
    "Numbers are rounded from their exact value, ties to even",
    arguments: [
      (0, 2, "0.00"), (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (0.125, 2, "0.12"),
      (0.375, 2, "0.38"), (1.005, 2, "1.00"), (2.675, 2, "2.67"), (-1.5, 1, "-1.5"),
      (-0.001, 2, "0.00"), (-0.0, 1, "0.0"), (999.995, 2, "1000.00"), (0.05, 3, "0.050"),
      (1e-300, 9, "0.000000000"), (.leastNonzeroMagnitude, 9, "0.000000000"),
      (4.4e-10, 9, "0.000000000"),
      (5.1e-10, 9, "0.000000001"), (123_456_789.987654321, 6, "123456789.987654"),
      (9_007_199_254_740_992, 1, "9007199254740992.0"), (1e18, 3, "1000000000000000000.000"),
      (1e19, 3, "1e+19"), (.infinity, 2, "inf"), (.nan, 2, "nan"),
    ] as [(Double, Int, String)]
  )
  func table(_ value: Double, _ decimals: Int, _ text: String) {
    #expect(fixedPoint(value, decimals: decimals) == text)
  }

  @Test("Long division says the same", arguments: 0..<20 as Range<UInt64>)
  func longDivision(_ seed: UInt64) {
    var chance = Chance(state: seed)
    for _ in 0..<200 {
      // numerator / 2^bits is a double without rounding.
      let bits = Int(chance.next() % 60)
      let numerator = chance.next() >> (11 + chance.next() % 40)
      let value = Double(numerator) / Double(UInt64(1) << bits)
      let decimals = Int(chance.next() % 10)
      #expect(
        fixedPoint(value, decimals: decimals) == divided(numerator, bits, decimals),
        "seed \(seed): \(value)"
      )
    }
  }

  /// Digit by digit, as on paper.
  private func divided(_ numerator: UInt64, _ bits: Int, _ decimals: Int) -> String {
    let divisor = UInt128(1) << bits
    var (digits, rest) = (UInt128(numerator) / divisor, UInt128(numerator) % divisor)
    for _ in 0..<decimals {
      digits = digits * 10 + rest * 10 / divisor
      rest = rest * 10 % divisor
    }
    if rest * 2 > divisor || (rest * 2 == divisor && digits % 2 == 1) { digits += 1 }
    var text = Array("\(digits)")
    while text.count <= decimals { text.insert("0", at: 0) }
    if decimals > 0 { text.insert(".", at: text.count - decimals) }
    return String(text)
  }
}
