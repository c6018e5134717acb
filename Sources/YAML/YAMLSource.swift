/// A text whose bytes are known to be UTF-8, with a table of its lines.
public final class YAMLSource: Sendable {
  /// The file's name as the caller gave it.
  public let file: String
  /// The text.
  public let bytes: [UInt8]

  /// Where each line begins.
  let lineStarts: [UInt32]
  /// How many characters begin before each multiple of `markDistance` bytes; empty for ASCII.
  let characterMarks: [UInt32]
  static let markDistance = 256

  init(file: String, bytes: [UInt8], lineStarts: [UInt32], characterMarks: [UInt32]) {
    self.file = file
    self.bytes = bytes
    self.lineStarts = lineStarts
    self.characterMarks = characterMarks
  }

  /// How many lines there are; a break at the very end begins one more.
  public var lineCount: Int { lineStarts.count }

  /// The place of a byte offset within the text or at its end.
  public func place(at offset: Int) -> YAMLPlace {
    let line = lineIndex(of: offset)
    let start = min(Int(lineStarts[line]), offset)
    return YAMLPlace(offset: offset, line: line + 1, column: characters(in: start..<offset) + 1)
  }

  /// The span of a range of byte offsets.
  public func span(_ range: Range<Int>) -> YAMLSpan {
    let start = place(at: range.lowerBound)
    var end = start
    // Most pieces end in their first line: nothing is looked up or counted twice.
    if start.line < lineStarts.count, range.upperBound >= Int(lineStarts[start.line]) {
      end = place(at: range.upperBound)
    } else if !range.isEmpty {
      // A byte order mark is in no column.
      let first = max(range.lowerBound, min(Int(lineStarts[start.line - 1]), range.upperBound))
      let column = start.column + characters(in: first..<range.upperBound)
      end = YAMLPlace(offset: range.upperBound, line: start.line, column: column)
    }
    return YAMLSpan(file: file, start: start, end: end)
  }

  /// The offsets of a line, counted from 1, without its break.
  public func range(ofLine line: Int) -> Range<Int> {
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    while end > start, Byte.isBreak(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// A line, counted from 1, without its break.
  public func line(_ line: Int) -> String {
    String(decoding: bytes[range(ofLine: line)], as: UTF8.self)
  }

  /// How many characters a range of bytes holds.
  func characters(in range: Range<Int>) -> Int {
    if characterMarks.isEmpty { return range.count }
    if range.count > Self.markDistance {
      return charactersBefore(range.upperBound) - charactersBefore(range.lowerBound)
    }
    return charactersBeginning(in: range)
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func charactersBefore(_ offset: Int) -> Int {
    let mark = min(offset / Self.markDistance, characterMarks.count - 1)
    return Int(characterMarks[mark]) + charactersBeginning(in: mark * Self.markDistance..<offset)
  }

  private func charactersBeginning(in range: Range<Int>) -> Int {
    var count = 0
    for index in range where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
