import Testing

@testable import YAML

/// Chapter 7: aliases, flow scalars, flow collections.
@Suite("YAML flow styles")
struct FlowTests {
  @Test(
    "flow scalars",
    arguments: [
      Example(
        "double quotes fold lines",
        "\"one \n  two\t\n\n\n three\"",
        "=VAL \"one two\\n\\nthree"
      ),
      Example(
        "a backslash joins lines and keeps blanks",
        "\"one \\\n  two\\\n\n \\ three\"",
        "=VAL \"one two\\n three"
      ),
      Example("escaped blanks are not trimmed", "\"one\\t \n two\"", "=VAL \"one\\t two"),
      Example("lines of blanks count as empty", "\"a\n  \t\n b\"", "=VAL \"a\\nb"),
      Example("blanks at the quotes stay", "\" a \"", "=VAL \" a "),
      Example("a break right after the quote", "\"\n a\n \"", "=VAL \" a "),
      Example("single quotes escape only themselves", "'it''s \\n'", "=VAL 'it's \\\\n"),
      Example("single quotes fold", "'one\n two\n\n three '", "=VAL 'one two\\nthree "),
      Example("nothing in quotes", "['', \"\"]", "+SEQ [] / =VAL ' / =VAL \" / -SEQ"),
      Example("plain folds", "one\n  two \n\n three", "=VAL :one two\\nthree"),
      Example(
        "plain may hold indicators within",
        "a-b ?c :d *e [f], {g} !h%i@j`k\"l'm|n>o",
        "=VAL :a-b ?c :d *e [f], {g} !h%i@j`k\"l'm|n>o"
      ),
      Example(
        "plain may begin with an indicator before a letter",
        "[-a, ?b, :c, -1]",
        "+SEQ [] / =VAL :-a / =VAL :?b / =VAL ::c / =VAL :-1 / -SEQ"
      ),
      Example(
        "a URL is plain",
        "a: http://x:25/y#z",
        "+MAP / =VAL :a / =VAL :http://x:25/y#z / -MAP"
      ),
      Example("a dash may begin a continued line", "a\n - b", "=VAL :a - b"),
      Example(
        "plain goes on at an indentation",
        "a:\n  b\n   c\n  d",
        "+MAP / =VAL :a / =VAL :b c d / -MAP"
      ),
      Example("a backslash at the end of a word", "C:\\temp\\", "=VAL :C:\\\\temp\\\\"),
    ]
  )
  func scalars(example: Example) { example.check() }

  @Test(
    "flow collections",
    arguments: [
      Example(
        "sequences",
        "[a, [b], [], ]",
        "+SEQ [] / =VAL :a / +SEQ [] / =VAL :b / -SEQ / +SEQ [] / -SEQ / -SEQ"
      ),
      Example(
        "pairs in a sequence",
        "[a: b, 'c':d, ? e : f, : g, [h]: i, {}:j]",
        "+SEQ [] / +MAP {} / =VAL :a / =VAL :b / -MAP / +MAP {} / =VAL 'c / =VAL :d / -MAP /"
          + " +MAP {} / =VAL :e / =VAL :f / -MAP / +MAP {} / =VAL : / =VAL :g / -MAP /"
          + " +MAP {} / +SEQ [] / =VAL :h / -SEQ / =VAL :i / -MAP /"
          + " +MAP {} / +MAP {} / -MAP / =VAL :j / -MAP / -SEQ"
      ),
      Example(
        "a colon without a space belongs to a plain key",
        "{a:b, c:d: e}",
        "+MAP {} / =VAL :a:b / =VAL : / =VAL :c:d / =VAL :e / -MAP"
      ),
      Example(
        "over lines",
        "a: {\n  b: [ # c\n    d,\n  e ],\n  f\n  : g\n }",
        "+MAP / =VAL :a / +MAP {} / =VAL :b / +SEQ [] / =VAL :d / =VAL :e / -SEQ / =VAL :f / =VAL :g /"
          + " -MAP / -MAP"
      ),
      Example(
        "a key of a flow mapping may be over lines",
        "{a\n b: c, \"d\n e\"\n :f}",
        "+MAP {} / =VAL :a b / =VAL :c / =VAL \"d e / =VAL :f / -MAP"
      ),
      Example(
        "as a key of a block mapping",
        "[a, b]: c\n{d: e}: f",
        "+MAP / +SEQ [] / =VAL :a / =VAL :b / -SEQ / =VAL :c / +MAP {} / =VAL :d / =VAL :e / -MAP /"
          + " =VAL :f / -MAP"
      ),
      Example("at the top they need no indentation", "[\na\n]", "+SEQ [] / =VAL :a / -SEQ"),
      Example(
        "properties inside",
        "[&a , !!str : b, &b {c: *a }]",
        "+SEQ [] / =VAL &a : / +MAP {} / =VAL <tag:yaml.org,2002:str> : / =VAL :b / -MAP /"
          + " +MAP {} &b / =VAL :c / =ALI *a / -MAP / -SEQ"
      ),
      Example(
        "explicit keys without anything",
        "[? , ? a]",
        "+SEQ [] / +MAP {} / =VAL : / =VAL : / -MAP / +MAP {} / =VAL :a / =VAL : / -MAP / -SEQ"
      ),
      Example(
        "pairs within pairs",
        "[[a: b]: c]",
        "+SEQ [] / +MAP {} / +SEQ [] / +MAP {} / =VAL :a / =VAL :b / -MAP / -SEQ / =VAL :c / -MAP / -SEQ"
      ),
    ]
  )
  func collections(example: Example) { example.check() }

  @Test("a pair, a mapping and missing values look alike to whoever walks the tree")
  func walk() throws {
    let text = "{a: b, c, d: , ? e : f, ? g, : h, 'i':j, \"k\" :l, [m]: n}"
    let root = try YAMLStream.read(text: text, file: "t").documents[0].root
    let pairs = root.entries.map {
      "\($0.key.kind == .sequence ? "[]" : $0.key.text)=\($0.value.text)"
    }
    #expect(pairs == ["a=b", "c=", "d=", "e=f", "g=", "=h", "i=j", "k=l", "[]=n"])
    #expect(root.entries.map(\.value.isMissing).filter { $0 }.count == 3)
    #expect(Array(root.items).isEmpty)
    #expect(root.style == .flow)
    #expect(root.range == 0..<text.utf8.count)
  }
}
