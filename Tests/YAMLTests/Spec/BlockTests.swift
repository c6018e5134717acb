import Testing

@testable import YAML

/// Chapters 8 and 9: block scalars, block collections, documents.
@Suite("YAML block styles")
struct BlockTests {
  @Test(
    "block scalars",
    arguments: [
      Example(
        "literal keeps breaks",
        "a: |\n  one\n   two\n\n  three\nb: c",
        "+MAP / =VAL :a / =VAL |one\\n two\\n\\nthree\\n / =VAL :b / =VAL :c / -MAP"
      ),
      Example(
        "folded joins lines",
        "a: >\n  one\n  two\n\n  three\n\n\n  four\n",
        "+MAP / =VAL :a / =VAL >one two\\nthree\\n\\nfour\\n / -MAP"
      ),
      Example(
        "folded leaves spaced lines alone",
        ">\n one\n two\n   * x\n   * y\n\n three\n \tz\n four\n",
        "=VAL >one two\\n  * x\\n  * y\\n\\nthree\\n\\tz\\nfour\\n"
      ),
      Example(
        "folded keeps empty lines around spaced ones",
        ">\n a\n\n  b\n\n c\n",
        "=VAL >a\\n\\n b\\n\\nc\\n"
      ),
      Example("folded keeps leading empty lines", ">\n\n\n a\n b\n", "=VAL >\\n\\na b\\n"),
      Example(
        "chomping",
        "- |-\n a\n\n- |\n a\n\n- |+\n a\n\n- b",
        "+SEQ / =VAL |a / =VAL |a\\n / =VAL |a\\n\\n / =VAL :b / -SEQ"
      ),
      Example(
        "chomping of nothing",
        "- |-\n\n- |\n\n- |+\n\n- >+\n- b",
        "+SEQ / =VAL | / =VAL | / =VAL |\\n / =VAL > / =VAL :b / -SEQ"
      ),
      Example(
        "an indicator counts from the parent",
        "a:\n  b: |2\n      c\n     d\ne: >-1\n  f",
        "+MAP / =VAL :a / +MAP / =VAL :b / =VAL |  c\\n d\\n / -MAP / =VAL :e / =VAL > f / -MAP"
      ),
      Example(
        "in both orders, with a comment",
        "- |1- # c\n  a\n- >-1 #\n  b",
        "+SEQ / =VAL | a / =VAL > b / -SEQ"
      ),
      Example(
        "comments after it",
        "a: |\n  b\n # c\n  # d\ne: f",
        "+MAP / =VAL :a / =VAL |b\\n / =VAL :e / =VAL :f / -MAP"
      ),
      Example("a hash inside it", "a: |\n  # b\n", "+MAP / =VAL :a / =VAL |# b\\n / -MAP"),
      Example(
        "tabs inside it",
        "a: |\n  \tb\n  \t\n",
        "+MAP / =VAL :a / =VAL |\\tb\\n\\t\\n / -MAP"
      ),
      Example("at the top it needs no indentation", "--- |\nab\n c\n", "=VAL |ab\\n c\\n"),
      Example("without a last break", "a: |\n  b", "+MAP / =VAL :a / =VAL |b / -MAP"),
      Example(
        "a last line of spaces ends, break or not",
        "- |+\n  a\n    ",
        "+SEQ / =VAL |a\\n  \\n / -SEQ"
      ),
      Example("also where there are no others", "- |+\n    ", "+SEQ / =VAL |\\n / -SEQ"),
      Example("and where it is short", "- |+\n   a\n ", "+SEQ / =VAL |a\\n\\n / -SEQ"),
      Example(
        "trailing blanks are text",
        "a: |\n  b  \n   \n",
        "+MAP / =VAL :a / =VAL |b  \\n \\n / -MAP"
      ),
      Example(
        "blank lines before it, shorter",
        "a: |\n \n\n  b\n",
        "+MAP / =VAL :a / =VAL |\\n\\nb\\n / -MAP"
      ),
      Example(
        "with properties on lines of their own",
        "a: &x\n  !!str\n  |\n  b\n",
        "+MAP / =VAL :a / =VAL &x <tag:yaml.org,2002:str> |b\\n / -MAP"
      ),
    ]
  )
  func scalars(example: Example) { example.check() }

