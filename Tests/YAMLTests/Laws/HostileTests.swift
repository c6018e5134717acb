import Testing

@testable import YAML

/// A text that wants to hurt is answered at once, with a place and a sentence of one line.
@Suite("YAML hostile texts")
struct HostileTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    /// Place and code of the first problem; empty where the text is right.
    let answer: String

    /// A unit again and again, 256 KiB of it.
    init(_ unit: String, _ answer: String, tail: String = "") {
      self.init(unit, Array(unit.utf8), answer, tail: tail)
    }

    init(_ name: String, _ unit: [UInt8], _ answer: String, tail: String = "") {
      testDescription = name.debugDescription + " without end"
      self.answer = answer
      var bytes: [UInt8] = []
      while bytes.count < 1 << 18 { bytes += unit }
      self.bytes = bytes + Array(tail.utf8)
    }
  }

  static let attacks = [
    Attack("[", "1:129 yaml-limit-depth"), Attack("{", "1:129 yaml-limit-depth"),
    Attack("- ", "1:257 yaml-limit-depth"), Attack("? ", "1:257 yaml-limit-depth"),
    Attack("a: ", "1:5 yaml-mapping-in-line"), Attack(": ", "1:3 yaml-mapping-in-line"),
    Attack("{a: ", "1:513 yaml-limit-depth"), Attack("[? ", "1:193 yaml-limit-depth"),
    Attack("\"", "1:3 yaml-trailing-text"), Attack("'", ""),
    Attack("\"a", "1:4 yaml-trailing-text"),
    Attack("[]", "1:3 yaml-trailing-text"), Attack("[,", "1:2 yaml-comma-extra"),
    Attack(",", "1:1 yaml-unexpected-character"), Attack("]", "1:1 yaml-unexpected-character"),
    Attack("|", "1:2 yaml-block-header"), Attack("@", "1:1 yaml-reserved-character"),
    Attack("&", ""), Attack("&a ", "1:4 yaml-anchor-repeated"),
    Attack("*a ", "1:1 yaml-alias-unknown"), Attack("- *a\n", "1:3 yaml-alias-unknown"),
    Attack("!", "1:1 yaml-tag-form"), Attack("!a", "1:1 yaml-tag-handle"),
    Attack("- !a\n", "1:3 yaml-tag-custom"), Attack("x", "1:1 yaml-key-length", tail: ": a"),
    Attack("ä", "1:1 yaml-key-length", tail: ": a"), Attack("word ", ""), Attack("x", ""),
    Attack(":", "1:1 yaml-key-length"), Attack("%", "1:1 yaml-directive-unknown"),
    Attack("#", ""), Attack("\t", ""), Attack(" ", ""), Attack("\n", ""), Attack("\r", ""),
    Attack("a: b\n", "2:1 yaml-duplicate-key"), Attack("---\n", ""), Attack("...\n", ""),
    Attack("\u{FEFF}", "1:1 yaml-byte-order-mark"),
    Attack("\u{7F}", "1:1 yaml-control-character"), Attack("\0", "1:1 yaml-control-character"),
    Attack("FF", [0xFF], "1:1 yaml-utf8"), Attack("C3", [0xC3], "1:1 yaml-utf8"),
    Attack("F0 9F", [0xF0, 0x9F], "1:1 yaml-utf8"),
  ]

  @Test("what is repeated without end has its place and a short sentence", arguments: attacks)
  func answer(attack: Attack) {
    let (tree, problems, isCutShort) = YAMLTree.read(
      attack.bytes,
      file: "t",
      limits: YAMLLimits()
    )
    let first = problems.first.map {
      "\($0.span.start.line):\($0.span.start.column) \($0.code.rawValue)"
    }
    #expect(first ?? "" == attack.answer)
    // Of bytes that are no text a few are enough.
    let isNoText = attack.bytes[0] == 0 || problems.contains { $0.code == .invalidUTF8 }
    let limit = isNoText ? 10 : 100
    #expect(problems.count <= limit)
    #expect(isCutShort == (problems.count == limit))
    // Nothing is kept of what lies behind a refusal at the beginning.
    if problems.first.map({ $0.code != .duplicateKey && $0.span.start.offset < 1_000 }) ?? false {
      #expect(tree.tape.records.count < 1_000)
    }
    Self.checkSentences(problems)
  }

  @Test("a long piece of the text is cut in a sentence, and a line's end ends it")
  func sentences() {
    let long = String(repeating: "long", count: 5_000)
    for text in [
      "!\(long) a", "!\(long)! a", "!<x:\(long)> a", "%TAG !\(long)! x:\n--- !\(long)!a b",
      "&\(long) &\(long) a", "*\(long)", "{\(long): 1, \(long): 2}", "\"\\\(long)\"",
      "%YAML \(long)\n---", "a: 'b' \(long)", "!!str !\(long) a", "!!\(long) a", "|\(long)",
      "? [a,\n b]\n: 1\n? [a,\n b]\n: 2", "? 'a\n\n  b'\n: 1\n? 'a\n\n  b'\n: 2", "a%0Ab: !x%0Ay",
    ] {
      let (_, problems, _) = YAMLTree.read(Array(text.utf8), file: "t", limits: YAMLLimits())
      #expect(!problems.isEmpty, "\(text.prefix(40))")
      Self.checkSentences(problems)
    }
  }

  @Test("a text beyond the size is not looked at")
  func size() {
    let bytes = [UInt8](repeating: 0xFF, count: 33 << 20)
    let (tree, problems, _) = YAMLTree.read(bytes, file: "t", limits: YAMLLimits())
    #expect(problems.map(\.code) == [.limitBytes])
    #expect(tree.source.bytes.isEmpty && tree.tape.records.isEmpty)
  }

  @Test("aliases of aliases cannot grow beyond the limit, as values or as keys")
  func laughs() {
    func levels(_ count: Int, _ last: String) -> [YAMLCode] {
      var text = "- &a0 [x]\n- &b0 [x]\n"
      for level in 1...count {
        text += "- &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
        text += "- &b\(level) [*b\(level - 1), *b\(level - 1)]\n"
      }
      let bytes = Array((text + last).utf8)
      return YAMLTree.read(bytes, file: "t", limits: YAMLLimits()).problems.map(\.code)
    }
    #expect(levels(12, "- {? *a12 : 1, ? *b12 : 2}") == [.duplicateKey])
    #expect(levels(12, "- {? *a12 : 1, ? *b11 : 2}") == [])
    #expect(levels(30, "- a") == [.limitAliases])
    #expect(levels(30, "- {? *a30 : 1, ? *b30 : 2}") == [.limitAliases])
  }

  private static func checkSentences(
    _ problems: [YAMLProblem],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for problem in problems {
      let message = problem.message + (problem.related?.text ?? "")
      #expect(message.count < 240, sourceLocation: sourceLocation)
      let isOneLine = !message.contains { $0.isNewline }
      #expect(isOneLine, "\(message)", sourceLocation: sourceLocation)
    }
  }
}
