import Testing

@testable import YAML

/// Whatever the bytes, there is an answer; and what is read twice is read the same.
///
/// `YAML_FUZZ_SECONDS=600 swift test --filter YAMLFuzz` goes on for longer, with `YAML_FUZZ_SEED` as
/// its first seed.
@Suite("YAMLFuzz")
struct FuzzTests {
  static let firstSeed = Files.variable("YAML_FUZZ_SEED").flatMap { UInt64($0) } ?? 1
  static let seconds = Files.variable("YAML_FUZZ_SECONDS").flatMap { Int($0) }

  /// Runs a body for as many seeds as were asked for.
  private func forSeeds(_ count: Int, _ body: (UInt64) throws -> Void) rethrows {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(Self.seconds ?? 3600)
    var seed = Self.firstSeed
    while Self.seconds == nil ? seed < Self.firstSeed + UInt64(count) : clock.now < end {
      try body(seed)
      seed += 1
    }
    print("fuzzed seeds \(Self.firstSeed)..<\(seed)")
  }

  private static let pieces: [[UInt8]] =
    [
      "- ", "-", "? ", ": ", ":", ", ", "[", "]", "{", "}", "#", " #", "&a ", "*a ", "!", "!!str ",
      "|", ">",
      "|-\n", ">+2\n", "'", "\"", "\\", "\\u12", "%", "%YAML 1.2\n", "%TAG ! a\n", "@", "`", "\n",
      "\r\n", "\r",
      " ", "  ", "\t", "\n  ", "\n ", "\n\n", "---", "\n---\n", "...\n", "a", "b: c", "ä",
      "\u{FEFF}", "\u{7F}",
      "a: ", "\n- ", "~", "0", "''", "\\\n", "<<", "!<x>", "!e!b ",
    ].map { Array($0.utf8) } + [[0x00], [0x80], [0xC3], [0xFF], [0xE2, 0x82], [0x01]]

  /// What must hold of any answer.
  private func check(_ bytes: [UInt8], _ seed: UInt64) {
    let limits = YAMLLimits(depth: 40, nodes: 5_000, aliasedNodes: 5_000)
    let (tree, problems, _) = YAMLTree.read(bytes, file: "seed \(seed)", limits: limits)
    for problem in problems {
      #expect(problem.span.start.offset <= problem.span.end.offset, "seed \(seed)")
      #expect(problem.span.end.offset <= bytes.count, "seed \(seed)")
      #expect(!problem.message.isEmpty)
    }
    if problems.contains(where: { $0.severity == .error }) { return }
    let events = tree.events.map(\.event)
    let plain = RandomDocumentTests.PlainText.write(events)
    let (again, others, _) = YAMLTree.read(Array(plain.utf8), file: "again", limits: limits)
    #expect(others.isEmpty, "seed \(seed): \(others)")
    let withoutStyle = RandomDocumentTests.PlainText.withoutStyle
    #expect(again.events.map(\.event).map(withoutStyle) == events.map(withoutStyle), "seed \(seed)")
  }

  @Test("texts of pieces that mean something")
  func pieces() {
    forSeeds(4_000) { seed in
      var chance = Chance(seed)
      var bytes: [UInt8] = []
      // Rarely a byte that spoils the whole text.
      let count = chance.once(in: 10) ? Self.pieces.count : Self.pieces.count - 6
      for _ in 0..<chance.below(24) { bytes += Self.pieces[chance.below(count)] }
      check(bytes, seed)
    }
  }

  @Test("any bytes")
  func bytes() {
    forSeeds(1_000) { seed in
      var chance = Chance(seed)
      check((0..<chance.below(40)).map { _ in UInt8(truncatingIfNeeded: chance.next()) }, seed)
    }
  }

  @Test("right texts with a mistake")
  func mutations() {
    forSeeds(700) { seed in
      var chance = Chance(seed)
      var bytes = Array(Writer.document(seed % 50).text.utf8)
      for _ in 0...chance.below(3) {
        let index = chance.below(bytes.count)
        switch chance.below(5) {
        case 0: bytes.remove(at: index)
        case 1: bytes.insert(contentsOf: chance.pick(Self.pieces), at: index)
        case 2: bytes[index] = chance.pick(Array("-?:,[]{}#&*!|>'\"%@` \t\n".utf8))
        case 3: bytes.removeSubrange(index..<min(bytes.count, index + chance.below(20)))
        default: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 9)], at: index)
        }
        if bytes.isEmpty { return }
      }
      check(bytes, seed)
    }
  }

  @Test("a text that ends anywhere")
  func prefixes() {
    for seed in UInt64(1)...6 {
      let bytes = Array(Writer.document(seed).text.utf8)
      for count in 0..<min(bytes.count, 300) { check(Array(bytes[..<count]), seed) }
    }
  }
}
