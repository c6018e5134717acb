extension Reader {
  /// What a node in a block collection stands after.
  enum Site {
    /// Nothing: the beginning of a document without `---`.
    case bare
    /// `---`
    case marker
    /// `-`
    case dash
    /// `?`, or the `:` that belongs to one.
    case explicitPart
    /// `key:`
    case implicitValue
  }

  /// What the reader of blocks does next.
  enum Step {
    case node(under: Int, Site)
    case entry
    case done
  }

  /// Reads the content of one document.
  mutating func readBlocks(from site: Site) throws(Stop) {
    var step = Step.node(under: -1, site)
    while true {
      switch step {
      case .node(let column, let site): step = try readNode(under: column, site)
      case .entry: step = try readEntry()
      case .done: return
      }
    }
  }

  /// Reads what comes after a complete node: the next entry of a collection, or the end.
  mutating func readEntry() throws(Stop) -> Step {
    let gap = try skipGap()
    if position == end || gap.startsLine && isMarker(at: position) && position == lineStart {
      while !frames.isEmpty { try close() }
      return .done
    }
    if !gap.startsLine { throw failTrailing() }
    let column = gap.indentation
    var closed: Frame?
    while let frame = frames.last, frame.column > column { closed = try close() }
    if gap.hasTabs, !frames.isEmpty || closed != nil { throw failTabBeforeToken() }
    guard let frame = frames.last else { throw failAfterRoot(closed) }
    if frame.column < column { throw failIndentation(column, closed) }
    if frame.kind == .blockSequence {
      if isAtIndicator(Byte.dash) { return takeIndicator(column, .dash) }
      // A sequence may stand at the column of the key that it belongs to.
      guard frames.count > 1, frames[frames.count - 2].column == column else {
        throw fail(
          .itemExpected,
          word(at: position),
          "Items of this sequence begin with '- ' at column \(column + 1); what belongs to an item is"
            + " indented more.",
          related: (frame.opening..<frame.opening + 1, "the sequence begins here")
        )
      }
      try close()
    }
    return try readKey(column)
  }

  /// Goes past an indicator to the node after it.
  mutating func takeIndicator(_ column: Int, _ site: Site) -> Step {
    position += 1
    lastEnd = position
    return .node(under: column, site)
  }

  /// Reads the next key of the innermost collection, a block mapping.
  private mutating func readKey(_ column: Int) throws(Stop) -> Step {
    let top = frames.count - 1
    if frames[top].awaited == .colon {
      frames[top].awaited = .entry
      if isAtIndicator(Byte.colon) { return takeIndicator(column, .explicitPart) }
      try emitEmpty()
    }
    if isAtIndicator(Byte.question) {
      frames[top].awaited = .colon
      return takeIndicator(column, .explicitPart)
    }
    if isAtIndicator(Byte.dash) {
      throw fail(
        .keyExpected,
        position..<position + 1,
        "At column \(column + 1) this mapping has its keys; an item of a sequence cannot stand"
          + " between them. Is a line 'key:' missing before it?",
        related: (frames[top].opening..<frames[top].opening, "the mapping begins here")
      )
    }
    let start = position
    let line = lineStart
    var pending = PendingProperties()
    while byte(at: position) == Byte.ampersand || byte(at: position) == Byte.exclamation {
      try readProperty(into: &pending)
      if try skipGap().startsLine || position == end {
        throw fail(
          .propertyPlace,
          pending.start..<pending.end,
          "A tag or an anchor of a key stands in the line of the key; move it there."
        )
      }
    }
    if isAtIndicator(Byte.colon) {
      lastEnd = position
      try emitEmpty(pending)
      return takeIndicator(column, .implicitValue)
    }
    try readKeyContent(pending, column)
    guard let colon = colonAfterKey() else { throw failColonMissing(start) }
    if lineStart != line { throw failKeyOverLines(start, colon) }
    try checkKeyLength(start, colon)
    position = colon
    return takeIndicator(column, .implicitValue)
  }

  private mutating func readKeyContent(
    _ pending: PendingProperties,
    _ column: Int
  ) throws(Stop) {
    switch bytes[position] {
    case Byte.asterisk:
      let (range, target) = try readAlias(pending)
      try emitAlias(range, to: target)
    case Byte.leftBracket, Byte.leftBrace:
      try readFlow(under: column, pending)
    default:
      try emit(try scanScalar(under: column, oneLine: true), pending)
    }
  }

  /// Scans a scalar that is not a block scalar.
  mutating func scanScalar(under column: Int, oneLine: Bool = false) throws(Stop) -> Scalar {
    switch bytes[position] {
    case Byte.quote: return try scanDoubleQuoted(column: column + 1)
    case Byte.apostrophe: return try scanSingleQuoted(column: column + 1)
    default:
      try checkPlainStart()
      return try scanPlain(column: column + 1, inFlow: false, oneLine: oneLine)
    }
  }

  /// Where the colon is that makes the node before the reader a key, if there is one in this line.
  func colonAfterKey() -> Int? {
    var index = position
    while Byte.isBlank(byte(at: index)) { index += 1 }
    guard byte(at: index) == Byte.colon, Byte.isSpaceOrEnd(byte(at: index + 1)) else { return nil }
    return index
  }

  /// A key without `?` has at most 1,024 characters.
  mutating func checkKeyLength(_ start: Int, _ colon: Int) throws(Stop) {
    if colon - start <= YAMLLimits.keyCharacters { return }
    if source.characters(in: start..<colon) <= YAMLLimits.keyCharacters { return }
    try report(
      .keyLength,
      start..<start + 1,
      "This key is longer than \(YAMLLimits.keyCharacters) characters, the most before a colon;"
        + " is a quote or a break missing? A longer key begins with '? '."
    )
  }
}
