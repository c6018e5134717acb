import Testing

@testable import YAML

/// Every mistake has its place and its code.
@Suite("YAML diagnostics")
struct DiagnosticTests {
  @Test(
    "indentation",
    arguments: [
      "a:\n\tb: 1\n^ yaml-tab", "a:\n  b: 1\n  \tc: 2\n  ^ yaml-tab", "- \t- a\n  ^ yaml-tab",
      "\ta: b\n^ yaml-tab", "a: \"b\n\tc\"\n^ yaml-tab", "a: [\n\tb\n^ yaml-tab\n]",
      "a: |\n\tb\n^ yaml-tab", "a: b\n\n\t\n^ yaml-tab\n  c",
      "a: 'b\n\t\n^ yaml-tab\n  c'", "a:\n  b: 1\n c: 2\n ^^ yaml-indentation",
      "a:\n  - b\n - c\n ^ yaml-indentation", "a: \"b\"\n  c: d\n  ^^ yaml-indentation",
      "  a: b\nc: d\n^^ yaml-indentation", "a: [b,\nc]\n^^ yaml-indentation",
      "- a: 1\n   b: 2\n    ^ yaml-key-over-lines",
      "a: |\n     \n^^^^^ yaml-block-indentation\n  b",
      "a: |\n   \n^^^ yaml-block-indentation\n  b",
    ]
  )
  func indentation(marked: String) { Marked(marked).check() }

  @Test(
    "mappings and sequences",
    arguments: [
      "a: b: c\n#   ^ yaml-mapping-in-line", "--- a: b\n#    ^ yaml-mapping-in-line",
      "a: - b\n#  ^ yaml-sequence-in-line", "--- - b\n#   ^ yaml-sequence-in-line",
      "a: ? b\n#  ^ yaml-mapping-in-line", "&x - a\n^^ yaml-property-place",
      "a: 1\n&x\n^^ yaml-property-place\nb: 2", "- a: 1\n  b\n  ^ yaml-colon-missing",
      "a: 1\nb:2\n ^ yaml-colon-space",
      "a: 1\n\"b\":2\n   ^ yaml-colon-space", "a: 1\nword two\n^^^^^^^^ yaml-colon-missing\nb: 2",
      "a:\n  - b\n  c: d\n  ^^ yaml-item-expected", "a: 1\n- b\n^ yaml-key-expected",
      "- a\nb: 1\n^^ yaml-item-expected",
      "a: 'b' c\n#      ^ yaml-trailing-text", "'a' b: c\n#   ^^ yaml-trailing-text",
      "a: [b] c\n#      ^ yaml-trailing-text", "[a]b\n#  ^ yaml-trailing-text",
      "a: b]\nc: 'd' ]\n       ^ yaml-bracket-mismatch", "'a'\nb\n^ yaml-second-root",
      "a\n b: c\n  ^ yaml-key-over-lines", "'a\n b': c\n   ^ yaml-key-over-lines",
      "[a,\nb]: c\n  ^ yaml-key-over-lines", "a: 1\n'b\n c': 2\n   ^ yaml-key-over-lines",
      "a: 1\n[b,\n c]: 2\n   ^ yaml-key-over-lines", "a: 'b'#c\n#     ^ yaml-comment-space",
      "[a,#b\n#  ^ yaml-comment-space\n]", "a: @b\n#  ^ yaml-reserved-character",
      "- `b\n  ^ yaml-reserved-character\n- @c\n  ^ yaml-reserved-character",
      "a: %b\n#  ^ yaml-unexpected-character", "a: ,b\n#  ^ yaml-unexpected-character",
      "a: ]\n#  ^ yaml-unexpected-character",
      "a: *b: c\n#  ^^^ yaml-alias-unknown\n#      ^ yaml-trailing-text",
      "a: 1\n|\n^ yaml-unexpected-character\n b",
    ]
  )
  func structure(marked: String) { Marked(marked).check() }

