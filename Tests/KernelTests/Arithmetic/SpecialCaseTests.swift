import Kernel
import Testing

private let infinity = Double.infinity
private let nan = Double.nan
private let least = Double.leastNonzeroMagnitude
private let greatest = Double.greatestFiniteMagnitude

/// Equal to the bit, but for which `nan` it is.
private func same(_ left: Double, _ right: Double) -> Bool {
  left.isNaN ? right.isNaN : left.bitPattern == right.bitPattern
}

@Suite("Special cases of C99 Annex F")
struct SpecialCaseTests {
  static let logarithms: [(Double, Double)] = [
    (0.0, -infinity), (-0.0, -infinity), (1, 0), (infinity, infinity), (-infinity, nan),
    (-1, nan), (-least, nan), (nan, nan), (-nan, nan),
  ]

  @Test("the logarithm of what has none, or no finite one", arguments: logarithms)
  func logarithm(argument: Double, result: Double) {
    #expect(same(Arithmetic.log(argument), result), "\(argument): \(Arithmetic.log(argument))")
  }

  static let exponentials: [(Double, Double)] = [
    (0.0, 1.0), (-0.0, 1), (infinity, infinity), (-infinity, 0), (nan, nan), (least, 1),
    (-least, 1), (0x1.62e42fefa39efp9, 0x1.fffffffffff2ap1023),
    (0x1.62e42fefa39fp9, infinity), (710, infinity), (1e300, infinity), (greatest, infinity),
    (-0x1.74910d52d3051p9, least), (-0x1.74910d52d3052p9, 0), (-746, 0), (-750, 0),
    (-1e300, 0), (-greatest, 0),
  ]

  @Test("the exponential at its ends", arguments: exponentials)
  func exponential(argument: Double, result: Double) {
    #expect(same(Arithmetic.exp(argument), result), "\(argument): \(Arithmetic.exp(argument))")
  }

  /// (x, y, x to the power of y), in the order of the standard.
  static let powers: [(Double, Double, Double)] = [
    (0, -3, infinity), (-0.0, -3, -infinity), (0, -2, infinity), (-0.0, -2, infinity),
    (0, -0.5, infinity), (-0.0, -0.5, infinity), (0, -infinity, infinity),
    (-0.0, -infinity, infinity), (0, 3, 0), (-0.0, 3, -0.0), (0, 2, 0), (-0.0, 2, 0),
    (0, 0.5, 0), (-0.0, 0.5, 0), (0, infinity, 0), (-0.0, infinity, 0), (0, least, 0),
    (-1, infinity, 1), (-1, -infinity, 1), (1, 5, 1), (1, nan, 1), (1, infinity, 1),
    (1, -infinity, 1), (5, 0, 1), (-5, -0.0, 1), (nan, 0, 1), (nan, -0.0, 1), (0, 0, 1),
    (infinity, 0, 1), (-infinity, -0.0, 1), (-8, 1.0 / 3, nan), (-least, 0.5, nan),
    (-8, -0.5, nan), (0.5, -infinity, infinity), (-0.5, -infinity, infinity),
    (1.5, -infinity, 0), (-1.5, -infinity, 0), (0.5, infinity, 0), (-0.5, infinity, 0),
    (1.5, infinity, infinity), (-1.5, infinity, infinity), (infinity, infinity, infinity),
    (infinity, -infinity, 0), (-infinity, infinity, infinity), (-infinity, -infinity, 0),
    (-infinity, -3, -0.0), (-infinity, -2, 0), (-infinity, -0.5, 0), (-infinity, 3, -infinity),
    (-infinity, 2, infinity), (-infinity, 0.5, infinity), (infinity, -3, 0), (infinity, -0.5, 0),
    (infinity, 3, infinity), (infinity, 0.5, infinity), (nan, 1, nan), (2, nan, nan),
    (nan, nan, nan), (nan, infinity, nan), (-1, nan, nan), (0, nan, nan),
  ]

  @Test(
    "the power of what is not a positive number to what is not an ordinary one",
    arguments: powers
  )
  func power(base: Double, exponent: Double, result: Double) {
    let power = Arithmetic.pow(base, exponent)
    #expect(same(power, result), "\(base) to \(exponent): \(power)")
  }

  /// The same for ordinary numbers that lead to an end of the range, or are whole.
  static let ends: [(Double, Double, Double)] = [
    (2, 1023, 0x1p1023), (2, 1024, infinity), (2, -1022, 0x1p-1022), (2, -1074, least),
    (2, -1075, 0), (2, -1074.9, least), (2, -1076, 0), (2, 5e4, infinity), (2, -5e4, 0),
    (2, 1e300, infinity), (2, -1e300, 0), (0.5, 1e300, 0), (0.5, -1e300, infinity),
    (2, greatest, infinity), (0.5, greatest, 0), (greatest, 1, greatest), (greatest, 2, infinity),
    (greatest, -1, 0x1p-1024), (least, 1, least), (least, -1, infinity), (least, 0.5, 0x1p-537),
    (least, 2, 0), (-2, 3, -8), (-2, 2, 4), (-2, -3, -0.125), (-2, 1024, infinity),
    (-2, 1025, -infinity), (-2, -1075, -0.0), (-2, 0x1p53, infinity), (-2, -0x1p53, 0),
    (-2, 0x1.fffffffffffffp52, -infinity), (-1, 0x1.fffffffffffffp52, -1), (-1, 0x1p53, 1),
    (-1, 1e300, 1), (-1, 3, -1), (-1, 4, 1), (-1, 0x1p63, 1), (-3, 3, -27),
    (-least, 3, -0.0), (-least, 1, -least), (-least, -1, -infinity), (4, 0.5, 2), (10, 15, 1e15),
    (3, least, 1), (3, -1e-300, 1), (1.0.nextUp, 0x1p63, infinity),
    (1.0.nextDown, -0x1p66, infinity), (1.0.nextDown, 0x1p66, 0), (1.0.nextUp, greatest, infinity),
    (1.0.nextUp, 1, 1.0.nextUp), (1.0.nextDown, 1, 1.0.nextDown),
    (-0x1.8p-600, 2, 0), (0x1p-1060, 0.25, 0x1p-265),
  ]

  @Test("the power where it leaves the range, or is exact", arguments: ends)
  func end(base: Double, exponent: Double, result: Double) {
    let power = Arithmetic.pow(base, exponent)
    #expect(same(power, result), "\(base) to \(exponent): \(power)")
  }
}
