import Testing

@testable import YAML

/// Each limit, hit from both sides.
@Suite("YAML limits")
struct LimitTests {
  private func codes(_ text: String, _ limits: YAMLLimits = YAMLLimits()) -> [YAMLCode] {
    YAMLTree.read(Array(text.utf8), file: "t", limits: limits).problems.map(\.code)
  }

  @Test("the size of the text")
  func bytes() {
    #expect(codes("abcd", YAMLLimits(bytes: 4)) == [])
    #expect(codes("abcde", YAMLLimits(bytes: 4)) == [.limitBytes])
  }

  @Test("nesting, in brackets, by indentation and through aliases")
  func depth() {
    let limits = YAMLLimits(depth: 5)
    #expect(codes("[[[[[]]]]]", limits) == [])
    #expect(codes("[[[[[[]]]]]]", limits) == [.limitDepth])
    #expect(codes("- - - - - a", limits) == [])
    #expect(codes("- - - - - - a", limits) == [.limitDepth])
    #expect(codes("[&a [[[]]], [[*a]]]", YAMLLimits(depth: 6)) == [])
    #expect(codes("[&a [[[]]], [[[*a]]]]", limits) == [.limitDepth])
    #expect(codes("- &a [x]\n- &b [*a]\n- &c [*b]\n- &d [*c]\n- [*d]", limits) == [.limitDepth])
    #expect(codes("[[x]]: y", YAMLLimits(depth: 3)) == [])
    #expect(codes("[[x]]: y", YAMLLimits(depth: 2)) == [.limitDepth])
    #expect(codes("[[[x]]: y]", YAMLLimits(depth: 4)) == [])
    #expect(codes("[[[x]]: y]", YAMLLimits(depth: 3)) == [.limitDepth])
    #expect(codes("[[[[a]: b]: c]: d]", YAMLLimits(depth: 7)) == [])
    #expect(codes("[[[[a]: b]: c]: d]", YAMLLimits(depth: 6)) == [.limitDepth])
    #expect(codes("- &a [[[x]]: y]\n- [*a]", YAMLLimits(depth: 6)) == [])
    #expect(codes("- &a [[[x]]: y]\n- [*a]", limits) == [.limitDepth])
    #expect(codes("- &a\n  [[x]]: y\n- [*a]", limits) == [])
    #expect(codes("- &a\n  [[x]]: y\n- [[*a]]", limits) == [.limitDepth])
    #expect(codes(String(repeating: "[", count: 128) + String(repeating: "]", count: 128)) == [])
    #expect(codes(String(repeating: "[", count: 100_000)) == [.limitDepth])
    #expect(codes(String(repeating: "- ", count: 100_000)) == [.limitDepth])
    #expect(codes(String(repeating: "{a: ", count: 100_000)) == [.limitDepth])
    #expect(codes(String(repeating: "? ", count: 100_000)) == [.limitDepth])
  }

  @Test("the number of nodes")
  func nodes() {
    #expect(codes("[a, b, c]", YAMLLimits(nodes: 4)) == [])
    #expect(codes("[a, b, c, d]", YAMLLimits(nodes: 4)) == [.limitNodes])
  }

  @Test("what aliases repeat, counted in full")
  func aliases() {
    let laughs = "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c]"
    // 3 times 4, then 3 times 1 + 3 + 12, then 1 + 3 + 48.
    #expect(codes(laughs, YAMLLimits(aliasedNodes: 12 + 48 + 52)) == [])
    #expect(codes(laughs, YAMLLimits(aliasedNodes: 12 + 48 + 51)) == [.limitAliases])
    #expect(codes("- &a [x]\n- *a", YAMLLimits(aliasedNodes: 2)) == [])
    #expect(codes("- &a [x]\n- *a", YAMLLimits(aliasedNodes: 1)) == [.limitAliases])
    #expect(codes("- &a\n  &b [x]: y\n- *a", YAMLLimits(aliasedNodes: 4)) == [])
    #expect(codes("- &a\n  &b [x]: y\n- *a", YAMLLimits(aliasedNodes: 3)) == [.limitAliases])
    #expect(codes("- &a\n  !!seq [x]\n- *a", YAMLLimits(aliasedNodes: 2)) == [])
    #expect(codes("- &a\n  !!seq [x]\n- *a", YAMLLimits(aliasedNodes: 1)) == [.limitAliases])
    var billion = "l0: &l0 [a, a, a, a, a, a, a, a, a, a]\n"
    for level in 1...12 {
      let alias = Array(repeating: "*l\(level - 1)", count: 10).joined(separator: ", ")
      billion += "l\(level): &l\(level) [\(alias)]\n"
    }
    #expect(codes(billion) == [.limitAliases])
  }

  @Test("the length of a key before its colon, in characters")
  func keyLength() {
    let long = String(repeating: "ä", count: 1_024)
    for form in ["KEY: a", "[KEY: a]", "\"\(long.dropLast(2))\": a", "'\(long.dropLast(2))': a"] {
      #expect(codes(form.replacing("KEY", with: long)) == [])
    }
    for form in [
      "KEYx: a", "a: b\nKEYx: c", "[KEYx: a]", "[[KEY]: a]", "[KEY]: a", "\"\(long)\": a",
    ] {
      #expect(codes(form.replacing("KEY", with: long)) == [.keyLength])
    }
    #expect(codes("? \(long)x\n: a") == [])
    #expect(codes("{\(long)x: a}") == [])
  }

  @Test("the number of problems")
  func problems() {
    let text = String(repeating: "- *a\n", count: 50)
    let (_, problems, isCutShort) = YAMLTree.read(
      Array(text.utf8),
      file: "t",
      limits: YAMLLimits(problems: 7)
    )
    #expect(problems.count == 7)
    #expect(isCutShort)
    #expect(codes(text).count == 50)
  }
}
