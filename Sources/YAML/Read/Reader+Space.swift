extension Reader {
  /// Goes past blanks, comments and breaks to the next token or to the end.
  mutating func skipGap() throws(Stop) -> Gap {
    var index = position
    var gap = Gap(startsLine: index == lineStart, indentation: 0, hasTabs: false)
    if gap.startsLine {
      while byte(at: index) == Byte.space { index += 1 }
      gap.indentation = index - lineStart
    }
    var isSeparated = gap.startsLine || index > 0 && Byte.isBlank(bytes[index - 1])
    while index < end {
      switch bytes[index] {
      case Byte.space:
        index += 1
        isSeparated = true
      case Byte.tab:
        index += 1
        isSeparated = true
        gap.hasTabs = true
      case Byte.lineFeed, Byte.carriageReturn:
        index = afterBreak(index)
        lineStart = index
        while byte(at: index) == Byte.space { index += 1 }
        gap = Gap(startsLine: true, indentation: index - lineStart, hasTabs: false)
        isSeparated = true
      case Byte.hash:
        if !isSeparated {
          try report(
            .commentSpace,
            index..<index + 1,
            "A comment needs a space before its '#'; without one it would belong to the text."
          )
        }
        while index < end, !Byte.isBreak(bytes[index]) { index += 1 }
      default:
        position = index
        return gap
      }
    }
    position = index
    return gap
  }

  /// The offset after the break at `index`.
  @inline(__always) func afterBreak(_ index: Int) -> Int {
    if bytes[index] == Byte.carriageReturn, byte(at: index + 1) == Byte.lineFeed {
      return index + 2
    }
    return index + 1
  }

  /// Whether `---` or `...` is at an offset where a line begins.
  func isMarker(at offset: Int) -> Bool {
    guard offset + 2 < end else { return false }
    let first = bytes[offset]
    guard first == Byte.dash || first == Byte.dot else { return false }
    return bytes[offset + 1] == first && bytes[offset + 2] == first
      && Byte.isSpaceOrEnd(byte(at: offset + 3))
  }

  /// Whether the reader is at `---` or `...`.
  var isAtMarker: Bool { position == lineStart && isMarker(at: position) }

  /// Whether the reader is at `-`, `?` or `:` with a space or the end of the line after it.
  func isAtIndicator(_ indicator: UInt8) -> Bool {
    byte(at: position) == indicator && Byte.isSpaceOrEnd(byte(at: position + 1))
  }

  /// What is between a line of a scalar and the next one.
  struct Fold {
    /// The first byte of the next line that is not blank.
    var next: Int
    /// Where that line begins.
    var lineStart: Int
    /// How many spaces it begins with.
    var indentation: Int
    /// How many breaks there are.
    var breaks: Int
    /// A tab in a blank line where spaces are needed; -1 without one.
    var tab: Int
  }

  /// Looks from the break at `index` to the next line that is not blank.
  ///
  /// `column` says how many spaces a line of this scalar begins with at least.
  func fold(at index: Int, column: Int) -> Fold {
    var fold = Fold(next: index, lineStart: lineStart, indentation: 0, breaks: 0, tab: -1)
    while fold.next < end, Byte.isBreak(bytes[fold.next]) {
      fold.breaks += 1
      fold.lineStart = afterBreak(fold.next)
      var next = fold.lineStart
      while byte(at: next) == Byte.space { next += 1 }
      fold.indentation = next - fold.lineStart
      let spacesEnd = next
      while Byte.isBlank(byte(at: next)) { next += 1 }
      if next > spacesEnd, fold.indentation < column, fold.tab < 0, Byte.isBreak(byte(at: next)) {
        fold.tab = spacesEnd
      }
      fold.next = next
    }
    return fold
  }

  /// Puts a fold into a scalar: a space for one break, a break less for several.
  mutating func appendFold(_ breaks: Int) {
    if breaks == 1 {
      tape.cooked.append(Byte.space)
    } else {
      for _ in 1..<breaks { tape.cooked.append(Byte.lineFeed) }
    }
  }

  mutating func failTab(_ offset: Int) -> Stop {
    fail(
      .tab,
      offset..<offset + 1,
      "A tab does not indent in YAML, because its width is not defined; write spaces."
    )
  }

  /// The first tab between the beginning of the line and the token that the reader is at.
  mutating func failTabBeforeToken() -> Stop {
    var offset = position
    while offset > lineStart, Byte.isBlank(bytes[offset - 1]) { offset -= 1 }
    while offset < position, bytes[offset] != Byte.tab { offset += 1 }
    return failTab(offset)
  }
}
