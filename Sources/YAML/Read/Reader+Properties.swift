extension Reader {
  /// Reads the anchor or tag that the reader is at.
  mutating func readProperty(into pending: inout PendingProperties) throws(Stop) {
    let start = position
    if bytes[start] == Byte.ampersand {
      let name = try readName("An anchor")
      if !pending.anchor.isEmpty {
        try report(
          .anchorRepeated,
          start..<name.upperBound,
          "Only one anchor can stand here, and \(quoted(pending.anchor)) already does; delete one.",
          related: (pending.anchor.lowerBound - 1..<pending.anchor.upperBound, "the first anchor")
        )
      }
      pending.anchor = name
    } else {
      let tag = try readTag()
      if !pending.tagRange.isEmpty {
        try report(
          .tagRepeated,
          start..<position,
          "Only one tag can stand here, and \(quoted(pending.tagRange)) already does; delete one.",
          related: (pending.tagRange, "the first tag")
        )
      }
      pending.tag = tag
      pending.tagRange = start..<position
    }
    if pending.isEmpty { pending.start = start }
    pending.end = position
    lastEnd = position
    let next = byte(at: position)
    let isEndInFlow =
      isInFlow && Byte.isFlowIndicator(next) && next != Byte.leftBracket
      && next != Byte.leftBrace
    if !Byte.isSpaceOrEnd(next) && !isEndInFlow {
      throw fail(
        .propertySpace,
        start..<character(at: position).upperBound,
        "A space must follow a tag or an anchor; \(quoted(character(at: position))) cannot be part of it."
      )
    }
  }

  /// Whether the innermost collection is in brackets or braces.
  var isInFlow: Bool {
    guard let kind = frames.last?.kind else { return false }
    return kind != .blockSequence && kind != .blockMapping
  }

  /// Reads the alias that the reader is at; gives where it is and the record that it means.
  mutating func readAlias(_ pending: PendingProperties) throws(Stop) -> (Range<Int>, target: Int) {
    let start = position
    let name = try readName("An alias")
    let range = start..<position
    lastEnd = position
    if !pending.isEmpty {
      try report(
        .aliasProperties,
        pending.start..<range.upperBound,
        "An alias has no tag and no anchor of its own; delete those before it."
      )
    }
    guard let target = anchored(name) else {
      try report(
        .aliasUnknown,
        range,
        "Nothing before this place in the document has the anchor '&\(plain(name))'; put a text that"
          + " begins with '*' in quotes."
      )
      return (range, tape.records.count)
    }
    if tape.properties[Int(tape.records[target].link)].isOpen {
      try report(
        .aliasInsideItself,
        range,
        "This alias stands inside what it repeats, which would never end; set the anchor at a smaller"
          + " part.",
        related: (Int(tape.records[target].start)..<Int(tape.records[target].end), "the anchor")
      )
      return (range, tape.records.count)
    }
    return (range, target)
  }

  /// A piece of the text for a message that has its own quotes.
  func plain(_ range: Range<Int>) -> String { String(quoted(range).dropFirst().dropLast()) }

  private mutating func readName(_ what: String) throws(Stop) -> Range<Int> {
    let start = position + 1
    var index = start
    while index < end, !Byte.isSpaceOrEnd(bytes[index]), !Byte.isFlowIndicator(bytes[index]) {
      index += 1
    }
    if index == start {
      throw fail(
        .anchorForm,
        position..<start,
        "\(what) needs a name right after \(quoted(position..<start)); put a text that begins so in"
          + " quotes."
      )
    }
    position = index
    return start..<index
  }
}
