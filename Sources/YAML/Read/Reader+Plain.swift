extension Reader {
  /// Refuses what cannot be the first character of a plain scalar.
  mutating func checkPlainStart() throws(Stop) {
    let first = bytes[position]
    let place = character(at: position)
    switch first {
    case Byte.at, Byte.backtick:
      try report(
        .reservedCharacter,
        place,
        "No text can begin with \(quoted(place)), which YAML keeps for later; put it in quotes."
      )
    case Byte.rightBracket, Byte.rightBrace, Byte.comma:
      if isInFlow {
        throw fail(.unexpectedCharacter, place, "A value should stand before \(quoted(place)).")
      }
      throw fail(
        .unexpectedCharacter,
        place,
        "No text can begin with \(quoted(place)), which belongs to '[…]' and '{…}'; put it in quotes."
      )
    case Byte.percent:
      if position == lineStart, !isInFlow { throw failDirective() }
      throw fail(
        .unexpectedCharacter,
        place,
        "No text can begin with '%', which begins a directive; put it in quotes."
      )
    case Byte.bar, Byte.greater:
      throw fail(
        .unexpectedCharacter,
        place,
        isInFlow
          ? "A block scalar cannot stand in brackets; use quotes."
          : "A block scalar cannot be a key without '? '; use quotes."
      )
    case Byte.dash, Byte.question, Byte.colon:
      let next = byte(at: position + 1)
      if Byte.isSpaceOrEnd(next) || isInFlow && Byte.isFlowIndicator(next) {
        throw fail(
          .unexpectedCharacter,
          place,
          "No text can begin with \(quoted(place)) and a space or a bracket; put it in quotes."
        )
      }
    default: break
    }
  }

  /// Scans a scalar without quotes. `column` is where a further line begins at least.
  mutating func scanPlain(column: Int, inFlow: Bool, oneLine: Bool) throws(Stop) -> Scalar {
    let start = position
    var cookedStart = -1
    var index = start
    var lineContent = start
    while true {
      let (contentEnd, stop) = plainLine(from: index, inFlow: inFlow)
      position = contentEnd
      guard stop < end, Byte.isBreak(bytes[stop]), !oneLine else { break }
      let fold = fold(at: stop, column: column)
      let next = byte(at: fold.next)
      let after = byte(at: fold.next + 1)
      if fold.next == end || fold.indentation < column || next == Byte.hash
        || next == Byte.colon
          && (Byte.isSpaceOrEnd(after) || inFlow && Byte.isFlowIndicator(after))
        || inFlow && Byte.isFlowIndicator(next)
        || fold.next == fold.lineStart && isMarker(at: fold.next)
      {
        break
      }
      if fold.tab >= 0 { throw failTab(fold.tab) }
      if cookedStart < 0 { cookedStart = tape.cooked.count }
      tape.cooked.append(contentsOf: bytes[lineContent..<contentEnd])
      appendFold(fold.breaks)
      index = fold.next
      lineContent = index
      lineStart = fold.lineStart
    }
    if cookedStart >= 0 { tape.cooked.append(contentsOf: bytes[lineContent..<position]) }
    lastEnd = position
    return Scalar(start: start, end: position, style: .plain, cookedStart: cookedStart)
  }

  /// Goes through one line: where its content ends, and where the line or the scalar does.
  private func plainLine(from start: Int, inFlow: Bool) -> (contentEnd: Int, stop: Int) {
    var index = start
    var contentEnd = start
    while index < end {
      let byte = bytes[index]
      switch byte {
      case Byte.space, Byte.tab:
        index += 1
        continue
      case Byte.lineFeed, Byte.carriageReturn: return (contentEnd, index)
      case Byte.colon:
        let next = self.byte(at: index + 1)
        if Byte.isSpaceOrEnd(next) || inFlow && Byte.isFlowIndicator(next) {
          return (contentEnd, index)
        }
      case Byte.hash:
        if index > start, Byte.isBlank(bytes[index - 1]) { return (contentEnd, index) }
      case Byte.comma, Byte.leftBracket, Byte.rightBracket, Byte.leftBrace, Byte.rightBrace:
        if inFlow { return (contentEnd, index) }
      default: break
      }
      index += 1
      contentEnd = index
    }
    return (contentEnd, index)
  }
}
