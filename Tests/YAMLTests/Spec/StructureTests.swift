import Testing

@testable import YAML

/// Chapter 6: indentation, comments, directives, node properties.
@Suite("YAML structure")
struct StructureTests {
  @Test(
    "indentation, separation and comments",
    arguments: [
      Example(
        "entries are where their column is",
        "site:\n   hub: one\n   spoke:\n    - two\nother: 3",
        "+MAP / =VAL :site / +MAP / =VAL :hub / =VAL :one / =VAL :spoke / +SEQ / =VAL :two / -SEQ"
          + " / -MAP / =VAL :other / =VAL :3 / -MAP"
      ),
      Example(
        "a sequence may stand at the column of its key",
        "hosts:\n- a\n- b\nlinks: c",
        "+MAP / =VAL :hosts / +SEQ / =VAL :a / =VAL :b / -SEQ / =VAL :links / =VAL :c / -MAP"
      ),
      Example(
        "and so after '?' and its colon",
        "?\n- a\n:\n- b",
        "+MAP / +SEQ / =VAL :a / -SEQ / +SEQ / =VAL :b / -SEQ / -MAP"
      ),
      Example(
        "a first line may be indented",
        "  a: 1\n  b: 2",
        "+MAP / =VAL :a / =VAL :1 / =VAL :b / =VAL :2 / -MAP"
      ),
      Example(
        "tabs may separate",
        "a:\t1 \t # c\n-x:\t\n  2",
        "+MAP / =VAL :a / =VAL :1 / =VAL :-x / =VAL :2 / -MAP"
      ),
      Example(
        "tabs may follow the spaces of a continued line",
        "a: one\n \ttwo",
        "+MAP / =VAL :a / =VAL :one two / -MAP"
      ),
      Example(
        "blank lines and comments are anywhere",
        "# x\n\na: # y\n    # z\n\n  - b # w\n# v\n  - c",
        "+MAP / =VAL :a / +SEQ / =VAL :b / =VAL :c / -SEQ / -MAP"
      ),
      Example(
        "a hash within a word is no comment",
        "a#b: c#d #e",
        "+MAP / =VAL :a#b / =VAL :c#d / -MAP"
      ),
      Example(
        "lines of tabs are blank",
        "a: 1\n\t\n \t \nb: 2",
        "+MAP / =VAL :a / =VAL :1 / =VAL :b / =VAL :2 / -MAP"
      ),
      Example("comments only", "# nothing\n", ""),
      Example("nothing", "", ""),
      Example("a file may end anywhere", "a:", "+MAP / =VAL :a / =VAL : / -MAP"),
    ]
  )
  func separation(example: Example) { example.check() }

