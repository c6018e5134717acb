import Testing

@testable import YAML

/// What readers made for YAML 1.1 read otherwise, or refuse, and the specification of 1.2 settles.
@Suite("YAML where readers disagree")
struct DisagreementTests {
  @Test(
    "read as 1.2 says",
    arguments: [
      Example(
        "a colon before a comma",
        "{a:, b}",
        "+MAP {} / =VAL :a / =VAL : / =VAL :b / =VAL : / -MAP"
      ),
      Example(
        "a colon before a bracket",
        "[f:]",
        "+SEQ [] / +MAP {} / =VAL :f / =VAL : / -MAP / -SEQ"
      ),
      Example(
        "a colon alone",
        "[:, 3]",
        "+SEQ [] / +MAP {} / =VAL : / =VAL : / -MAP / =VAL :3 / -SEQ"
      ),
      Example(
        "a colon before a letter",
        "{:e, a: :12}",
        "+MAP {} / =VAL ::e / =VAL : / =VAL :a / =VAL ::12 / -MAP"
      ),
      Example(
        "a question mark before a letter",
        "[x,?k, ?12]",
        "+SEQ [] / =VAL :x / =VAL :?k / =VAL :?12 / -SEQ"
      ),
      Example(
        "a question mark as a key",
        "[?: d]",
        "+SEQ [] / +MAP {} / =VAL :? / =VAL :d / -MAP / -SEQ"
      ),
      Example(
        "a key's colon in the next line, in braces",
        "{a\n : b}",
        "+MAP {} / =VAL :a / =VAL :b / -MAP"
      ),
      Example(
        "a value right after a bracket's colon",
        "[[f]:g]",
        "+SEQ [] / +MAP {} / +SEQ [] / =VAL :f / -SEQ / =VAL :g / -MAP / -SEQ"
      ),
      Example(
        "tabs within and around texts",
        "a\tb:\t c\td\t",
        "+MAP / =VAL :a\\tb / =VAL :c\\td / -MAP"
      ),
      Example(
        "a tab before a block scalar and after it",
        "a:\t|\t\n  b\n",
        "+MAP / =VAL :a / =VAL |b\\n / -MAP"
      ),
      Example("a tab before an alias", "- &a b\n-\t*a\t", "+SEQ / =VAL &a :b / =ALI *a / -SEQ"),
      Example("a tab indents no text that goes on at the root", "a\n \tb\n\tc", "=VAL :a b c"),
      Example(
        "a blank line with fewer spaces than the text",
        "a: >\n   \n     b\n",
        "+MAP / =VAL :a / =VAL >\\nb\\n / -MAP"
      ),
      Example(
        "spaces at the very end are a line",
        "a: |+\n b\n ",
        "+MAP / =VAL :a / =VAL |b\\n\\n / -MAP"
      ),
      Example(
        "a key that is empty",
        ": a\n? b\n",
        "+MAP / =VAL : / =VAL :a / =VAL :b / =VAL : / -MAP"
      ),
    ]
  )
  func read(example: Example) { example.check() }

  @Test(
    "ends of documents that end nothing",
    arguments: ["...", "\n...\n...\n", "\t", "# a", "\t\n"]
  )
  func nothing(text: String) throws {
    #expect(try YAMLStream.read(text: text, file: "t").documents.isEmpty)
  }

  @Test("a directive ends with any blank, and has any name without one")
  func directives() throws {
    #expect(try YAMLStream.read(text: "%YAML 1.2\t\n--- a", file: "t").warnings.isEmpty)
    let stream = try YAMLStream.read(text: "%?,é\"\n--- a", file: "t")
    #expect(stream.warnings.map(\.code) == [.directiveUnknown])
  }

  @Test(
    "refused as 1.2 says",
    arguments: [
      ": - a\n  ^ yaml-sequence-in-line", ": a: b\n   ^ yaml-mapping-in-line",
      "a: [b,\n]\n^ yaml-indentation", "a: 'b\n#  ^ yaml-quote-unclosed\nc'",
      "[a: :]\n    ^ yaml-key-over-lines", "{a: b:, c}\n     ^ yaml-colon-space",
      "[a,?{b}]\n   ^ yaml-unexpected-character", "[a: -, b]\n    ^ yaml-unexpected-character",
      "!!str[a\n^^^^^^ yaml-property-space", "a:\n|\n^ yaml-unexpected-character\n",
      "[a,#b]\n   ^ yaml-comment-space\n]",
    ]
  )
  func refused(marked: String) { Marked(marked).check() }
}