  @Test(
    "brackets and quotes",
    arguments: [
      "a: [b, [c]\n#  ^ yaml-bracket-unclosed", "{a: b\n^ yaml-bracket-unclosed",
      "[a: b\n^ yaml-bracket-unclosed", "[? a\n^ yaml-bracket-unclosed",
      "[a}\n  ^ yaml-bracket-mismatch", "{a: [b}\n      ^ yaml-bracket-mismatch",
      "['a' 'b']\n     ^ yaml-comma-missing", "{a: 'b' c: d}\n        ^ yaml-comma-missing",
      "[, a]\n ^ yaml-comma-extra", "[a,, b,,]\n   ^ yaml-comma-extra\n       ^ yaml-comma-extra",
      "[a\n: b]\n^ yaml-key-over-lines", "[a\n b: c]\n  ^ yaml-key-over-lines",
      "[[a,\n b]: c]\n   ^ yaml-key-over-lines", "[&a\n b: c]\n  ^ yaml-key-over-lines",
      "['a'\n :b]\n ^ yaml-key-over-lines",
      "{a:[b]}\n  ^ yaml-colon-space", "{*a :b}\n ^^ yaml-alias-unknown\n    ^ yaml-colon-space",
      "[-]\n ^ yaml-unexpected-character", "[- a]\n ^ yaml-unexpected-character",
      "{?}\n ^ yaml-unexpected-character", "[|\n ^ yaml-unexpected-character\n a]",
      "[a,\n--- b]\n^^^ yaml-marker-inside", "'a\n...\n^^^ yaml-marker-inside\nb'",
      "a: \"b\n#  ^ yaml-quote-unclosed", "a: 'b\n#  ^ yaml-quote-unclosed\nc: d'\n",
      "\"\\\n^ yaml-quote-unclosed",
      "\"\\q \\x4 \\ud800 \\U00110000\"\n ^^ yaml-escape\n    ^^^ yaml-escape\n        ^^^^^^ yaml-escape\n               ^^^^^^^^^^ yaml-escape",
      "a: \"C:\\Mail\"\n#     ^^ yaml-escape",
      "[a, b]]\n#     ^ yaml-bracket-mismatch",
    ]
  )
  func brackets(marked: String) { Marked(marked).check() }

