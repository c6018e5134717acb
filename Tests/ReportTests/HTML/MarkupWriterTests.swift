import Testing

@testable import Report

@Suite("Markup")
struct MarkupWriterTests {
  @Test("A text is read back as it was, and ends nowhere early", arguments: hostileNames)
  func text(_ text: String) {
    var page = MarkupWriter()
    page.element(.p, [.class: text], text)
    let read = ReadMarkup(page.bytes)
    #expect(read.complaint == nil)
    #expect(read.skeleton == ["p class"])
    let shown = read.texts.first ?? ""
    #expect(read.elements.first?.value("class") == shown)
    if text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value < 0x2000 && $0.value != 0x7F })
    {
      #expect(shown == text)
    }
  }

  @Test("What HTML has no place for stands as its number")
  func unprintable() {
    let scalars = [0x61, 0, 0x1B, 0x7F, 0x202E, 0xFFFE, 0xFDD0, 0x0A, 0x1FFFF, 0x62]
    var words = ""
    words.unicodeScalars += scalars.map { Unicode.Scalar(UInt32($0))! }
    var page = MarkupWriter()
    page.text(words)
    #expect(
      String(decoding: page.bytes, as: UTF8.self)
        == "a\\u{0}\\u{1B}\\u{7F}\\u{202E}\\u{FFFE}\\u{FDD0} \\u{1FFFF}b"
    )
  }

  @Test("An element ends after what is in it, and some have no end")
  func elements() {
    var page = MarkupWriter()
    page.element(.ul) { page in
      page.element(.li, [:], "a & b")
      page.element(.meta, [.charset: "utf-8"])
    }
    #expect(
      String(decoding: page.bytes, as: UTF8.self)
        == "<ul><li>a &amp; b</li><meta charset=\"utf-8\"></ul>"
    )
  }
}
