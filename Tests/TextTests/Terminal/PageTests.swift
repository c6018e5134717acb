import Testing

@testable import Text

@Suite("Pages")
struct PageTests {
  private let plain = Style(isColored: false)

  @Test(
    "no line is wider than asked for unless a word is, and no word is lost",
    arguments: 20...100
  )
  func width(_ width: Int) {
    let words = (1...60).map { String(repeating: "x", count: $0 * 7 % 13 + 1) }
    let lines = wrapped(words.joined(separator: " "), width: width, indent: 3, hanging: 2)
    #expect(lines.allSatisfy { displayWidth($0) <= width })
    #expect(lines.flatMap { $0.split(separator: " ").map(String.init) } == words)
    for (line, next) in zip(lines, lines.dropFirst()) {
      let first = next.split(separator: " ")[0]
      #expect(displayWidth(line) + 1 + first.count > width, "a line is broken too early")
    }
  }

  @Test("a page has its name and sentence, then its parts with an empty line before each")
  func layout() {
    let page = Page(
      "host",
      "A computer that is described in so many words that they need a second line.",
      [
        .rows(title: "", [.init("type", "a mapping"), .init("range", "1 to 2")]),
        .rows(title: "keys", [.init("os", "Its operating system, with edition and service pack.")]),
        .rows(title: "nothing", []),
        .lines(title: "example", ["hosts:", "  HUB1: { os: NT 4.0 Server SP4, processors: 4 }"]),
        .paragraph("The end."),
      ]
    )
    #expect(
      page.text(width: 40, style: plain) == """
        host: A computer that is described in so
          many words that they need a second
          line.

          type   a mapping
          range  1 to 2

          keys
            os  Its operating system, with
                edition and service pack.

          example
            hosts:
              HUB1: { os: NT 4.0 Server SP4, processors: 4 }

          The end.

        """
    )
  }

  @Test("a name that is far longer than the others stands alone, unless every row fits into a line")
  func longName() {
    let page = Page(
      "x",
      "",
      [.rows(title: "", [.init("a", "b"), .init("a-very-long-name-indeed", "c")])]
    )
    #expect(
      page.text(width: 27, style: plain) == "x\n\n  a  b\n  a-very-long-name-indeed\n     c\n"
    )
    let gap = String(repeating: " ", count: 24)
    #expect(
      page.text(width: 28, style: plain) == "x\n\n  a\(gap)b\n  a-very-long-name-indeed  c\n"
    )
  }

  @Test("only the name is emphasised, and nothing that is shown does anything to a terminal")
  func emphasis() {
    let text = Page("a\u{1B}[2J", "b").text(width: 80, style: Style(isColored: true))
    #expect(text == "\u{1B}[1ma\\u{1B}[2J\u{1B}[0m: b\n")
  }
}
