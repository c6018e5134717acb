import Text

extension Shape where Value == Int {
  /// A number of bytes: `512 B`, `6 KiB`, `1.5 GiB`.
  public static var size: Shape {
    .scalar(
      ScalarForm(
        "size",
        noun: "a size",
        "A number and `B`, `KiB`, `MiB`, `GiB` or `TiB`; rounded to whole bytes.",
        pattern:
          "^(?:(?:0|[1-9][0-9]{0,14}) ?B|(?:0|[1-9][0-9]{0,5})(?:\\.[0-9]{1,3})? ?[KMGT]iB)$",
        examples: ["256 MiB", "1.5 GiB", "512 B"]
      ),
      placeholder: 0,
      write: { SizeGrammar.text($0) },
      parse: { text throws(Complaint) in try Complaint.ungrouping(text, SizeGrammar.parse) }
    )
  }
}

/// How numbers of bytes are read and written.
enum SizeGrammar {
  private static let units: [(word: String, bytes: UInt64)] = [
    ("B", 1), ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("TiB", 1 << 40),
  ]

  static func parse(_ text: String) throws(Complaint) -> Int {
    var scan = Scan(text)
    guard let number = scan.decimal(digits: 15, decimals: 9) else {
      throw Complaint(
        .wrongForm,
        "\(Prose.quoted(text)) is no size.",
        notes: ["a size is written `256 MiB`"]
      )
    }
    let digits = String(decoding: scan.bytes[..<scan.position], as: UTF8.self)
    if scan.isAtEnd { throw withoutUnit(digits, number) }
    let start = scan.position
    _ = scan.accept(" ")
    let word = scan.rest
    guard let unit = units.first(where: { $0.word == word }) else {
      throw unknown(word, after: digits, start..<text.utf8.count)
    }
    if unit.bytes == 1 ? number.decimals > 0 : number.decimals > 3 {
      throw Complaint(
        .wrongForm,
        unit.bytes == 1 ? "There are no parts of a byte." : "Three decimals are enough for a size.",
        range: 0..<start
      )
    }
    guard unit.bytes == 1 || number.isBelow(digits: 6),
      let bytes = number.rounded(scale: unit.bytes)
    else { throw Complaint(.outOfRange, "\(Prose.quoted(text)) is better said in a larger unit.") }
    return Int(bytes)
  }

  private static func withoutUnit(_ digits: String, _ number: DecimalNumber) -> Complaint {
    // Whoever writes so many digits counts bytes.
    let isLarge = number.digits >= 100_000 && number.decimals == 0
    let whole = isLarge ? text(Int(clamping: number.digits)) : ""
    return Complaint(
      .unitMissing,
      "A size needs a unit.",
      label: "\(digits) of what?",
      fixes: isLarge ? [whole] : ["\(digits) MiB", "\(digits) KiB"]
    )
  }

  private static func unknown(_ word: String, after digits: String, _ range: Range<Int>)
    -> Complaint
  {
    let letter = word.lowercased().prefix(1)
    let meant = units.dropFirst().first {
      $0.word.lowercased().hasPrefix(letter) && !letter.isEmpty
    }
    let isKnown = ["k", "kb", "kib", "m", "mb", "mib", "g", "gb", "gib", "t", "tb", "tib"]
      .contains(word.lowercased())
    if let meant, isKnown {
      return Complaint(
        .unitUnknown,
        "\(Prose.quoted(word)) leaves open how many bytes are meant.",
        label: "say \(meant.word), which is \(meant.bytes) bytes",
        range: range,
        fixes: ["\(digits) \(meant.word)"]
      )
    }
    let isBytes = ["b", "byte", "bytes"].contains(word.lowercased())
    return Complaint(
      .unitUnknown,
      "\(Prose.quoted(word)) is no unit of sizes.",
      label: "B, KiB, MiB, GiB or TiB",
      range: range,
      fixes: isBytes ? ["\(digits) B"] : []
    )
  }

  /// In the largest unit in which it is exact with at most three decimals.
  static func text(_ bytes: Int) -> String {
    let count = UInt64(bytes)
    for unit in units.reversed() where count >= unit.bytes && unit.bytes > 1 {
      let thousandths = (UInt128(count) * 1_000).quotientAndRemainder(
        dividingBy: UInt128(unit.bytes)
      )
      if thousandths.remainder == 0, let value = UInt64(exactly: thousandths.quotient),
        value < 1_000_000_000
      {
        return DecimalNumber.text(value, decimals: 3) + " " + unit.word
      }
    }
    return "\(bytes) B"
  }
}
