/// A number in decimal digits as it is written: the digits without the point, and how many follow it.
struct DecimalNumber: Hashable {
  /// At most 24 of them.
  let digits: UInt128
  let decimals: Int

  /// The number times `scale`, if that is whole and fits.
  func scaled(by scale: UInt64) -> UInt64? {
    let (quotient, remainder) = product(scale)
    return remainder == 0 ? UInt64(exactly: quotient) : nil
  }

  /// The number times `scale`, rounded to the nearest whole number, halves up.
  func rounded(scale: UInt64) -> UInt64? {
    let (quotient, remainder) = product(scale)
    return UInt64(exactly: remainder * 2 >= Self.power(decimals) ? quotient + 1 : quotient)
  }

  private func product(_ scale: UInt64) -> (quotient: UInt128, remainder: UInt128) {
    (digits * UInt128(scale)).quotientAndRemainder(dividingBy: Self.power(decimals))
  }

  /// 10 to the power `exponent`.
  static func power(_ exponent: Int) -> UInt128 {
    var power: UInt128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  /// `units` / 10^`decimals` in as few digits as say it exactly.
  static func text(_ units: UInt64, decimals: Int) -> String {
    let (whole, rest) = UInt128(units).quotientAndRemainder(dividingBy: power(decimals))
    if rest == 0 { return "\(whole)" }
    let padded = String(String(rest + power(decimals)).dropFirst())
    return "\(whole)." + padded.reversed().drop { $0 == "0" }.reversed().map(String.init).joined()
  }
}

/// Reads a text from left to right.
struct Scan {
  let bytes: [UInt8]
  private(set) var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }
  /// What is left.
  var rest: String { String(decoding: bytes[position...], as: UTF8.self) }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// A number of at most so many digits, without zeros before it.
  mutating func whole(digits: Int) -> UInt64? {
    let start = position
    var number: UInt64 = 0
    while let byte = peek, (0x30...0x39).contains(byte) {
      if position - start == digits || (position > start && bytes[start] == 0x30) {
        position = start
        return nil
      }
      number = number * 10 + UInt64(byte - 0x30)
      position += 1
    }
    return position > start ? number : nil
  }

  /// A number of at most so many digits before the point and after it.
  mutating func decimal(digits: Int, decimals: Int) -> DecimalNumber? {
    let start = position
    guard let whole = whole(digits: digits) else { return nil }
    var number = UInt128(whole)
    guard peek == UInt8(ascii: ".") else { return DecimalNumber(digits: number, decimals: 0) }
    position += 1
    let point = position
    while let byte = peek, (0x30...0x39).contains(byte) {
      if position - point == decimals {
        position = start
        return nil
      }
      number = number * 10 + UInt128(byte - 0x30)
      position += 1
    }
    if position == point {
      position = start
      return nil
    }
    return DecimalNumber(digits: number, decimals: position - point)
  }

  /// Goes past `word` if it stands here.
  mutating func accept(_ word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  /// The ASCII letters that stand here.
  mutating func letters() -> String {
    let start = position
    while let byte = peek, (0x61...0x7A).contains(byte | 0x20) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }
}

extension Complaint {
  /// The value of a text, with a better complaint where marks stand between groups of digits.
  static func ungrouping<Value>(
    _ text: String,
    _ parse: (String) throws(Complaint) -> Value
  ) throws(Complaint) -> Value {
    do throws(Complaint) {
      return try parse(text)
    } catch {
      let bytes = Array(text.utf8)
      func isDigit(_ index: Int) -> Bool {
        bytes.indices.contains(index) && (0x30...0x39).contains(bytes[index])
      }
      let kept = bytes.indices.filter { index in
        !(",_'".utf8.contains(bytes[index]) && isDigit(index - 1) && isDigit(index + 1))
      }
      guard kept.count < bytes.count else { throw error }
      let plain = String(decoding: kept.map { bytes[$0] }, as: UTF8.self)
      guard (try? parse(plain)) != nil else { throw error }
      throw Complaint(
        .wrongForm,
        "Digits are written without marks between them.",
        fixes: [plain]
      )
    }
  }
}