  @Test(
    "node properties",
    arguments: [
      Example(
        "an anchor and an alias",
        "a: &x 1\nb: *x",
        "+MAP / =VAL :a / =VAL &x :1 / =VAL :b / =ALI *x / -MAP"
      ),
      Example("on a key and on a mapping", "&m\n&k a: b", "+MAP &m / =VAL &k :a / =VAL :b / -MAP"),
      Example(
        "in one line they belong to the key",
        "&k a: b",
        "+MAP / =VAL &k :a / =VAL :b / -MAP"
      ),
      Example(
        "after a dash too",
        "- &k a: b\n- &m\n  a: b",
        "+SEQ / +MAP / =VAL &k :a / =VAL :b / -MAP / +MAP &m / =VAL :a / =VAL :b / -MAP / -SEQ"
      ),
      Example(
        "over two lines they are one node's",
        "&a\n!!str\ntext",
        "=VAL &a <tag:yaml.org,2002:str> :text"
      ),
      Example(
        "over two lines before brackets",
        "&a\n!!seq\n[x]",
        "+SEQ [] &a <tag:yaml.org,2002:seq> / =VAL :x / -SEQ"
      ),
      Example(
        "brackets as a key, each with its own",
        "&m\n&s [x]: y",
        "+MAP &m / +SEQ [] &s / =VAL :x / -SEQ / =VAL :y / -MAP"
      ),
      Example(
        "on what is not written",
        "a: &x\nb: !!null\n? &y\n: &z",
        "+MAP / =VAL :a / =VAL &x : / =VAL :b / =VAL <tag:yaml.org,2002:null> : / =VAL &y : / =VAL &z :"
          + " / -MAP"
      ),
      Example("on an empty key", "&x : a", "+MAP / =VAL &x : / =VAL :a / -MAP"),
      Example(
        "before a sequence at the column of its key",
        "a: &s\n- b",
        "+MAP / =VAL :a / +SEQ &s / =VAL :b / -SEQ / -MAP"
      ),
      Example(
        "all core tags",
        "[!!str a, !!int 1, !!float 1.5, !!bool true, !!null , !!map {}, !!seq [], ! x]",
        "+SEQ [] / =VAL <tag:yaml.org,2002:str> :a / =VAL <tag:yaml.org,2002:int> :1 /"
          + " =VAL <tag:yaml.org,2002:float> :1.5 / =VAL <tag:yaml.org,2002:bool> :true /"
          + " =VAL <tag:yaml.org,2002:null> : / +MAP {} <tag:yaml.org,2002:map> / -MAP /"
          + " +SEQ [] <tag:yaml.org,2002:seq> / -SEQ / =VAL <!> :x / -SEQ"
      ),
      Example(
        "written whole or by a handle",
        "%TAG !y! tag:yaml.org,2002:\n---\n[!<tag:yaml.org,2002:str> a, !y!%73tr b]",
        "+SEQ [] / =VAL <tag:yaml.org,2002:str> :a / =VAL <tag:yaml.org,2002:str> :b / -SEQ"
      ),
      Example(
        "an anchor may be set again",
        "[&a 1, *a, &a 2, *a]",
        "+SEQ [] / =VAL &a :1 / =ALI *a / =VAL &a :2 / =ALI *a / -SEQ"
      ),
    ]
  )
  func properties(example: Example) { example.check() }

  @Test("an alias is the node that its anchor had last")
  func aliases() throws {
    let root = try YAMLStream.read(text: "[&a 1, *a, &a {k: v}, *a, 'x']", file: "t").documents[0]
      .root
    let items = Array(root.items)
    #expect(items[1].text == "1")
    #expect(items[1].anchor == "a")
    #expect(items[1].span == items[0].span)
    #expect(items[1].aliasSpan?.start.column == 8)
    #expect(items[0].aliasSpan == nil)
    #expect(items[3].kind == .mapping)
    #expect(items[3]["k"]?.text == "v")
    #expect(items[3]["z"] == nil)
    #expect(items.count == 5)
  }

  @Test("an alias in a key is followed by its value, whatever its name ends with")
  func aliasKeys() {
    Example(
      "",
      "- &a: b\n- *a: : c",
      "+SEQ / =VAL &a: :b / +MAP / =ALI *a: / =VAL :c / -MAP / -SEQ"
    ).check()
    Example("", "&m\n*x : c", "").refuses(.aliasUnknown)
  }

  @Test("directives are read, unknown ones and later versions with a warning")
  func directives() throws {
    let stream = try YAMLStream.read(
      text: "%YAML 1.3 # v\n%FOO bar\n--- a\n...\n%YAML 1.2\n---\n",
      file: "t"
    )
    #expect(stream.warnings.map(\.code) == [.version, .directiveUnknown])
    #expect(stream.warnings.allSatisfy { $0.severity == .warning })
    #expect(stream.documents.count == 2)
  }
}

extension Example {
  func refuses(_ code: YAMLCode, sourceLocation: SourceLocation = #_sourceLocation) {
    let error = #expect(throws: YAMLRefusal.self, sourceLocation: sourceLocation) {
      try YAMLStream.read(text: text, file: "t")
    }
    #expect(error?.problems.first?.code == code, sourceLocation: sourceLocation)
  }
}
