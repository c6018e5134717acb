extension Reader {
  /// Reads the text and looks for what only the whole shows. Problems are in the order of the text.
  mutating func read(_ quotedOnly: [UInt32]) {
    do {
      try readStream()
    } catch {
      // Noted already. What was read up to here is not looked at further.
      frames = []
    }
    let isWhole = !problems.contains { $0.severity == .error }
    do {
      try checkQuotedOnly(quotedOnly, isWhole: isWhole)
      if isWhole { try checkKeys() }
    } catch {}
    problems.sort {
      ($0.span.start.offset, $0.span.end.offset) < ($1.span.start.offset, $1.span.end.offset)
    }
  }

  /// Some characters may stand between quotes and nowhere else.
  private mutating func checkQuotedOnly(_ offsets: [UInt32], isWhole: Bool) throws(Stop) {
    if offsets.isEmpty { return }
    var index = 0
    var mark = 0
    let records = tape.records
    for offset in offsets {
      while index < records.count, !covers(records[index], offset), records[index].start <= offset {
        index += 1
      }
      if index < records.count, covers(records[index], offset) { continue }
      let start = Int(offset)
      let isMark = bytes[start] == 0xEF && byte(at: start + 1) == 0xBB
      while mark < byteOrderMarks.count, byteOrderMarks[mark] < start { mark += 1 }
      if mark < byteOrderMarks.count, byteOrderMarks[mark] == start { continue }
      if !isWhole, start >= position { break }
      if isMark {
        try report(
          .byteOrderMark,
          character(at: start),
          "A byte order mark stands at the beginning of a document only; delete it."
        )
      } else {
        try report(
          .controlCharacter,
          character(at: start),
          "The character U+\(hexadecimal(start)) is not printable; where it is meant, write"
            + " '\\u\(hexadecimal(start))' between double quotes."
        )
      }
    }
  }

  private func covers(_ record: Record, _ offset: UInt32) -> Bool {
    record.kind == .scalar && (record.style == .singleQuoted || record.style == .doubleQuoted)
      && record.start < offset && offset < record.end
  }

  private func hexadecimal(_ offset: Int) -> String {
    let character = String(decoding: bytes[character(at: offset)], as: UTF8.self)
    let digits = String(character.unicodeScalars.first!.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
