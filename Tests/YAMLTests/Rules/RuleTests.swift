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

  @Test("a rule is explained by a few whole sentences", arguments: YAMLRule.all)
  func sentences(rule: YAMLRule) {
    let summary = rule.summary
    #expect((100...420).contains(summary.count), "\(summary.count) characters")
    #expect(summary.hasSuffix("."))
    #expect(!summary.contains("\n") && !summary.contains("  "))
    #expect((2...5).contains(summary.split(separator: ". ").count))
  }

  @Test("both examples can be shown", arguments: YAMLRule.all)
  func examples(rule: YAMLRule) {
    for line in rule.wrongLines + rule.rightLines {
      #expect(line.count < 160)
      let isVisible = line.unicodeScalars.allSatisfy { scalar in
        scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
      }
      #expect(isVisible)
    }
  }

  @Test("what cannot be seen is shown by its name")
  func shown() {
    #expect(YAMLCode.tab.rule.wrongLines == ["host:", "<tab>name: EX1"])
    #expect(YAMLCode.tab.rule.rightLines == ["host:", "  name: EX1"])
    #expect(YAMLCode.invalidUTF8.rule.wrongLines.contains("site: Z<no character>rich"))
    #expect(YAMLCode.controlCharacter.rule.wrongLines.contains("bell: ding<U+0007>"))
    #expect(YAMLCode.byteOrderMark.rule.wrongLines.contains("<byte order mark>site: Zug"))
    let long = YAMLCode.keyLength.rule.wrongLines
    #expect(long.contains { $0.hasSuffix("word word  … and so on, 1031 bytes") })
  }
}
