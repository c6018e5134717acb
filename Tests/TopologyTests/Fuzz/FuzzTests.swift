import Foundation
import Schema
import Testing
import Text
import Topology
import YAML

/// Whatever is done to a topology, it is read or refused: nothing ends the process.
///
/// `MAILROOM_TOPOLOGY_FUZZ=SECONDS` goes on for so long, from a seed of the clock.
@Suite("Topologies with noise")
struct FuzzTests {
  static let words = [
    "#", "##", "*", "via HQ/SALES", "direct", "others", "0", "-1", "99999999999999999999", "100%",
    "0%",
    "1d", "0s", "3660d", "1 TiB", "{}", "[]", "~", "null", "'", "\"", ":", "&a", "*a", "HUB1",
    "WS##",
    "BR/PO##", "HQ/SHADOW", "example.net", "HUB1\\MSExchangeIS", "'HUB1\\Memory\\Available Bytes'",
    "1..9 x2", "5.5 SP4", "Q269183", "1000000000/day", "\u{FEFF}", "é", "count: 9", "\n", "  ",
  ]

  /// A text with a few mutations of bytes, of words or of lines.
  static func mutation(of text: String, _ chance: inout Chance) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<1 + chance.below(4) {
      let place = chance.below(bytes.count)
      switch chance.below(7) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: chance.next())
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: Array(chance.pick(words).utf8), at: place)
      case 3:
        let (word, other) = (
          word(at: place, of: bytes), word(at: chance.below(bytes.count), of: bytes)
        )
        let new = Array(bytes[other])
        bytes.replaceSubrange(word, with: new)
      case 4:
        bytes.replaceSubrange(word(at: place, of: bytes), with: Array(chance.pick(words).utf8))
      case 5:
        let line = line(at: place, of: bytes)
        let copy = Array(bytes[line])
        bytes.insert(
          contentsOf: copy,
          at: Self.line(at: chance.below(bytes.count), of: bytes).lowerBound
        )
      default: bytes.removeSubrange(line(at: place, of: bytes))
      }
      if bytes.count < 40 { bytes = Array(text.utf8) }
    }
    return bytes
  }

  private static func word(at place: Int, of bytes: [UInt8]) -> Range<Int> {
    let ends = Set(" ,:{}[]\n".utf8)
    let start = bytes[..<place].lastIndex { ends.contains($0) }.map { $0 + 1 } ?? 0
    return start..<(bytes[place...].firstIndex { ends.contains($0) } ?? bytes.count)
  }

  private static func line(at place: Int, of bytes: [UInt8]) -> Range<Int> {
    let start = bytes[..<place].lastIndex(of: 10).map { $0 + 1 } ?? 0
    return start..<(bytes[place...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count)
  }

  static let texts: [String] =
    [WholeSite.text]
    + MarkedCase.all.map {
      "title: T\nrun: { duration: 1d }\n" + $0.right
    }

  /// Reads what a seed makes, and shows what is said of it.
  static func run(_ seed: UInt64) {
    var chance = Chance(seed)
    let bytes = mutation(of: chance.once(in: 3) ? texts[0] : chance.pick(texts), &chance)
    let reading = Reading()
    let compiled = Topologies.compile(bytes, file: "site.yaml", reading) { _ in nil }
    let text = DiagnosticText.render([reading], style: Style(isColored: chance.once(in: 2)))
    let form = "\(DiagnosticJSON.value(of: [reading]))"
    let lines = DiagnosticGitHub.render([reading])
    #expect((compiled == nil) == reading.hasErrors, "seed \(seed)")
    #expect(text.isEmpty == reading.diagnostics.isEmpty && !form.isEmpty, "seed \(seed)")
    #expect(lines.isEmpty == reading.diagnostics.isEmpty, "seed \(seed)")
    for diagnostic in reading.diagnostics {
      let source = reading.sources[Int(diagnostic.place.source)]
      #expect(diagnostic.place.range.upperBound <= max(source.bytes.count, 1), "seed \(seed)")
      #expect(!diagnostic.message.isEmpty, "seed \(seed)")
    }
  }

  @Test("bytes, words and lines", arguments: 0..<8)
  func noise(round: Int) {
    for number in 0..<40 { Self.run(UInt64(round * 1_000 + number)) }
  }

  @Test(
    "as long as one likes",
    .enabled(if: ProcessInfo.processInfo.environment["MAILROOM_TOPOLOGY_FUZZ"] != nil)
  )
  func openEnded() {
    let seconds = Double(ProcessInfo.processInfo.environment["MAILROOM_TOPOLOGY_FUZZ"] ?? "") ?? 60
    let end = Date().addingTimeInterval(seconds)
    var seed = UInt64(Date().timeIntervalSince1970)
    let first = seed
    while Date() < end {
      Self.run(seed)
      seed += 1
    }
    print("\(seed - first) topologies from seed \(first) on")
  }
}
