import Testing
import Text

@testable import Schema

@Suite("Rendering of diagnostics")
struct RenderingTests {
  private func text(_ source: String, _ overrides: String..., colored: Bool = false) -> String {
    let reading = Reading(overrides: overrides.map { Override($0, origin: "--set")! })
    _ = reading.read(SiteText.self, text: source, file: "site.yaml")
    return DiagnosticText.render([reading], style: Style(isColored: colored))
  }

  @Test("the line is shown, and the place in it, with what helps")
  func golden() {
    let found = text(
      "title: x\nhosts:\n  HUB1: { kind: smal, memory: 256MB }\nfaults:\n  - { stop: A, slow: 5% }\n"
    )
    #expect(
      found == """
        error[unknown-word]: `smal` is none of the words that can stand here.
         --> site.yaml:3:17
          |
        3 |   HUB1: { kind: smal, memory: 256MB }
          |                 ^^^^ did you mean `small`?
          |
          = help: write `small`

        error[unit-unknown]: `MB` leaves open how many bytes are meant.
         --> site.yaml:3:34
          |
        3 |   HUB1: { kind: smal, memory: 256MB }
          |                                  ^^ say MiB, which is 1048576 bytes
          |
          = help: write `256 MiB`

        error[conflicting-keys]: `slow` cannot stand beside `stop`.
         --> site.yaml:5:16
          |
        5 |   - { stop: A, slow: 5% }
          |       ---- the other one
          |                ^^^^ one too many
          |
          = note: only one of `stop` and `slow` is written

        3 errors

        """
    )
  }

  @Test("related places on other lines and in other texts follow")
  func related() {
    let reading = Reading(overrides: [Override("title=y", origin: "--set")!])
    _ = reading.read(SiteText.self, text: "a: 1\nb: 2\n\n\nc: 3\nhosts: {}\n", file: "s.yaml")
    func place(_ source: Int, _ range: Range<Int>) -> Place { Place(source: source, range) }
    let diagnostic = Diagnostic(
      .conflictingKeys,
      at: place(1, 12..<13),
      severity: .warning,
      "Three of them.",
      related: [
        .init(place(1, 0..<1), "the first"), .init(place(1, 5..<6), "the second"),
        .init(place(0, 0..<1), "from here"),
      ]
    )
    let writer = DiagnosticText(reading, style: Style(isColored: false))
    #expect(
      writer.text(of: diagnostic) == """
        warning[conflicting-keys]: Three of them.
         --> s.yaml:5:1
          |
        1 | a: 1
          | - the first
        2 | b: 2
          | - the second
        ...
        5 | c: 3
          | ^
         ::: --set title:1:1
          |
        1 | y
          | - from here

        """
    )
  }

  @Test("columns are those of a terminal")
  func width() {
    let lines = text("hosts: { 日本e\u{301}: { kind: small }, '\tA': 5 }").split(separator: "\n")
    #expect(lines[3] == "1 | hosts: { 日本e\u{301}: { kind: small }, '      A': 5 }")
    #expect(lines[4].hasPrefix("  |          ^^^^^"))
    #expect(!lines[4].hasPrefix("  |          ^^^^^^"))
  }

  @Test("a long line is cut around the place, at no cost of its length")
  func longLines() {
    let filler = String(repeating: "AAAA, ", count: 200_000)
    let found = text("hosts: { A: { kind: small, serves: [\(filler)bb, \(filler)] } }")
    let lines = found.split(separator: "\n")
    #expect(lines[3].hasPrefix("1 | …"))
    #expect(lines[3].hasSuffix("…"))
    #expect(lines[3].count < 120)
    let column = lines[4].split(separator: "^")[0].count
    #expect(Array(lines[3])[column...].prefix(2) == ["b", "b"])
  }

  @Test("a place over several lines is marked on its first")
  func severalLines() {
    let found = text("hosts: {}\nrun: { seed: \"one\n   two\" }\n")
    #expect(found.contains("^^^^…"), "\(found)")
  }

  @Test("nothing of a text does anything to a terminal")
  func controls() {
    let found = text("hosts: { \"\\e[31m\": 1, \"\u{202E}x\": 1 }\nx: \"\\e[2J\"")
    #expect(!found.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    #expect(text("x: 1", colored: true).contains("\u{1B}[31merror[missing-key]"))
  }

  @Test("of many warnings of a kind the first are shown, and how many more there are")
  func manyOfAKind() {
    let reading = Reading()
    _ = reading.read(SiteText.self, text: "hosts: {}\n", file: "s.yaml")
    func report(_ rule: Rule, _ severity: Severity, _ number: Int) {
      reading.report(
        Diagnostic(
          rule,
          at: Place(source: 0, number..<number + 1),
          severity: severity,
          "\(severity) \(number)"
        )
      )
    }
    for number in 1...7 {
      report(.conflictingKeys, .warning, number)
      report(.unknownWord, .error, number)
    }
    for number in 1...5 { report(.unitUnknown, .warning, number) }
    let text = DiagnosticText.render([reading], style: Style(isColored: false))
    for number in 1...5 {
      #expect(text.contains("warning[conflicting-keys]: warning \(number)\n"))
      #expect(text.contains("warning[unit-unknown]: warning \(number)\n"))
    }
    #expect(!text.contains("warning 6") && text.contains("error 7"))
    #expect(text.contains("warning[conflicting-keys]: 2 more of the kind\n"))
    #expect(text.split(separator: "more of the kind", omittingEmptySubsequences: false).count == 2)
    #expect(text.hasSuffix("\n7 errors and 12 warnings\n"))
  }

  @Test("a long text in a message is cut")
  func longTexts() {
    let word = String(repeating: "x", count: 100_000)
    #expect(text("hosts: { A: { kind: \(word) } }").utf8.count < 2_000)
    #expect(text("hosts: {}\n? \(word)\n: 1").utf8.count < 2_500)
  }

  @Test("JSON says the same, under names that stay")
  func json() throws {
    let (_, reading) = read("hosts: { A: { kind: smal } }")
    let value = DiagnosticJSON.value(of: [reading])
    #expect(
      try value.encoded() == """
        {
          "version": 1,
          "errors": 1,
          "warnings": 0,
          "dropped": 0,
          "diagnostics": [
            {
              "severity": "error",
              "code": "unknown-word",
              "file": "site.yaml",
              "start": {
                "line": 1,
                "column": 21,
                "offset": 20
              },
              "end": {
                "line": 1,
                "column": 25,
                "offset": 24
              },
              "message": "`smal` is none of the words that can stand here.",
              "label": "did you mean `small`?",
              "related": [],
              "notes": [],
              "fixes": [
                "small"
              ]
            }
          ]
        }

        """
    )
  }

  @Test("GitHub gets a line for each, with what it reserves escaped")
  func gitHub() {
    let reading = Reading()
    _ = reading.read(SiteText.self, text: "hosts: { A: { kind: '10%' } }", file: "a,b:c.yaml")
    #expect(
      DiagnosticGitHub.render([reading])
        == "::error file=a%2Cb%3Ac.yaml,line=1,col=21,endLine=1,endColumn=26,title=unknown-word::"
        + "`10%25` is none of the words that can stand here.%0Anote: the words are `small` and `large`\n"
    )
  }
}