  @Test(
    "block collections",
    arguments: [
      Example(
        "compact",
        "- - a\n  - b\n-  c: d\n   e: f\n- ? g\n  : h",
        "+SEQ / +SEQ / =VAL :a / =VAL :b / -SEQ / +MAP / =VAL :c / =VAL :d / =VAL :e / =VAL :f / -MAP /"
          + " +MAP / =VAL :g / =VAL :h / -MAP / -SEQ"
      ),
      Example("empty items", "-\n- a\n-\n", "+SEQ / =VAL : / =VAL :a / =VAL : / -SEQ"),
      Example(
        "explicit keys",
        "? a\n  b\n: - c\n? - d\n? |\n  e\n: f\ng: h",
        "+MAP / =VAL :a b / +SEQ / =VAL :c / -SEQ / +SEQ / =VAL :d / -SEQ / =VAL : / =VAL |e\\n / =VAL :f /"
          + " =VAL :g / =VAL :h / -MAP"
      ),
      Example(
        "mappings within explicit ones",
        "? a: b\n  c: d\n: e: f\n  g: h",
        "+MAP / +MAP / =VAL :a / =VAL :b / =VAL :c / =VAL :d / -MAP / +MAP / =VAL :e / =VAL :f / =VAL :g /"
          + " =VAL :h / -MAP / -MAP"
      ),
      Example("an empty key", ": a\nb: c", "+MAP / =VAL : / =VAL :a / =VAL :b / =VAL :c / -MAP"),
      Example(
        "quoted keys",
        "\"a\" : b\n'c': d",
        "+MAP / =VAL \"a / =VAL :b / =VAL 'c / =VAL :d / -MAP"
      ),
      Example(
        "values in the next line",
        "a:\n  b\nc:\n  \"d\"\ne:\n  [f]\ng:\n  h: i",
        "+MAP / =VAL :a / =VAL :b / =VAL :c / =VAL \"d / =VAL :e / +SEQ [] / =VAL :f / -SEQ / =VAL :g /"
          + " +MAP / =VAL :h / =VAL :i / -MAP / -MAP"
      ),
      Example(
        "deep and back",
        "a:\n  b:\n    - c:\n        d: e\nf: g",
        "+MAP / =VAL :a / +MAP / =VAL :b / +SEQ / +MAP / =VAL :c / +MAP / =VAL :d / =VAL :e / -MAP / -MAP /"
          + " -SEQ / -MAP / =VAL :f / =VAL :g / -MAP"
      ),
      Example(
        "keys that begin like indicators",
        "-a: 1\n?b: 2\n:c: 3",
        "+MAP / =VAL :-a / =VAL :1 / =VAL :?b / =VAL :2 / =VAL ::c / =VAL :3 / -MAP"
      ),
      Example(
        "words of old versions are text",
        "on: yes\ntime: 18:00\nv: 5.0\n<<: ~",
        "+MAP / =VAL :on / =VAL :yes / =VAL :time / =VAL :18:00 / =VAL :v / =VAL :5.0 / =VAL :<< / =VAL :~ / -MAP"
      ),
    ]
  )
  func collections(example: Example) { example.check() }

  @Test(
    "documents and their markers",
    arguments: [
      ("a", "+DOC =VAL :a -DOC"), ("--- a", "+DOC --- =VAL :a -DOC"),
      ("---\n", "+DOC --- =VAL : -DOC"), ("...\n", ""), ("# a\n...\n...\n", ""),
      ("a\n...\n", "+DOC =VAL :a -DOC ..."),
      ("a\n--- b\n", "+DOC =VAL :a -DOC +DOC --- =VAL :b -DOC"),
      ("a\n... # c\nb\n", "+DOC =VAL :a -DOC ... +DOC =VAL :b -DOC"),
      ("--- |\n a\n--- >\n b\n...\n", "+DOC --- =VAL |a\\n -DOC +DOC --- =VAL >b\\n -DOC ..."),
      (
        "--- # c\na: b\n---\n- c",
        "+DOC --- +MAP =VAL :a =VAL :b -MAP -DOC +DOC --- +SEQ =VAL :c -SEQ -DOC"
      ),
      ("---a", "+DOC =VAL :---a -DOC"), ("a\n....", "+DOC =VAL :a .... -DOC"),
      ("%YAML 1.2\n--- |\n%b\n", "+DOC --- =VAL |%b\\n -DOC"),
    ]
  )
  func documents(text: String, events: String) throws {
    #expect(try Notation.lines(text).dropFirst().dropLast().joined(separator: " ") == events)
  }

  @Test("a file with one document gives it, others say how many there are")
  func onlyDocument() throws {
    #expect(try YAMLStream.read(text: "a: b", file: "t").onlyDocument().root["a"]?.text == "b")
    let none = #expect(throws: YAMLRefusal.self) {
      try YAMLStream.read(text: "# a\n", file: "t").onlyDocument()
    }
    #expect(none?.problems.map(\.code) == [.documentCount])
    let two = #expect(throws: YAMLRefusal.self) {
      try YAMLStream.read(text: "a\n--- b\n", file: "t").onlyDocument()
    }
    #expect(two?.problems[0].span.description == "t:2:1")
    #expect(two?.problems[0].related?.span.start.line == 1)
  }
}
