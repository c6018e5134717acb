extension Reader {
  /// Scans `'…'`. `column` is where a further line begins at least.
  mutating func scanSingleQuoted(column: Int) throws(Stop) -> Scalar {
    try scanQuoted(Byte.apostrophe, .singleQuoted, column: column)
  }

  /// Scans `"…"`. `column` is where a further line begins at least.
  mutating func scanDoubleQuoted(column: Int) throws(Stop) -> Scalar {
    try scanQuoted(Byte.quote, .doubleQuoted, column: column)
  }

  private mutating func scanQuoted(
    _ quote: UInt8,
    _ style: YAMLStyle,
    column: Int
  ) throws(Stop) -> Scalar {
    let opening = position
    var scalar = Scalar(start: opening, end: opening, style: style)
    // What is before `run` is in the side buffer, if anything is; blanks that were escaped stay.
    var run = opening + 1
    var index = run
    var kept = 0
    while true {
      guard index < end else { throw failUnclosedQuote(opening, at: end) }
      let byte = bytes[index]
      if byte == quote {
        if style == .doubleQuoted || self.byte(at: index + 1) != quote { break }
        cook(&scalar, run..<index + 1)
        index += 2
        run = index
      } else if byte == Byte.backslash && style == .doubleQuoted {
        cook(&scalar, run..<index)
        if Byte.isBreak(self.byte(at: index + 1)) {
          index = try foldQuoted(at: index + 1, opening, column, isEscaped: true)
        } else {
          index = try unescape(at: index, opening)
        }
        run = index
        kept = tape.cooked.count
      } else if Byte.isBreak(byte) {
        cook(&scalar, run..<index)
        kept = max(kept, scalar.cookedStart)
        while tape.cooked.count > kept, Byte.isBlank(tape.cooked[tape.cooked.count - 1]) {
          tape.cooked.removeLast()
        }
        index = try foldQuoted(at: index, opening, column, isEscaped: false)
        run = index
      } else {
        index += 1
      }
    }
    if scalar.cookedStart >= 0 { cook(&scalar, run..<index) }
    position = index + 1
    lastEnd = position
    scalar.end = position
    return scalar
  }

  private mutating func cook(_ scalar: inout Scalar, _ range: Range<Int>) {
    if scalar.cookedStart < 0 { scalar.cookedStart = tape.cooked.count }
    tape.cooked.append(contentsOf: bytes[range])
  }

  /// Goes from a break to the next line of a quoted scalar.
  private mutating func foldQuoted(
    at index: Int,
    _ opening: Int,
    _ column: Int,
    isEscaped: Bool
  ) throws(Stop) -> Int {
    let fold = fold(at: index, column: column)
    if fold.next == end { throw failUnclosedQuote(opening, at: end) }
    if fold.next == fold.lineStart, isMarker(at: fold.next) {
      (position, lineStart) = (fold.next, fold.lineStart)
      throw failMarkerInside("quotes", opening)
    }
    if fold.indentation < column {
      if bytes[fold.next - 1] == Byte.tab {
        throw failTab(fold.lineStart + fold.indentation)
      }
      throw failUnclosedQuote(opening, at: fold.next, column)
    }
    if fold.tab >= 0 { throw failTab(fold.tab) }
    if !isEscaped {
      appendFold(fold.breaks)
    } else if fold.breaks > 1 {
      for _ in 1..<fold.breaks { tape.cooked.append(Byte.lineFeed) }
    }
    lineStart = fold.lineStart
    return fold.next
  }

  private mutating func failUnclosedQuote(
    _ opening: Int,
    at place: Int,
    _ column: Int = 0
  ) -> Stop {
    if place == end {
      return fail(
        .quoteUnclosed,
        opening..<opening + 1,
        "This quote is never closed; write the same one where its text ends.",
        related: (end..<end, "the text ends here")
      )
    }
    return fail(
      .quoteUnclosed,
      opening..<opening + 1,
      "This quote is still open where a line is indented less than by \(column), which ends what it"
        + " belongs to.",
      related: (word(at: place), "the line")
    )
  }

  // MARK: Escapes

  /// Puts what an escape means into the side buffer; gives the offset after it.
  private mutating func unescape(at index: Int, _ opening: Int) throws(Stop) -> Int {
    guard index + 1 < end else { throw failUnclosedQuote(opening, at: end) }
    let digits: Int
    switch bytes[index + 1] {
    case UInt8(ascii: "0"): return cook(0x00, index)
    case UInt8(ascii: "a"): return cook(0x07, index)
    case UInt8(ascii: "b"): return cook(0x08, index)
    case UInt8(ascii: "t"), Byte.tab: return cook(0x09, index)
    case UInt8(ascii: "n"): return cook(0x0A, index)
    case UInt8(ascii: "v"): return cook(0x0B, index)
    case UInt8(ascii: "f"): return cook(0x0C, index)
    case UInt8(ascii: "r"): return cook(0x0D, index)
    case UInt8(ascii: "e"): return cook(0x1B, index)
    case Byte.space, Byte.quote, Byte.backslash, UInt8(ascii: "/"):
      return cook(UInt32(bytes[index + 1]), index)
    case UInt8(ascii: "N"): return cook(0x85, index)
    case UInt8(ascii: "_"): return cook(0xA0, index)
    case UInt8(ascii: "L"): return cook(0x2028, index)
    case UInt8(ascii: "P"): return cook(0x2029, index)
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default:
      let place = index..<character(at: index + 1).upperBound
      try report(
        .escape,
        place,
        "\(quoted(place)) is no escape; write '\\\\' for a backslash, or use single quotes, in which"
          + " a backslash is only itself."
      )
      return place.upperBound
    }
    var value: UInt64 = 0
    var next = index + 2
    while next < index + 2 + digits, let digit = Byte.hexadecimal(byte(at: next)) {
      value = value << 4 | UInt64(digit)
      next += 1
    }
    if next < index + 2 + digits {
      try report(
        .escape,
        index..<next,
        "\(digits) hexadecimal digits must follow '\(text(index..<index + 2))'."
      )
    } else if let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: value)), value <= 0x10_FFFF {
      tape.cooked.append(contentsOf: UTF8.encode(scalar)!)
    } else {
      try report(
        .escape,
        index..<next,
        (0xD800...0xDFFF).contains(value)
          ? "This is half of a surrogate pair, no character; write the whole one with '\\U'."
          : "No character has a number above 10FFFF."
      )
    }
    return next
  }

  private mutating func cook(_ character: UInt32, _ index: Int) -> Int {
    tape.cooked.append(contentsOf: UTF8.encode(Unicode.Scalar(character)!)!)
    return index + 2
  }
}
