/// A short form of tags: `!e!` for a prefix.
struct TagHandle {
  var handle: Range<Int>
  var prefix: [UInt8]
}

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
          "A node has one anchor; this one already has \(quoted(pending.anchor)).",
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
          "A node has one tag; this one already has \(quoted(pending.tagRange)).",
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
        "An alias stands for a node that has its own tag and anchor; it can have none itself."
      )
    }
    guard let target = anchored(name) else {
      try report(
        .aliasUnknown,
        range,
        "No node before this place in the document has the anchor '&\(plain(name))'."
      )
      return (range, tape.records.count)
    }
    if tape.properties[Int(tape.records[target].link)].isOpen {
      try report(
        .aliasInsideItself,
        range,
        "This alias stands inside the node that it repeats, which would never end.",
        related: (Int(tape.records[target].start)..<Int(tape.records[target].end), "the anchor")
      )
      return (range, tape.records.count)
    }
    return (range, target)
  }

  private func plain(_ range: Range<Int>) -> String { String(quoted(range).dropFirst().dropLast()) }

  private mutating func readName(_ what: String) throws(Stop) -> Range<Int> {
    let start = position + 1
    var index = start
    while index < end, !Byte.isSpaceOrEnd(bytes[index]), !Byte.isFlowIndicator(bytes[index]) {
      index += 1
    }
    if index == start {
      throw fail(.anchorForm, position..<start, "\(what) needs a name right after this character.")
    }
    position = index
    return start..<index
  }

  // MARK: Tags

  /// Reads a tag; gives its number, from 1.
  private mutating func readTag() throws(Stop) -> Int {
    let start = position
    if byte(at: start + 1) == Byte.less { return try readVerbatimTag() }
    // A handle is "!", "!!" or "!word!".
    var index = start + 1
    while Byte.isWord(byte(at: index)) { index += 1 }
    var handle = start..<start + 1
    if byte(at: index) == Byte.exclamation { handle = start..<index + 1 }
    let suffix = handle.upperBound
    index = suffix
    while Byte.isTag(byte(at: index)) || byte(at: index) == Byte.percent { index += 1 }
    position = index
    if index == suffix {
      if handle.count == 1 { return intern(.nonSpecific) }
      throw fail(.tagForm, start..<index, "The name of a type is missing after '\(text(handle))'.")
    }
    guard let name = decoded(suffix..<index) else {
      throw fail(.tagForm, suffix..<index, "After '%' a tag needs two hexadecimal digits.")
    }
    var whole: [UInt8]
    if let known = handles.last(where: { bytes[$0.handle] == bytes[handle] }) {
      whole = known.prefix
    } else if handle.count == 1 {
      whole = [Byte.exclamation]
    } else if handle.count == 2 {
      whole = Array(YAMLTag.core.utf8)
    } else {
      try report(
        .tagHandle,
        handle,
        "The handle '\(text(handle))' is not declared; before '---' of this document that takes"
          + " '%TAG \(text(handle)) …'."
      )
      return intern(.nonSpecific)
    }
    whole += name
    return try accepted(String(decoding: whole, as: UTF8.self), start..<index)
  }

  private mutating func readVerbatimTag() throws(Stop) -> Int {
    let start = position
    var index = start + 2
    while Byte.isURI(byte(at: index)) || byte(at: index) == Byte.percent { index += 1 }
    guard byte(at: index) == Byte.greater else {
      throw fail(
        .tagForm,
        start..<index,
        "A tag that begins with '!<' is a URI and ends with '>'."
      )
    }
    position = index + 1
    let name = start + 2..<index
    guard let uri = decoded(name), uri.first != Byte.exclamation || uri.count > 1,
      uri.first == Byte.exclamation || uri.contains(Byte.colon), uri.first != Byte.colon
    else {
      throw fail(
        .tagForm,
        start..<index + 1,
        "Between '!<' and '>' stands a whole tag: '!name', or a URI such as 'tag:yaml.org,2002:str'."
      )
    }
    return try accepted(text(name), start..<index + 1)
  }

  private mutating func accepted(_ whole: String, _ range: Range<Int>) throws(Stop) -> Int {
    let tag = YAMLTag(resolved: whole)
    if case .custom = tag {
      try report(
        .tagCustom,
        range,
        "The type '\(whole)' is not known here; of tags, this reader takes !!str, !!int, !!float,"
          + " !!bool, !!null, !!map, !!seq and '!'."
      )
    }
    return intern(tag)
  }

  private mutating func intern(_ tag: YAMLTag) -> Int {
    if let index = tape.tags.firstIndex(of: tag) { return index + 1 }
    tape.tags.append(tag)
    return tape.tags.count
  }

  /// A part of a tag with `%` and two digits made the byte that they mean.
  func decoded(_ range: Range<Int>) -> [UInt8]? {
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == Byte.percent {
        guard index + 2 < range.upperBound, let high = Byte.hexadecimal(bytes[index + 1]),
          let low = Byte.hexadecimal(bytes[index + 2])
        else { return nil }
        result.append(UInt8(high * 16 + low))
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
