import Testing

@testable import Text

@Suite("Listings")
struct LinesTests {
  private func lines(_ width: Int = 80, isColored: Bool = false) -> Lines {
    Lines(style: Style(isColored: isColored), width: width)
  }

  @Test("Columns stand below one another, numbers at their right ends, and the last cell wraps")
  func rows() {
    var listing = lines(24)
    listing.rows([["name", "7", "one two three"], ["a b", "1,000", "four"]], numbers: 1..<2)
    #expect(
      listing.text == """
          name      7  one two
                      three
          a b   1,000  four

        """
    )
  }

  @Test("No line is wider than asked for, whatever its words, coloured or not", arguments: 10...90)
  func width(_ width: Int) {
    for isColored in [false, true] {
      var listing = lines(width, isColored: isColored)
      let word = String(repeating: "x", count: 3 * width)
      listing.title("title \(word) \(word)")
      listing.line("\(word) b \(word)", lead: "lead", paint: listing.style.red)
      listing.rows([["a", word], [word, "b"], ["\u{1B}[2J", "c\nd"]])
      let plain = listing.text.replacing(#/\u{1B}\[\d+m/#, with: "")
      for line in plain.split(separator: "\n") {
        #expect(displayWidth(String(line)) <= width, "\(line)")
        #expect(!line.hasSuffix(" "))
      }
      #expect(plain.count { $0 == "x" } == 18 * width, "a letter is lost")
    }
  }

  @Test("A line is emphasised where it is told to be, and nowhere else")
  func paint() {
    var listing = lines(isColored: true)
    listing.line(": words", lead: "HUB1", paint: listing.style.bold)
    #expect(listing.text == "  \u{1B}[1mHUB1\u{1B}[0m: words\n")
  }
}
