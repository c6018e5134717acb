extension Reader {
  /// Reads the flow collection that the reader is at, with everything in it.
  mutating func readFlow(under column: Int, _ pending: PendingProperties) throws(Stop) {
    flowColumn = column + 1
    let base = frames.count
    try openFlow(pending)
    while frames.count > base {
      try skipFlowGap()
      let top = frames.count - 1
      let next = bytes[position]
      switch frames[top].awaited {
      case .entry: try readFlowEntry(top, next)
      case .key:
        frames[top].awaited = .colon
        if isFlowEnd(next) || isFlowColon() {
          frames[top].keyIsClosed = false
          try emitEmpty()
        } else {
          try readFlowNode(top)
        }
      case .colon:
        if next == Byte.colon, frames[top].keyIsClosed || isFlowColon() {
          try takeFlowColon(top)
        } else {
          try emitEmpty()
          frames[top].awaited = .separator
        }
      case .value:
        frames[top].awaited = .separator
        if isFlowEnd(next) { try emitEmpty() } else { try readFlowNode(top) }
      case .separator: try readSeparator(top, next)
      }
    }
  }

  private mutating func openFlow(_ pending: PendingProperties) throws(Stop) {
    let isSequence = bytes[position] == Byte.leftBracket
    try open(isSequence ? .flowSequence : .flowMapping, at: position, pending)
    position += 1
    lastEnd = position
  }

  /// Goes to the next token inside brackets; checks that its line belongs to them.
  private mutating func skipFlowGap() throws(Stop) {
    let gap = try skipGap()
    if position == end { throw failUnclosed() }
    if !gap.startsLine { return }
    if isAtMarker { throw failMarkerInside("brackets", frames.last!.opening) }
    if gap.indentation < flowColumn {
      if gap.hasTabs { throw failTabBeforeToken() }
      throw fail(
        .indentation,
        word(at: position),
        "The bracket of line \(source.place(at: frames.last!.opening).line) is still open, and what"
          + " is inside it is indented by \(flowColumn) at least; close it before, or indent this.",
        related: (frames.last!.opening..<frames.last!.opening + 1, "the open bracket")
      )
    }
  }

  private func isFlowEnd(_ byte: UInt8) -> Bool {
    byte == Byte.comma || byte == Byte.rightBracket || byte == Byte.rightBrace
  }

  /// Whether the reader is at a colon that would end a plain key.
  private func isFlowColon() -> Bool {
    let next = byte(at: position + 1)
    return bytes[position] == Byte.colon
      && (Byte.isSpaceOrEnd(next) || Byte.isFlowIndicator(next))
  }

  private mutating func readFlowEntry(_ top: Int, _ next: UInt8) throws(Stop) {
    let isSequence = frames[top].kind == .flowSequence
    switch next {
    case Byte.rightBracket, Byte.rightBrace: try closeFlow(next)
    case Byte.comma:
      try report(
        .commaExtra,
        position..<position + 1,
        "Nothing stands before this comma; write one comma between two entries."
      )
      position += 1
    case Byte.question where isAtIndicator(Byte.question):
      frames[top].awaited = .separator
      if isSequence { try open(.flowPair, at: position) }
      frames[frames.count - 1].awaited = .key
      position += 1
      lastEnd = position
    default:
      if isSequence {
        frames[top].awaited = .separator
        if isFlowColon() {
          try open(.flowPair, at: position)
          lastEnd = position
          try emitEmpty()
          try takeFlowColon(top + 1)
        } else {
          try readFlowNode(top)
        }
      } else if isFlowColon() {
        lastEnd = position
        try emitEmpty()
        try takeFlowColon(top)
      } else {
        frames[top].awaited = .colon
        try readFlowNode(top)
      }
    }
  }

  private mutating func readSeparator(_ top: Int, _ next: UInt8) throws(Stop) {
    if frames[top].kind == .flowPair {
      try close()
    } else if next == Byte.comma {
      position += 1
      lastEnd = position
      frames[top].awaited = .entry
    } else if next == Byte.rightBracket || next == Byte.rightBrace {
      try closeFlow(next)
    } else {
      throw failSeparator(top, next)
    }
  }

  /// Ends the innermost collection; in a sequence it may prove to be the key of a pair.
  private mutating func closeFlow(_ bracket: UInt8) throws(Stop) {
    let isSequence = frames.last!.kind == .flowSequence
    if isSequence != (bracket == Byte.rightBracket) {
      throw fail(
        .bracketMismatch,
        position..<position + 1,
        "This closes nothing: the innermost open bracket is \(isSequence ? "'['" : "'{'"), which"
          + " \(isSequence ? "']'" : "'}'") closes.",
        related: (frames.last!.opening..<frames.last!.opening + 1, "the open bracket")
      )
    }
    position += 1
    lastEnd = position
    frames[frames.count - 1].awaited = .separator
    let frame = try close()
    lastHeight = frame.height + 1
    if let candidate = frame.candidate, let colon = colonOfPair(keyIsClosed: true) {
      try checkPairKey(candidate, colon)
      try open(.flowPair, at: candidate.start, hole: candidate.hole, height: lastHeight)
      position = colon
      try takeFlowColon(frames.count - 1)
    }
  }

  private mutating func takeFlowColon(_ top: Int) throws(Stop) {
    let next = byte(at: position + 1)
    if !frames[top].keyIsClosed, next == Byte.leftBracket || next == Byte.leftBrace {
      try report(
        .colonSpace,
        position..<position + 1,
        "A space must follow the colon after a key."
      )
    }
    position += 1
    lastEnd = position
    frames[top].awaited = .value
    frames[top].keyIsClosed = false
  }

  /// The colon in this line that makes an entry of a sequence the key of a pair.
  private func colonOfPair(keyIsClosed: Bool) -> Int? {
    var index = position
    while Byte.isBlank(byte(at: index)) { index += 1 }
    guard byte(at: index) == Byte.colon else { return nil }
    let next = byte(at: index + 1)
    let isSeparate = Byte.isSpaceOrEnd(next) || Byte.isFlowIndicator(next)
    return keyIsClosed || isSeparate ? index : nil
  }

  private mutating func checkPairKey(_ candidate: Frame.Candidate, _ colon: Int) throws(Stop) {
    if lineStart != candidate.line { throw failKeyOverLines(candidate.start, colon) }
    try checkKeyLength(candidate.start, colon)
  }

  /// Reads a node in brackets: all of a scalar or an alias, the opening bracket of a collection.
  ///
  /// As an entry of a sequence it may prove to be the key of a pair.
  private mutating func readFlowNode(_ top: Int) throws(Stop) {
    var candidate = Frame.Candidate(hole: 0, start: position, line: lineStart)
    let isEntry = frames[top].kind == .flowSequence
    var pending = PendingProperties()
    while bytes[position] == Byte.ampersand || bytes[position] == Byte.exclamation {
      try readProperty(into: &pending)
      try skipFlowGap()
    }
    let next = bytes[position]
    if next == Byte.leftBracket || next == Byte.leftBrace {
      frames[top].keyIsClosed = true
      if isEntry { candidate.hole = try emitHole() }
      try openFlow(pending)
      if isEntry { frames[frames.count - 1].candidate = candidate }
      return
    }
    if next == Byte.asterisk {
      let (range, target) = try readAlias(pending)
      try openPair(isEntry, candidate, keyIsClosed: false)
      frames[top].keyIsClosed = false
      try emitAlias(range, to: target)
    } else if isFlowEnd(next) || isFlowColon() {
      let written = Scalar(start: lastEnd, end: lastEnd, style: .plain)
      try openPair(isEntry, candidate, keyIsClosed: false)
      frames[top].keyIsClosed = false
      try emit(written, pending)
    } else {
      let isQuoted = next == Byte.quote || next == Byte.apostrophe
      let scalar: Scalar
      if isQuoted {
        scalar = try scanScalar(under: flowColumn - 1)
      } else {
        try checkPlainStart()
        scalar = try scanPlain(column: flowColumn, inFlow: true, oneLine: false)
      }
      try openPair(isEntry, candidate, keyIsClosed: isQuoted)
      frames[top].keyIsClosed = isQuoted
      try emit(scalar, pending)
    }
    if frames.count > top + 1 { try takeFlowColon(top + 1) }
  }

  /// Begins a pair if a colon follows an entry of a sequence.
  private mutating func openPair(
    _ isEntry: Bool,
    _ candidate: Frame.Candidate,
    keyIsClosed: Bool
  ) throws(Stop) {
    guard isEntry, let colon = colonOfPair(keyIsClosed: keyIsClosed) else { return }
    try checkPairKey(candidate, colon)
    try open(.flowPair, at: candidate.start)
    frames[frames.count - 1].keyIsClosed = keyIsClosed
    position = colon
  }
}
