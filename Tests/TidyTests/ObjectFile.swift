/// The names that an object file in the ELF format refers to without defining them.
struct ObjectFile {
  let undefinedSymbols: [String]

  /// `nil` where `bytes` are no 64-bit little-endian ELF file with a table of symbols.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 64, bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]) else { return nil }

    func number(_ offset: Int, _ size: Int) -> Int {
      guard offset >= 0, offset + size <= bytes.count else { return 0 }
      return bytes[offset..<offset + size].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    func text(at offset: Int) -> String {
      guard offset < bytes.count else { return "" }
      return String(decoding: bytes[offset...].prefix { $0 != 0 }, as: UTF8.self)
    }

    // The headers of the sections: where they begin, how long each is, and how many.
    let (headers, size) = (number(40, 8), number(58, 2))
    // A file of very many sections keeps their number in the first of them.
    let count = number(60, 2) == 0 ? number(headers + 32, 8) : number(60, 2)
    func header(_ section: Int) -> Int { headers + section * size }
    // 2 is the kind of a table of symbols.
    guard let table = (0..<count).first(where: { number(header($0) + 4, 4) == 2 }) else {
      return nil
    }
    let (symbols, length) = (number(header(table) + 24, 8), number(header(table) + 32, 8))
    let names = number(header(number(header(table) + 40, 4)) + 24, 8)

    var found: Set<String> = []
    for symbol in stride(from: symbols, to: symbols + length, by: 24)
    where number(symbol + 6, 2) == 0 && number(symbol, 4) != 0 {
      found.insert(text(at: names + number(symbol, 4)))
    }
    undefinedSymbols = found.sorted()
  }
}