  @Test(
    "properties and directives",
    arguments: [
      "&a &b c\n#  ^^ yaml-anchor-repeated", "&a\n&b c\n^^ yaml-anchor-repeated",
      "!!str !!int c\n      ^^^^^ yaml-tag-repeated", "!!str\n!!int c\n^^^^^ yaml-tag-repeated",
      "&a\n&b [c]\n^^ yaml-anchor-repeated", "- & a\n  ^ yaml-anchor-form",
      "- * a\n  ^ yaml-anchor-form",
      "!!str\"a\"\n^^^^^^ yaml-property-space", "&a[b]\n^^^ yaml-property-space",
      "- &a b\n- &c *a\n  ^^^^^ yaml-alias-properties",
      "- &a b\n- &c\n  ^^ yaml-alias-properties\n  *a",
      "- *a\n  ^^ yaml-alias-unknown\n- *b\n  ^^ yaml-alias-unknown",
      "&a [*a]\n    ^^ yaml-alias-inside-itself",
      "&a\nb: *a\n   ^^ yaml-alias-inside-itself", "&a\n[*a]: b\n ^^ yaml-alias-inside-itself",
      "--- &a b\n--- *a\n    ^^ yaml-alias-unknown",
      "- !host a\n  ^^^^^ yaml-tag-custom\n- !!set {}\n  ^^^^^ yaml-tag-custom",
      "!e!a b\n^^^ yaml-tag-handle",
      "%TAG !e! tag:yaml.org,2002:\n--- !e!str a\n--- !e!str b\n    ^^^ yaml-tag-handle",
      "%TAG !a! tag:yaml.org,2002:\n%TAG !b! tag:x,2000:\n--- [!a!str c, !b!str d]\n               ^^^^^^ yaml-tag-custom",
      "%TAG !a! tag:yaml.org,2002:\n%TAG !b! tag:yaml.org,2002:\n--- !b!str c\n...\n%TAG !c! x:\n--- !b!str d\n    ^^^ yaml-tag-handle",
      "!!str [a]\n^^^^^ yaml-tag-kind", "!!map\n^^^^^ yaml-tag-kind\n- a",
      "!!seq a\n^^^^^ yaml-tag-kind",
      "!!map\n^^^^^ yaml-tag-kind\n[a]", "!!seq\n^^^^^ yaml-tag-kind\n[a]: b",
      "!!\n^^ yaml-tag-form", "!<a b\n^^^ yaml-tag-form", "!<!> b\n^^^^ yaml-tag-form",
      "!<:x> b\n^^^^^ yaml-tag-form",
      "!<$:?> b\n^^^^^^ yaml-tag-custom", "!a%4 b\n ^^^ yaml-tag-form",
      "%YAML 1.2\n^^^^^^^^^ yaml-directive-place\na: b",
      "%YAML 1.2\n^^^^^^^^^ yaml-directive-place",
      "a: b\n%YAML 1.2\n^^^^^ yaml-directive-place",
      "---\n%YAML 1.2\n^^^^^ yaml-directive-place\n---", "a:\n%b\n^^ yaml-directive-place",
      "a:\n %b\n ^ yaml-unexpected-character", "[a,\n%b]\n^ yaml-unexpected-character",
      "--- a # b\n%YAML 1.2\n^^^^^ yaml-directive-place\n---",
      "%YAML 1.2\n%YAML 1.2\n^^^^^ yaml-directive-repeated\n---",
      "%YAML\n^^^^^ yaml-directive-form\n---", "%YAML 1.2 3\n^^^^^^^^^^^ yaml-directive-form\n---",
      "%YAML 1.x\n      ^^^ yaml-directive-form\n---", "%YAML 2.0\n      ^^^ yaml-version\n---",
      "%YAML 1.3\n      ^^^ yaml-version\n---", "%TAG !a b\n^^^^^^^^^ yaml-directive-form\n---",
      "%TAG ! b\n%TAG ! c\n     ^ yaml-directive-repeated\n---",
      "%FOO\n^^^^ yaml-directive-unknown\n---", "% a\n^ yaml-directive-form\n---",
      "a\n... b\n    ^ yaml-trailing-text", "|x\n ^ yaml-block-header\n a",
      "|0\n ^ yaml-block-header\n a",
      "a: >#b\n    ^^ yaml-block-header\n c", "a: |12\n     ^ yaml-block-header\n c",
      "--- |1\n    ^^ yaml-block-indicator-at-root\n a",
    ]
  )
  func properties(marked: String) { Marked(marked).check() }

  @Test(
    "keys that a mapping has twice, each with the first",
    arguments: [
      "a: 1\nb: 2\n'a': 3\n^^^ yaml-duplicate-key\n\"\\x61\": 4\n^^^^^^ yaml-duplicate-key",
      "{a: 1, b: {a: 2, a: 3}, a: 4}\n                 ^ yaml-duplicate-key\n                        ^ yaml-duplicate-key",
      "[a, b]: 1\n[a, 'b']: 2\n^^^^^^^^ yaml-duplicate-key\n[a]: 3\n[a, b, c]: 4\n{a: b}: 5",
      "? &x [a, {b: c}]\n: 1\n? [a, {b: c}]\n  ^^^^^^^^^^^ yaml-duplicate-key\n: 2\n? [*x]\n: 3\n? *x\n  ^^ yaml-duplicate-key",
      ": 1\n: 2\n^ yaml-duplicate-key", "- {a: 1}\n- {a: 1}",
      "&k a: 1\n*k : 2\n^^ yaml-duplicate-key",
      "? [{a: 1, a: 2}]\n          ^ yaml-duplicate-key\n: b",
      "? {[a]: 1, [a]: 2}\n           ^^^ yaml-duplicate-key\n: b\n? {[a]: 1}\n: c\n? {[a]: 1}\n  ^^^^^^^^ yaml-duplicate-key\n: d",
    ]
  )
  func duplicateKeys(marked: String) {
    let marked = Marked(marked)
    marked.check()
    for problem in YAMLTree.read(Array(marked.text.utf8), file: "t", limits: YAMLLimits()).problems
    {
      #expect(problem.related?.text == "first defined here")
      #expect((problem.related?.span.start.offset ?? .max) < problem.span.start.offset)
    }
  }

