/// One of the exact values: arguments, the nearest double to the true result, and what it lacks.
struct ExactValue {
  let arguments: [Double]
  let nearest: Double

  /// By how many ulp of `nearest` the true result is over it.
  let rest: Double

  /// The values of a table.
  static func all(_ text: String) -> [ExactValue] {
    text.split(separator: ";").map { value in
      let words = value.split { $0 == " " || $0 == "\n" }
      let numbers = words.dropLast().map { Double(bitPattern: UInt64($0, radix: 16)!) }
      return ExactValue(
        arguments: Array(numbers.dropLast()),
        nearest: numbers.last!,
        rest: Double(words.last!)! * 0x1p-20
      )
    }
  }

  /// How many ulp of the true result `number` is away from it.
  func distance(of number: Double) -> Double {
    if !number.isFinite { return .infinity }
    return ((number - nearest) / Self.ulp(of: nearest) - rest).magnitude
  }

  /// The distance between doubles near `number`, one step at the least.
  static func ulp(of number: Double) -> Double {
    max(number.magnitude.ulp, .leastNonzeroMagnitude)
  }
}
