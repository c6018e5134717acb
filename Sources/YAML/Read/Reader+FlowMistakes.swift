/// The sentences for mistakes in brackets and braces.
extension Reader {
  mutating func failUnclosed() -> Stop {
    var opening = frames.last!.opening
    // A pair has no bracket of its own.
    if frames.last!.kind == .flowPair, frames.count > 1 {
      opening = frames[frames.count - 2].opening
    }
    let closing = bytes[opening] == Byte.leftBracket ? "']'" : "'}'"
    return fail(
      .bracketUnclosed,
      opening..<opening + 1,
      "This bracket is never closed; write \(closing) where it ends.",
      related: (end..<end, "the text ends here")
    )
  }

  mutating func failMarkerInside(_ what: String, _ opening: Int) -> Stop {
    fail(
      .markerInside,
      position..<position + 3,
      "At the beginning of a line \(quoted(position..<position + 3)) ends a document, and here it"
        + " stands inside \(what) that are still open; is their end missing?",
      related: (opening..<opening + 1, "opened here")
    )
  }

  mutating func failSeparator(_ top: Int, _ next: UInt8) -> Stop {
    let opening = frames[top].opening
    if next == Byte.colon, frames[top].kind == .flowSequence {
      return fail(
        .keyOverLines,
        position..<position + 1,
        "Between '[' and ']' a key and its colon stand in one line, with a space after the colon.",
        related: (opening..<opening + 1, "the open bracket")
      )
    }
    if next == Byte.colon {
      return fail(
        .colonSpace,
        position..<position + 1,
        "Here a comma is missing, or a space after this colon."
      )
    }
    return fail(
      .commaMissing,
      position..<position,
      "A comma or \(frames[top].kind == .flowSequence ? "']'" : "'}'") is missing before this.",
      related: (opening..<opening + 1, "the open bracket")
    )
  }
}
