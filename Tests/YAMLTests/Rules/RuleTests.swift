import Testing

@testable import YAML

/// Every rule is explained, by examples that are what they say.
@Suite("YAML rules")
struct RuleTests {
  /// The problems of a text of one document, warnings too.
  static func problems(_ bytes: [UInt8], _ limits: YAMLLimits) -> [YAMLProblem] {
    do {
      let stream = try YAMLStream.read(bytes, file: "t", limits: limits)
      _ = try stream.onlyDocument()
      return stream.warnings
    } catch {
      return error.problems
    }
  }

  @Test("every code has one rule, in the order of the codes but for its group")
  func all() {
    #expect(YAMLRule.all.count == YAMLCode.allCases.count)
    #expect(Set(YAMLRule.all.map(\.code)) == Set(YAMLCode.allCases))
    for code in YAMLCode.allCases { #expect(code.rule.code == code) }
  }

  @Test("a wrong example breaks its rule and no other", arguments: YAMLRule.all)
  func wrong(rule: YAMLRule) {
    let codes = Self.problems(rule.wrong, rule.limits).map(\.code)
    #expect(codes == [rule.code])
  }

  @Test("a right example has no problem", arguments: YAMLRule.all)
  func right(rule: YAMLRule) {
    let problems = Self.problems(Array(rule.right.utf8), rule.limits)
    #expect(problems.isEmpty, "\(problems)")
    #expect(Array(rule.right.utf8) != rule.wrong)
  }

  @Test("an explanation is a few whole sentences and both examples", arguments: YAMLRule.all)
  func explanation(rule: YAMLRule) {
    let summary = rule.summary
    #expect((100...420).contains(summary.count), "\(summary.count) characters")
    #expect(summary.hasSuffix("."))
    #expect(!summary.contains("\n") && !summary.contains("  "))
    #expect((2...5).contains(summary.split(separator: ". ").count))
    let text = rule.code.explanation
    let parts = text.split(separator: "\n\n", maxSplits: 2)
    #expect(parts[0] == rule.code.rawValue)
    #expect(parts[1].split(separator: "\n").joined(separator: " ") == summary)
    #expect(parts[2].hasPrefix("Wrong:\n\n    ") && parts[2].contains("\n\nRight:\n\n    "))
    let isNarrow = parts[1].split(separator: "\n").allSatisfy { $0.count < 80 }
    #expect(isNarrow)
    #expect(!text.hasSuffix("\n"))
    let isVisible = text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
    }
    #expect(isVisible)
  }

  @Test("the sentences fill their lines")
  func lines() {
    #expect(
      YAMLCode.duplicateKey.explanation == """
        yaml-duplicate-key

        A mapping has each key once, however it is quoted. Many readers would silently
        keep the last of the two, and an edit of the first would have no effect.
        Rename one, or delete it.

        Wrong:

            EX1: Zug
            EX2: Bern
            EX1: Basel

        Right:

            EX1: Zug
            EX2: Bern
            EX3: Basel
        """
    )
  }

  @Test("what cannot be seen is shown in an explanation by its name")
  func shown() {
    #expect(YAMLCode.tab.explanation.contains("Wrong:\n\n    host:\n    <tab>name: EX1\n\nRight:"))
    #expect(YAMLCode.invalidUTF8.explanation.contains("    site: Z<no character>rich\n"))
    #expect(YAMLCode.controlCharacter.explanation.contains("    bell: ding<U+0007>\n"))
    #expect(YAMLCode.byteOrderMark.explanation.contains("    <byte order mark>site: Zug\n"))
    #expect(YAMLCode.keyLength.explanation.contains("word word  … and so on, 1031 bytes\n"))
  }
}
