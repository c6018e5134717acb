import Testing
import Text

@Suite("Widths on a terminal")
struct DisplayWidthTests {
  @Test(
    "a character takes one column, two or none",
    arguments: [
      ("", 0), ("a", 1), ("ü", 1), ("u\u{308}", 1), ("日本", 4), ("ｆ", 2), ("한", 2), ("🖥", 2),
      ("\u{200B}", 0), ("–", 1), ("Ω", 1), ("\u{20DD}", 0),
    ]
  )
  func widths(_ text: String, _ width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test("what would act on a terminal is written out, and breaks become spaces")
  func printing() {
    #expect(printable("a\u{1B}[31m") == "a\\u{1B}[31m")
    #expect(printable("\u{202E}abc\u{2066}") == "\\u{202E}abc\\u{2066}")
    #expect(printable("a\nb\tc\r") == "a b c\\u{D}")
    #expect(printable("ü日🖥") == "ü日🖥")
    #expect(printable("\u{9B}1m") == "\\u{9B}1m")
  }
}
