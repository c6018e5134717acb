import Testing

@testable import YAML

/// What a consumer asks of a node.
@Suite("YAML nodes")
struct NodeTests {
  private func root(_ text: String) throws -> YAMLNode {
    try YAMLStream.read(text: text, file: "t").onlyDocument().root
  }

  @Test("a value is found by the text of its key, past entries of every size and behind aliases")
  func subscripts() throws {
    let root = try root(
      """
      [a]: 1
      ? []
      : 2
      b: [x, {c: d}]
      c: &n "k\\x65y"
      *n : 3
      '': 4
      e: {b: 5}
      """
    )
    #expect(root["b"]?.items.map(\.kind) == [.scalar, .mapping])
    #expect(root["key"]?.text == "3")
    #expect(root[""]?.text == "4")
    #expect(root["e"]?["b"]?.text == "5")
    #expect(root["a"] == nil && root["x"] == nil && root["d"] == nil && root["ke"] == nil)
    let items = try self.root("[a, b, c, d]")
    #expect(items["a"] == nil && items["b"] == nil && items["c"] == nil)
    #expect(try self.root("a")["a"] == nil)
  }

  @Test("only a mapping has entries and only a sequence has items")
  func kinds() throws {
    let (mapping, sequence, scalar) = (try root("{a: b}"), try root("[a, b]"), try root("a"))
    #expect(Array(mapping.items).isEmpty && Array(sequence.entries).isEmpty)
    #expect(Array(scalar.items).isEmpty && Array(scalar.entries).isEmpty)
    #expect(mapping.text == "" && mapping.utf8.isEmpty && sequence.text == "")
  }

  @Test("missing is what is not written, and an empty text in quotes is not")
  func missing() throws {
    let entries = Array(try root("a:\nb: ''\nc: {}\nd: [,]".replacing(",", with: "")).entries)
    #expect(entries.map(\.value.isMissing) == [true, false, false, false])
  }

  @Test("each node has its own tag and anchor, behind an alias those of what is meant")
  func properties() throws {
    let items = Array(
      try root("[!!str a, !!int &i 1, &b b, *i, !!str &s\n  c, d, *s, !!seq &q [e], *q]").items
    )
    #expect(
      items.map(\.tag) == [
        .string, .integer, nil, .integer, .string, nil, .string, .sequence, .sequence,
      ]
    )
    #expect(items.map(\.anchor) == [nil, "i", "b", "i", "s", nil, "s", "q", "q"])
    #expect(
      items.map { $0.aliasSpan != nil }.enumerated().filter(\.element).map(\.offset) == [3, 6, 8]
    )
    #expect(items[3].span == items[1].span)
  }

  @Test("of several documents each knows its markers, and only one may be asked for alone")
  func documents() throws {
    let stream = try YAMLStream.read(text: "a: 1\n--- b\n...\n%X\n---\nc\n", file: "t")
    let documents = stream.documents
    #expect(documents.map(\.root.kind) == [.mapping, .scalar, .scalar])
    #expect(documents.map(\.hasStartMarker) == [false, true, true])
    #expect(documents.map(\.hasEndMarker) == [false, true, false])
    let error = #expect(throws: YAMLRefusal.self) { try stream.onlyDocument() }
    let problems = error?.problems ?? []
    #expect(problems.map(\.code) == [.directiveUnknown, .documentCount])
    #expect(problems.last?.span.description == "t:2:1")
    #expect(problems.last?.span.end.column == 4)
    #expect(problems.last?.related?.span.description == "t:1:1")
    #expect(problems.last?.related?.span.end.column == 5)
  }
}
