import Testing

@testable import YAML

/// Chapter 5: characters.
@Suite("YAML characters")
struct CharacterTests {
  @Test(
    "escapes mean their characters",
    arguments: [
      (#"\0"#, "\0"), (#"\a"#, "\u{7}"), (#"\b"#, "\u{8}"), (#"\t"#, "\t"), ("\\\t", "\t"),
      (#"\n"#, "\n"), (#"\v"#, "\u{B}"), (#"\f"#, "\u{C}"), (#"\r"#, "\r"), (#"\e"#, "\u{1B}"),
      (#"\ "#, " "), (#"\""#, "\""), (#"\/"#, "/"), (#"\\"#, "\\"), (#"\N"#, "\u{85}"),
      (#"\_"#, "\u{A0}"), (#"\L"#, "\u{2028}"), (#"\P"#, "\u{2029}"), (#"\x41"#, "A"),
      (#"\u00e4"#, "ä"), (#"\u20AC"#, "€"), (#"\U0001F4EC"#, "📬"),
    ]
  )
  func escapes(escape: String, meaning: String) throws {
    let root = try YAMLStream.read(text: "\"a\(escape)b\"", file: "t").documents[0].root
    #expect(Array(root.utf8) == Array("a\(meaning)b".utf8))
  }

  @Test("characters of every length in UTF-8 are read and counted once for columns")
  func lengths() throws {
    let root = try YAMLStream.read(text: "[aä€📬, b]", file: "t").documents[0].root
    let items = Array(root.items)
    #expect(items[0].text == "aä€📬")
    #expect(items[1].span.start.column == 8)
    #expect(items[1].span.start.offset == 13)
  }

  @Test("a long line counts its characters from marks within it")
  func longLine() throws {
    let text = "[" + String(repeating: "ä€, ", count: 500) + "last]"
    let root = try YAMLStream.read(text: text, file: "t").documents[0].root
    for (number, item) in root.items.enumerated() {
      #expect(item.span.start.column == 2 + 4 * number)
    }
  }

  @Test("a byte order mark may begin the text and any document, and counts as no column")
  func byteOrderMark() throws {
    let stream = try YAMLStream.read(text: "\u{FEFF}a: b\n...\n\u{FEFF}# c\nd", file: "t")
    #expect(stream.documents.count == 2)
    #expect(stream.documents[0].root.span.start == YAMLPlace(offset: 3, line: 1, column: 1))
    #expect(stream.documents[1].root.text == "d")
  }

  @Test("quotes may hold what is not printable elsewhere")
  func quotedOnly() throws {
    let root = try YAMLStream.read(text: "['\u{7F}', \"\u{FEFF}\u{85}\u{9F}\"]", file: "t")
      .documents[0].root
    #expect(root.items.map(\.text) == ["\u{7F}", "\u{FEFF}\u{85}\u{9F}"])
  }

  @Test(
    "UTF-16 and UTF-32 are refused by name",
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00] as [UInt8], "UTF-16 (little-endian)"),
      ([0xFE, 0xFF, 0x00, 0x61], "UTF-16 (big-endian)"),
      ([0x61, 0x00, 0x3A, 0x00], "UTF-16 (little-endian)"),
      ([0x00, 0x61, 0x00, 0x3A], "UTF-16 (big-endian)"),
      ([0xFF, 0xFE, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00], "UTF-32 (little-endian)"),
      ([0x00, 0x00, 0xFE, 0xFF, 0x00, 0x00, 0x00, 0x61], "UTF-32 (big-endian)"),
      ([0x00, 0x00, 0x00, 0x61], "UTF-32 (big-endian)"),
    ]
  )
  func encodings(bytes: [UInt8], name: String) {
    let error = #expect(throws: YAMLRefusal.self) { try YAMLStream.read(bytes, file: "t") }
    #expect(error?.problems.map(\.code) == [.encoding])
    #expect(error?.problems[0].message.contains(name) == true)
  }

  @Test(
    "bytes that are not UTF-8 are told with the place of the first",
    arguments: [
      ([0x80] as [UInt8], 0..<1), ([0xC0, 0xAF], 0..<1), ([0xC1, 0xBF], 0..<1),
      ([0xE0, 0x80, 0x80], 0..<3), ([0xED, 0xA0, 0x80], 0..<3), ([0xF4, 0x90, 0x80, 0x80], 0..<4),
      ([0xF5], 0..<1), ([0xE2, 0x82], 0..<2), ([0xE2, 0x28, 0xA1], 0..<1), ([0xFF], 0..<1),
    ]
  )
  func invalid(bad: [UInt8], range: Range<Int>) {
    let bytes = Array("ab: ä\n  c".utf8) + bad
    let error = #expect(throws: YAMLRefusal.self) { try YAMLStream.read(bytes, file: "t") }
    let span = error?.problems.first?.span
    #expect(error?.problems.first?.code == .invalidUTF8)
    #expect(span?.start == YAMLPlace(offset: 10, line: 2, column: 4))
    #expect(span?.end.offset == 10 + range.count)
  }

  @Test("every bad byte is told, each with its place")
  func allInvalid() {
    let bytes = Array("a: ".utf8) + [0xE4] + Array("\nb: ".utf8) + [0xFC, 0x07]
    let error = #expect(throws: YAMLRefusal.self) { try YAMLStream.read(bytes, file: "t") }
    #expect(error?.problems.map(\.code) == [.invalidUTF8, .invalidUTF8, .controlCharacter])
    #expect(error?.problems.map(\.span.start.line) == [1, 2, 2])
  }
}
