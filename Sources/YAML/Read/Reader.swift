/// Reads a checked text from left to right, once, onto a tape.
///
///     bytes ─► text and lines ─► tape (events in order, which is the tree) ─► documents
///
/// There is no recursion: collections wait in `frames`. A scalar is scanned before it is known whether
/// it is a key; it goes onto the tape after the look at what follows. Nothing is read twice but the
/// blank space between two tokens.
struct Reader {
  let source: YAMLSource
  let bytes: [UInt8]
  let end: Int
  let limits: YAMLLimits

  var position = 0
  /// Where the line of `position` begins.
  var lineStart = 0
  /// After the last token.
  var lastEnd = 0

  var tape = Tape()
  var frames: [Frame] = []
  var anchors = NameTable()
  var handles: [TagHandle] = []
  var handleTable = NameTable()
  /// Nodes so far, and those that aliases repeat.
  var nodes = 0
  var aliasedNodes = 0
  /// How deep the flow collection that ended last is nested.
  var lastHeight = 0
  /// Flow collections: how many spaces every line needs.
  var flowColumn = 0

  /// Where documents began with one.
  var byteOrderMarks: [Int] = []

  var problems: [YAMLProblem] = []
  var isCutShort = false

  init(source: YAMLSource, limits: YAMLLimits) {
    self.source = source
    self.bytes = source.bytes
    self.end = source.bytes.count
    self.limits = limits
  }

  /// The byte at an offset, or 0 at and after the end: the text itself has no NUL.
  @inline(__always) func byte(at offset: Int) -> UInt8 { offset < end ? bytes[offset] : 0 }

  /// Notes a problem and goes on, unless there are enough.
  mutating func report(
    _ code: YAMLCode,
    _ range: Range<Int>,
    _ message: String,
    related: (Range<Int>, String)? = nil,
    severity: YAMLProblem.Severity = .error
  ) throws(Stop) {
    problems.append(
      YAMLProblem(
        code: code,
        severity: severity,
        span: source.span(range),
        message: message,
        related: related.map { YAMLProblem.Related(span: source.span($0.0), text: $0.1) }
      )
    )
    if problems.count >= limits.problems {
      isCutShort = true
      throw Stop()
    }
  }

  /// Notes a problem after which nothing that follows could be read with certainty.
  mutating func fail(
    _ code: YAMLCode,
    _ range: Range<Int>,
    _ message: String,
    related: (Range<Int>, String)? = nil
  ) -> Stop {
    do { try report(code, range, message, related: related) } catch { return error }
    return Stop()
  }

  /// The character at an offset, as a range to point at; empty at the end of a line or of the text.
  func character(at offset: Int) -> Range<Int> {
    guard offset < end, !Byte.isBreak(bytes[offset]) else { return offset..<offset }
    var next = offset + 1
    while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return offset..<next
  }

  /// The rest of the word at an offset, to point at.
  func word(at offset: Int) -> Range<Int> {
    var next = offset
    while next < end, next - offset < 64, !Byte.isSpaceOrEnd(bytes[next]) { next += 1 }
    while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next > offset ? offset..<next : character(at: offset)
  }

  /// A piece of the text for a message, cut where it is long and where its line ends.
  func quoted(_ range: Range<Int>) -> String {
    var upper = min(range.upperBound, range.lowerBound + 40)
    if let line = bytes[range.lowerBound..<upper].firstIndex(where: Byte.isBreak) { upper = line }
    while upper < range.upperBound, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    let text = String(decoding: bytes[range.lowerBound..<upper], as: UTF8.self)
    return upper < range.upperBound ? "'\(text)…'" : "'\(text)'"
  }
}