  @Test(
    "characters that may not be there",
    arguments: [
      "a: b\u{1}c\n    ^ yaml-control-character",
      "ä\u{7}\u{1B}\n ^ yaml-control-character\n  ^ yaml-control-character",
      "a: \u{7F}b\n   ^ yaml-control-character",
      "'\u{7F}': \u{80}\n     ^ yaml-control-character",
      "a: b: c\n#   ^ yaml-mapping-in-line\nd: \u{7F}",
      "a: \u{7F}\n   ^ yaml-control-character\nb: c: d\n#   ^ yaml-mapping-in-line",
      "a: b\u{FEFF}\n    ^ yaml-byte-order-mark",
      "a: \u{FFFE}\n   ^ yaml-control-character",
      "- \"\u{FFFF}\"\n- \u{FFFF}\n  ^ yaml-control-character\n- '\u{FEFF}'\n# \u{9F}\n  ^ yaml-control-character",
    ]
  )
  func characters(marked: String) { Marked(marked).check() }

  @Test("a NUL has its place")
  func null() {
    let error = #expect(throws: YAMLRefusal.self) {
      try YAMLStream.read(Array("abc: d\nef: g\0".utf8), file: "t")
    }
    #expect(
      error?.problems.map { "\($0.span) \($0.code.rawValue)" } == ["t:2:6 yaml-control-character"]
    )
  }

  @Test("what a mistake has to do with is shown too")
  func related() {
    func related(_ text: String) -> String? {
      let problem = YAMLTree.read(Array(text.utf8), file: "t", limits: YAMLLimits()).problems.first
      return problem?.related.map { "\($0.span.start.line):\($0.span.start.column) \($0.text)" }
    }
    #expect(related("a:\n  - [b\nc: d") == "2:5 the open bracket")
    #expect(related("a: 'b\nc: d'") == "2:1 the line")
    #expect(related("[a}") == "1:1 the open bracket")
    #expect(related("a: 1\nb: 2\na: 3") == "1:1 first defined here")
    #expect(related("- &a b\n- &c &d e") == "2:3 the first anchor")
    #expect(related("- a\n- b\nc: d") == "1:1 the sequence begins here")
  }

  @Test("a character of several bytes is pointed at and cited as a whole")
  func characterOfSeveralBytes() {
    func problem(_ text: String) -> YAMLProblem? {
      YAMLTree.read(Array(text.utf8), file: "t", limits: YAMLLimits()).problems.first
    }
    let escape = problem("\"\\€\"")
    #expect(escape?.message.hasPrefix("'\\€' is no escape") == true)
    #expect(escape.map { $0.span.start.offset..<$0.span.end.offset } == 1..<5)
    let control = problem("a: \u{FFFE}")
    #expect(control?.message.contains("U+FFFE") == true)
    #expect(control.map { $0.span.start.offset..<$0.span.end.offset } == 3..<6)
    #expect(problem("a: 1\n- €")?.message.contains("column 1") == true)
  }

  @Test("a problem is one line for people and tools")
  func description() {
    let error = #expect(throws: YAMLRefusal.self) {
      try YAMLStream.read(text: "a: 1\na: 2\n", file: "x.yaml")
    }
    #expect(
      error?.description
        == "x.yaml:2:1: error[yaml-duplicate-key]: The key 'a' stands in this mapping twice; rename one, or"
        + " delete it."
    )
    #expect(error?.source.line(2) == "a: 2")
    #expect(error?.source.lineCount == 3)
    #expect(error?.isCutShort == false)
  }
}
