/// The sentences for mistakes in block collections, each with the place that explains it.
extension Reader {
  mutating func failTrailing() -> Stop {
    let next = byte(at: position)
    if next == Byte.rightBracket || next == Byte.rightBrace {
      return fail(
        .bracketMismatch,
        character(at: position),
        "There is nothing open that \(quoted(character(at: position))) could close."
      )
    }
    if next == Byte.colon, !Byte.isSpaceOrEnd(byte(at: position + 1)) {
      return fail(
        .colonSpace,
        character(at: position),
        "A space must follow the colon after a key."
      )
    }
    return fail(
      .trailingText,
      word(at: position),
      "The value ends before this; a comment begins with ' #', and text that goes on in a second"
        + " pair of quotes needs one pair around all."
    )
  }

  mutating func failAfterRoot(_ closed: Frame?) -> Stop {
    if let closed {
      return fail(
        .indentation,
        word(at: position),
        "This is indented less than the first entry, which began at column \(closed.column + 1); move it"
          + " there.",
        related: (closed.opening..<closed.opening, "the first entry")
      )
    }
    if byte(at: position) == Byte.percent, position == lineStart {
      return failDirective()
    }
    return fail(
      .secondRoot,
      word(at: position),
      "The document ended before this line; a second one begins with a line '---'."
    )
  }

  /// A line that begins with `%` within a document.
  mutating func failDirective() -> Stop {
    fail(
      .directivePlace,
      word(at: position),
      "A line that begins with '%' stands before a document: end the one above with a line '...', or"
        + " put the text in quotes."
    )
  }

  mutating func failIndentation(_ column: Int, _ closed: Frame?) -> Stop {
    let outer = frames.last!
    if let closed {
      return fail(
        .indentation,
        word(at: position),
        "Column \(column + 1) fits neither the entries at column \(closed.column + 1) nor those at"
          + " column \(outer.column + 1); move it to one of them.",
        related: (closed.opening..<closed.opening, "entries at column \(closed.column + 1)")
      )
    }
    return fail(
      .indentation,
      word(at: position),
      "This is indented more than the entries before it, which begin at column"
        + " \(outer.column + 1), and it belongs to none of them.",
      related: (outer.opening..<outer.opening, "the first entry")
    )
  }

  /// A block collection begins in a line where it cannot.
  mutating func failInLine(_ site: Site, at place: Range<Int>, isSequence: Bool) -> Stop {
    let after =
      switch site {
      case .marker: "'---'"
      case .implicitValue: "'key:'"
      default: "a tag or an anchor"
      }
    if isSequence {
      return fail(
        .sequenceInLine,
        place,
        "A sequence with dashes cannot begin in the line of \(after); begin it in the next line, or"
          + " write '[…]'."
      )
    }
    return fail(
      .mappingInLine,
      place,
      "A mapping without braces cannot begin in the line of \(after); begin it in the next line, or"
        + " put quotes around the text if ': ' belongs to it."
    )
  }

  mutating func failKeyOverLines(_ start: Int, _ colon: Int) -> Stop {
    fail(
      .keyOverLines,
      colon..<colon + 1,
      "What this colon follows began in a line before, and a key is in one line; is a colon missing"
        + " up there, or is this line indented too far?",
      related: (word(at: start), "the text begins here")
    )
  }

  mutating func failColonMissing(_ start: Int) -> Stop {
    var index = start
    while index < position, !(bytes[index] == Byte.colon && index > start) { index += 1 }
    if index < position, bytes[start] != Byte.quote, bytes[start] != Byte.apostrophe {
      return fail(.colonSpace, index..<index + 1, "A space must follow the colon after a key.")
    }
    if !Byte.isSpaceOrEnd(byte(at: position)) { return failTrailing() }
    return fail(
      .colonMissing,
      start..<max(position, start + 1),
      "A key of this mapping should stand here, with a colon and a space after it; what belongs to"
        + " the value above is indented more."
    )
  }
}
