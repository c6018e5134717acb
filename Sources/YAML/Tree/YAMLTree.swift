/// A text and the tape that was read from it; documents and nodes are indices into it.
final class YAMLTree: Sendable {
  let source: YAMLSource
  let tape: Tape

  init(source: YAMLSource, tape: Tape) {
    self.source = source
    self.tape = tape
  }

  /// Checks and reads a text. The tree holds what was read also where there are problems.
  static func read(
    _ bytes: [UInt8],
    file: String,
    limits: YAMLLimits
  ) -> (YAMLTree, problems: [YAMLProblem], isCutShort: Bool) {
    if bytes.count > limits.bytes {
      // Not looked at: its lines are not counted either.
      let source = YAMLSource(file: file, bytes: [], lineStarts: [0], characterMarks: [])
      let problem = YAMLProblem(
        code: .limitBytes,
        severity: .error,
        span: source.span(0..<0),
        message:
          "This text has \(bytes.count) bytes, and at most \(limits.bytes) are read; split it.",
        related: nil
      )
      return (YAMLTree(source: source, tape: Tape()), [problem], false)
    }
    // Bytes that are no text have one cause, and nobody mends them one by one.
    let faultLimit = min(limits.problems, 10)
    let check = TextCheck(bytes, faultLimit: faultLimit)
    let source = YAMLSource(
      file: file,
      bytes: bytes,
      lineStarts: check.lineStarts,
      characterMarks: check.characterMarks
    )
    if !check.faults.isEmpty {
      let problems = check.faults.map { $0.problem(in: source) }
      return (YAMLTree(source: source, tape: Tape()), problems, problems.count >= faultLimit)
    }
    var reader = Reader(source: source, limits: limits)
    reader.read(check.quotedOnly)
    return (YAMLTree(source: source, tape: reader.tape), reader.problems, reader.isCutShort)
  }

  /// The text of a scalar.
  func utf8(of scalar: Record) -> ArraySlice<UInt8> {
    let (isCooked, range) = tape.textRange(of: scalar)
    return isCooked ? tape.cooked[range] : source.bytes[range]
  }

  func span(_ record: Int) -> YAMLSpan {
    source.span(Int(tape.records[record].start)..<Int(tape.records[record].end))
  }
}

extension TextCheck.Fault {
  /// The fault as its reader sees it.
  func problem(in source: YAMLSource) -> YAMLProblem {
    let code: YAMLCode
    let message: String
    let digits = String(character, radix: 16, uppercase: true)
    let byte = digits.count < 2 ? "0" + digits : digits
    switch kind {
    case .encoding(let name):
      code = .encoding
      message = "This file is in \(name), and only UTF-8 is read; save it as UTF-8."
    case .invalid:
      code = .invalidUTF8
      message =
        "The byte \(byte) begins no character of UTF-8 here; is the file in another encoding?"
    case .truncated:
      code = .invalidUTF8
      message = "The file ends within a character of UTF-8 that begins with the byte \(byte)."
    case .control:
      code = .controlCharacter
      message =
        "The control character U+00\(byte) cannot stand in YAML; where it is meant, write '\\x\(byte)'"
        + " between double quotes."
    }
    return YAMLProblem(
      code: code,
      severity: .error,
      span: source.span(range),
      message: message,
      related: nil
    )
  }
}
