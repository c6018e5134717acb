extension Reader {
  private enum Chomping { case strip, clip, keep }

  /// Scans `|` or `>` and the lines that belong to it, for a node under `column`.
  mutating func scanBlockScalar(under column: Int) throws(Stop) -> Scalar {
    let opening = position
    let style: YAMLStyle = bytes[opening] == Byte.bar ? .literal : .folded
    let (chomping, digit) = try readBlockHeader()
    var scalar = Scalar(
      start: opening,
      end: lastEnd,
      style: style,
      cookedStart: tape.cooked.count
    )
    guard position < end else { return scalar }
    position = afterBreak(position)
    lineStart = position
    var indentation = max(column, 0) + digit
    if digit == 0 { indentation = try findIndentation(column) }
    var text = BlockText(isFolded: style == .folded)
    while position < end {
      var index = position
      while index < position + indentation, byte(at: index) == Byte.space { index += 1 }
      if index < end, Byte.isBreak(bytes[index]) {
        text.breaks += 1
        position = afterBreak(index)
        lineStart = position
        continue
      }
      if index == end {
        // A last line of spaces counts as a line, though no break ends it.
        if index > position { text.breaks += 1 }
        position = index
        break
      }
      if index < position + indentation || isMarker(at: position) {
        let isMarker = isMarker(at: position)
        if bytes[index] == Byte.tab, !isMarker { throw failTab(index) }
        break
      }
      if digit > 0, column < 0 { throw failIndicatorAtRoot(opening) }
      appendBlockLine(&text, from: index)
      scalar.end = position
      if position < end {
        position = afterBreak(position)
        lineStart = position
        text.breaks = 1
      } else if bytes[index..<end].allSatisfy({ $0 == Byte.space }) {
        text.breaks = 1
      }
    }
    lastEnd = scalar.end
    switch chomping {
    case .strip: break
    case .clip: if text.hasLine, text.breaks > 0 { tape.cooked.append(Byte.lineFeed) }
    case .keep: for _ in 0..<text.breaks { tape.cooked.append(Byte.lineFeed) }
    }
    return scalar
  }

  /// What is known of the lines so far.
  private struct BlockText {
    let isFolded: Bool
    /// Breaks since the last line that has text.
    var breaks = 0
    var hasLine = false
    /// Whether that line began with a blank.
    var wasSpaced = false
  }

  /// Puts a line with text into the side buffer, after the breaks before it.
  private mutating func appendBlockLine(_ text: inout BlockText, from start: Int) {
    let isSpaced = Byte.isBlank(bytes[start])
    if text.isFolded, text.hasLine, !text.wasSpaced, !isSpaced {
      appendFold(text.breaks)
    } else {
      for _ in 0..<text.breaks { tape.cooked.append(Byte.lineFeed) }
    }
    var index = start
    while index < end, !Byte.isBreak(bytes[index]) { index += 1 }
    tape.cooked.append(contentsOf: bytes[start..<index])
    position = index
    text.breaks = 0
    text.hasLine = true
    text.wasSpaced = isSpaced
  }

  /// Reads what follows `|` or `>` in its line.
  private mutating func readBlockHeader() throws(Stop) -> (Chomping, digit: Int) {
    let opening = position
    var chomping: Chomping?
    var digit = 0
    position += 1
    loop: while true {
      let next = byte(at: position)
      switch next {
      case Byte.plus where chomping == nil: chomping = .keep
      case Byte.dash where chomping == nil: chomping = .strip
      case UInt8(ascii: "1")...UInt8(ascii: "9") where digit == 0:
        digit = Int(next - UInt8(ascii: "0"))
      default: break loop
      }
      position += 1
    }
    lastEnd = position
    let headerEnd = position
    while Byte.isBlank(byte(at: position)) { position += 1 }
    if byte(at: position) == Byte.hash, position > headerEnd {
      while position < end, !Byte.isBreak(bytes[position]) { position += 1 }
    }
    if position < end, !Byte.isBreak(bytes[position]) {
      throw fail(
        .blockHeader,
        word(at: position),
        "After \(quoted(opening..<opening + 1)) stand at most one digit from 1 to 9 and one of '+'"
          + " and '-'; the text begins in the next line."
      )
    }
    return (chomping ?? .clip, digit)
  }

  /// Finds the indentation of the first line that is not blank; leaves the reader where it is.
  private mutating func findIndentation(_ column: Int) throws(Stop) -> Int {
    var start = position
    var longest = 0
    var longestStart = start
    while true {
      var index = start
      while byte(at: index) == Byte.space { index += 1 }
      let spaces = index - start
      if index < end, Byte.isBreak(bytes[index]) {
        if spaces > longest { (longest, longestStart) = (spaces, start) }
        start = afterBreak(index)
        continue
      }
      if index == end { return max(longest, spaces, column + 1) }
      if spaces <= column || isMarker(at: start) { return max(longest, column + 1) }
      if longest > spaces {
        throw fail(
          .blockIndentation,
          longestStart..<longestStart + longest,
          "This blank line has more spaces than the first line of the text, which has \(spaces)"
            + " and sets the indentation; delete the spaces here.",
          related: (index..<character(at: index).upperBound, "the first line of the text")
        )
      }
      return spaces
    }
  }

  private mutating func failIndicatorAtRoot(_ opening: Int) -> Stop {
    fail(
      .blockIndicatorAtRoot,
      opening..<opening + 2,
      "At the top of a document, readers disagree on what an indentation digit counts from, so it"
        + " is not read here; indent the text as its first line is."
    )
  }
}
