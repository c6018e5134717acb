import Testing

@Suite("The rule for the C library's mathematics can fail")
struct SymbolRuleTests {
  @Test(
    "a function that systems round differently is refused under each of its names",
    arguments: [
      "log", "logf", "logl", "exp", "pow", "powf", "sin", "sincos", "fma", "fmaf", "fmod", "ldexp",
      "exp2", "cbrt", "hypot", "nearbyint", "lgamma_r", "roundl", "__log_finite", "logf128",
      "sqrtl",
      "erf", "erff", "lroundf",
    ]
  )
  func inexact(symbol: String) {
    #expect(Rules.inexactSymbols(["malloc", symbol]) == [symbol])
  }

  @Test("what is exact is not refused, nor what only looks alike")
  func exact() {
    let symbols = [
      "sqrt", "sqrtf", "floor", "floorf", "ceil", "ceilf", "trunc", "truncf", "rint", "rintf",
      "round",
      "roundf", "malloc", "memcpy", "catalog", "$s6Kernel3logyS2dF", "_log", "swift_retain", "f",
      "",
    ]
    #expect(Rules.inexactSymbols(symbols) == [])
  }

  /// The smallest object file: a table of names, a table of symbols, and headers for both.
  static func object(_ symbols: [(name: String, section: UInt8)]) -> [UInt8] {
    func number(_ value: Int, _ size: Int) -> [UInt8] {
      (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var names: [UInt8] = [0]
    var table = [UInt8](repeating: 0, count: 24)
    for symbol in symbols {
      table += number(names.count, 4) + [0x10, 0, symbol.section, 0] + number(0, 16)
      names += Array(symbol.name.utf8) + [0]
    }
    func header(kind: Int, offset: Int, size: Int, link: Int) -> [UInt8] {
      number(0, 4) + number(kind, 4) + number(0, 16) + number(offset, 8) + number(size, 8)
        + number(link, 4) + number(0, 20)
    }
    let start = 64
    let headers = start + names.count + table.count
    let identity: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0] + number(0, 8)
    let file =
      identity + number(1, 2) + number(62, 2) + number(1, 4) + number(0, 16)
      + number(headers, 8) + number(0, 4) + number(64, 2) + number(0, 4) + number(64, 2)
      + number(3, 2) + number(1, 2)
    return file + names + table + number(0, 64)
      + header(kind: 3, offset: start, size: names.count, link: 0)
      + header(kind: 2, offset: start + names.count, size: table.count, link: 1)
  }

  @Test("an object file tells what it refers to, and not what it defines")
  func reads() {
    let object = Self.object([("log", 0), ("ours", 1), ("exp", 0)])
    #expect(ObjectFile(object)?.undefinedSymbols == ["exp", "log"])
  }

  @Test("what is no object file is not read as one")
  func refuses() {
    #expect(ObjectFile([])?.undefinedSymbols == nil)
    #expect(ObjectFile([UInt8](repeating: 0, count: 200))?.undefinedSymbols == nil)
    var other = Self.object([("log", 0)])
    other[4] = 1
    #expect(ObjectFile(other)?.undefinedSymbols == nil)
  }
}
