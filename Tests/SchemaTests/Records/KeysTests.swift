import Testing

@testable import Schema

@Suite("Keys")
struct KeysTests {
  /// Codes and the pieces of the text at which they point.
  private func complaints(_ text: String) -> [String] {
    let (_, reading) = read(text)
    return reading.diagnostics.map { diagnostic in
      let bytes = Array(text.utf8)[diagnostic.place.range]
      return "\(diagnostic.rule.code) \(String(decoding: bytes, as: UTF8.self))"
    }
  }

  @Test("a text with every kind of mistake gets all of them, in its order")
  func everything() {
    let found = complaints(
      """
      titel: x
      hosts:
        HUB1: { knid: small, memory: 1 TiB }
        hub2: { kind: smal }
        HUB3: { kind: [small], memory: , serves: [] }
        HUB4: { kind: !!str small, memory: null, serves: HUB1 }
      mail:
        out: { volume: 5, to: { HUB1: 30 }, weight: 3 }
        in:
      faults:
        - { stop: HUB1, slow: 5% }
        - at: 1h
        - text
        -
      """
    )
    #expect(
      found == [
        "unknown-key titel", "missing-key HUB1", "unknown-key knid", "out-of-range 1 TiB",
        "wrong-form hub2", "unknown-word smal", "wrong-kind [small]", "empty-value memory",
        "wrong-count serves", "tag-not-needed small", "empty-value null", "wrong-kind HUB1",
        "unit-missing 5", "unit-missing 30", "out-of-range 3", "empty-value in",
        "conflicting-keys slow", "missing-key at: 1h", "wrong-kind text", "empty-value ",
      ]
    )
  }

  @Test("a key that belongs elsewhere is told where")
  func elsewhere() {
    let (_, reading) = read("hosts: { A: { kind: small, volume: 1/day } }\nvolume: 1/day")
    #expect(
      reading.diagnostics.map(\.notes.last) == [
        "this key belongs at `mail.*.volume`", "this key belongs at `mail.*.volume`",
      ]
    )
  }

  @Test("keys are not merged, and that is said")
  func merging() {
    let (_, reading) = read("hosts: { A: &a { kind: small }, B: { <<: *a, kind: large } }")
    #expect(reading.diagnostics.map(\.rule) == [.unknownKey])
    #expect(reading.diagnostics[0].notes[0].contains("not merged"))
  }

  @Test("a key that is no text is refused")
  func keysOfOtherKinds() {
    #expect(complaints("hosts: {}\n? [a]\n: b") == ["wrong-kind [a]"])
    #expect(complaints("hosts:\n  ? { a: b }\n  : { kind: small }") == ["wrong-kind { a: b }"])
  }

  @Test("what an alias repeats is reported once")
  func aliases() {
    #expect(
      complaints("hosts: { A: &a { kind: x }, B: *a, C: *a }") == ["unknown-word x"]
    )
  }

  @Test("two things that are wrong in one place are said, and each once")
  func onePlace() {
    let reading = Reading()
    _ = reading.read(SiteText.self, text: "hosts: {}", file: "site.yaml")
    let place = Place(source: 0, 0..<5)
    for message in ["One.", "Two.", "One.", "Two.", "Three."] {
      reading.report(.missingKey, at: place, message)
    }
    reading.report(.wrongForm, at: place, "One.")
    #expect(reading.diagnostics.map(\.message) == ["One.", "Two.", "Three.", "One."])
  }

  @Test("a part of a text is pointed at, also within quotation marks, but not where it is escaped")
  func parts() {
    for (text, piece) in [
      ("10/mailbux/day", "mailbux"), ("'10/mailbux/day'", "mailbux"),
      ("\"10/mailbux/day\"", "mailbux"),
      ("\"10/mailb\\x75x/day\"", "\"10/mailb\\x75x/day\""),
    ] {
      let found = complaints("hosts: {}\nmail: { out: { volume: \(text) } }")
      #expect(found == ["unknown-word \(piece)"])
    }
  }

  @Test("after so many diagnostics the items of a list are passed over")
  func limits() {
    let items = Array(repeating: "- { stop: x }", count: 1_500).joined(separator: "\n")
    let (_, reading) = read("hosts: {}\nfaults:\n\(items)")
    #expect(reading.diagnostics.count == 1_000)
    #expect(reading.errorCount == 1_000)
    #expect(reading.isCutShort)
  }

  @Test("only so many diagnostics are kept, and the others of one record are counted")
  func countedKeys() {
    let keys = (0..<1_500).map { "unknown\($0): x" }.joined(separator: "\n")
    let (_, reading) = read("hosts: {}\n\(keys)")
    #expect(reading.diagnostics.count == 1_000)
    #expect(reading.errorCount == 1_500)
    #expect(reading.droppedCount == 500)
    #expect(reading.isCutShort)
  }

  @Test("a text that is no YAML gives its reader's problems as diagnostics")
  func notYAML() {
    let (site, reading) = read("hosts: { A: { kind: small }\n")
    #expect(site == nil)
    #expect(reading.diagnostics.map(\.rule.code) == ["yaml-bracket-unclosed"])
    #expect(read("").reading.diagnostics.map(\.rule.code) == ["yaml-document-count"])
    #expect(read("- a").reading.diagnostics.map(\.rule.code) == ["wrong-kind"])
  }

  @Test("every rule has its own code in words, and a sentence")
  func rules() {
    let codes = Rule.reading.map(\.code)
    #expect(Set(codes).count == codes.count)
    for rule in Rule.reading {
      #expect(rule.code.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)+/) != nil, "\(rule.code)")
      #expect(rule.summary.hasSuffix("."), "\(rule.code)")
    }
  }

  @Test("a hostile text is refused in linear time")
  func hostility() {
    let clock = ContinuousClock()
    let keys = (0..<40_000).map { "k\($0): 1" }.joined(separator: "\n")
    let word = String(repeating: "small", count: 200_000)
    let words = Array(repeating: "\(word.prefix(200))", count: 20_000).joined(separator: ", ")
    for text in [keys, "hosts: { A: { kind: \(word) } }", "hosts: { A: { serves: [\(words)] } }"] {
      let time = clock.measure { _ = read(text) }
      // Quadratic work would take minutes.
      #expect(time < .seconds(10))
    }
  }
}
