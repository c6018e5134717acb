extension Reader {
  /// Reads all documents.
  mutating func readStream() throws(Stop) {
    while true {
      if position == lineStart, isByteOrderMark(at: position) {
        byteOrderMarks.append(position)
        position += 3
        lineStart = position
      }
      let gap = try skipGap()
      if position == end { return }
      forgetHandles()
      var directives: Range<Int>?
      if gap.startsLine, position == lineStart, bytes[position] == Byte.percent {
        directives = try readDirectives()
      }
      try readDocument(after: directives)
    }
  }

  private func isByteOrderMark(at offset: Int) -> Bool {
    byte(at: offset) == 0xEF && byte(at: offset + 1) == 0xBB && byte(at: offset + 2) == 0xBF
  }

  private mutating func readDocument(after directives: Range<Int>?) throws(Stop) {
    anchors.reset(capacity: 0)
    var site = Site.bare
    var marks: UInt8 = 0
    if isAtMarker, bytes[position] == Byte.dash {
      lastEnd = position + 3
      site = .marker
      marks = 1
    } else if let directives {
      throw fail(
        .directivePlace,
        directives,
        "After lines that begin with '%' comes a line '---', and then the document."
      )
    } else if isAtMarker {
      try skipEndMarker()
      return
    }
    let document = tape.records.count
    let start = position
    // A bare document's first line counts its indentation like any other.
    position = site == .marker ? position + 3 : lineStart
    if site == .bare { lastEnd = position }
    tape.append(
      Record(start: UInt32(start), end: 0, link: 0, kind: .document, style: .plain),
      textBefore: position,
      of: end
    )
    try readBlocks(from: site)
    var last = lastEnd
    if isAtMarker, bytes[position] == Byte.dot {
      last = position + 3
      try skipEndMarker()
      marks |= 2
    }
    tape.records[document].end = UInt32(last)
    tape.records[document].link = UInt32(tape.records.count)
    tape.records[document].marks = marks
  }

  /// Goes past `...`, after which only a comment may stand.
  private mutating func skipEndMarker() throws(Stop) {
    position += 3
    lastEnd = position
    let before = (position, lineStart)
    if try !skipGap().startsLine, position < end {
      throw fail(
        .trailingText,
        word(at: position),
        "The line of '...' ends the document; only a comment can follow in it."
      )
    }
    (position, lineStart) = before
    // The next line may begin with a byte order mark, which is no blank.
    while position < end, !Byte.isBreak(bytes[position]) { position += 1 }
    if position < end {
      position = afterBreak(position)
      lineStart = position
    }
  }

  // MARK: Directives

  /// Reads lines that begin with `%`; gives where they are.
  private mutating func readDirectives() throws(Stop) -> Range<Int> {
    let start = position
    var version: Range<Int>?
    var last = start
    while position < end, position == lineStart, bytes[position] == Byte.percent {
      let words = directiveWords()
      last = words.last!.upperBound
      switch text(words[0]) {
      case "%YAML":
        try readVersion(words, first: version)
        version = version ?? words[0]
      case "%TAG": try readTagDirective(words)
      case "%":
        throw fail(.directiveForm, words[0], "A directive has a name right after '%'.")
      default:
        try report(
          .directiveUnknown,
          words[0],
          "There is no such directive in YAML 1.2; it has no effect. A comment begins with '#'.",
          severity: .warning
        )
      }
      _ = try skipGap()
    }
    return start..<last
  }

  /// The words of a line, up to a comment.
  private mutating func directiveWords() -> [Range<Int>] {
    var words: [Range<Int>] = []
    while position < end, !Byte.isBreak(bytes[position]), bytes[position] != Byte.hash {
      let start = position
      while !Byte.isSpaceOrEnd(byte(at: position)) { position += 1 }
      if words.count < 8 { words.append(start..<position) }
      while Byte.isBlank(byte(at: position)) { position += 1 }
    }
    return words
  }

  private mutating func readVersion(_ words: [Range<Int>], first: Range<Int>?) throws(Stop) {
    if let first {
      try report(
        .directiveRepeated,
        words[0],
        "A document has one version; delete this line.",
        related: (first, "the first version")
      )
    }
    guard words.count == 2 else {
      throw fail(
        .directiveForm,
        words[0].lowerBound..<words.last!.upperBound,
        "This directive is written '%YAML 1.2'."
      )
    }
    let parts = bytes[words[1]].split(separator: Byte.dot, omittingEmptySubsequences: false)
    let numbers = parts.map { $0.count < 9 ? Int(String(decoding: $0, as: UTF8.self)) : nil }
    let areDigits = parts.allSatisfy { $0.allSatisfy { (0x30...0x39).contains($0) } }
    guard numbers.count == 2, areDigits, let major = numbers[0], let minor = numbers[1] else {
      throw fail(.directiveForm, words[1], "A version is two numbers, as in '%YAML 1.2'.")
    }
    if major != 1 {
      throw fail(
        .version,
        words[1],
        "This is YAML \(major).\(minor), and the reader knows YAML 1.2; write '%YAML 1.2' or nothing."
      )
    }
    if minor > 2 {
      try report(
        .version,
        words[1],
        "This is YAML 1.\(minor); it is read as YAML 1.2.",
        severity: .warning
      )
    }
  }

  private mutating func readTagDirective(_ words: [Range<Int>]) throws(Stop) {
    guard words.count == 3, isHandle(words[1]), let prefix = decoded(words[2]), isPrefix(words[2])
    else {
      throw fail(
        .directiveForm,
        words[0].lowerBound..<words.last!.upperBound,
        "This directive is written '%TAG !name! prefix'."
      )
    }
    if let known = handle(words[1]) {
      try report(
        .directiveRepeated,
        words[1],
        "A document declares a handle once; delete this line.",
        related: (known.handle, "the first declaration")
      )
    }
    declare(TagHandle(handle: words[1], prefix: prefix))
  }

  private func isHandle(_ range: Range<Int>) -> Bool {
    guard bytes[range.lowerBound] == Byte.exclamation else { return false }
    if range.count == 1 { return true }
    return bytes[range.upperBound - 1] == Byte.exclamation
      && bytes[range].dropFirst().dropLast().allSatisfy(Byte.isWord)
  }

  private func isPrefix(_ range: Range<Int>) -> Bool {
    let first = bytes[range.lowerBound]
    return (first == Byte.exclamation || Byte.isTag(first) || first == Byte.percent)
      && bytes[range].allSatisfy { Byte.isURI($0) || $0 == Byte.percent }
  }
}
