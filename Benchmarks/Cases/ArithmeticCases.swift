import Kernel

/// Our logarithm, exponential and power beside the C library's, over tables of arguments.
let arithmeticCases: [Case] = [
  functionCase("log") {
    1 - $0.uniform()
  } loop: { arguments, operations in
    let arguments = arguments.span
    var sum: UInt64 = 0
    for turn in 0..<operations {
      sum &+= Arithmetic.log(arguments[turn & (tableSize - 1)]).bitPattern
    }
    return sum
  },
  functionCase("exp") {
    40 * $0.uniform() - 20
  } loop: { arguments, operations in
    let arguments = arguments.span
    var sum: UInt64 = 0
    for turn in 0..<operations {
      sum &+= Arithmetic.exp(arguments[turn & (tableSize - 1)]).bitPattern
    }
    return sum
  },
  functionCase("pow") {
    0.01 + 10 * $0.uniform()
  } loop: { arguments, operations in
    let arguments = arguments.span
    var sum: UInt64 = 0
    for turn in 0..<operations {
      let place = turn & (tableSize - 1)
      sum &+= Arithmetic.pow(arguments[place], arguments[place &+ tableSize]).bitPattern
    }
    return sum
  },
]

private let tableSize = 4_096

/// A case over first arguments as `draw` makes them, and in the second half of the table exponents.
private func functionCase(
  _ name: String,
  _ draw: @escaping @Sendable (inout Draws) -> Double,
  loop: @escaping @Sendable (inout [Double], Int) -> UInt64
) -> Case {
  let table: @Sendable () -> [Double] = {
    var draws = Draws(seed: 0x6172_6974_68)
    let first = (0..<tableSize).map { _ in draw(&draws) }
    return first + (0..<tableSize).map { _ in 10 * draws.uniform() - 5 }
  }
  let library = Rival(
    name: "c-library",
    program: .native,
    request: "arithmetic \(name) \(tableSize) 0",
    // The last digit is the library's own.
    givesOurAnswer: false
  ) { bytes(of: table().map(\.bitPattern)) }
  return Case(
    "arithmetic/\(name)",
    batch: tableSize,
    limits: [.fasterThan(rival: "c-library", times: 1)],
    rivals: [library]
  ) { StateWorkload(table(), loop) }
}
