import Foundation
import Plan
import Schema
import Testing
import YAML

@testable import KnowledgeBase

/// What editors accept by the patterns is what the reader reads.
@Suite("Patterns of the article language")
struct PatternTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let form: ScalarForm
    /// Whether the parser looks at more than a pattern can say, such as which of two numbers is larger.
    let isStricter: Bool
    let reads: @Sendable (String) -> Bool
    let writesBack: @Sendable (String) -> Bool
  }

  struct Nothing: Record {
    static let name = "nothing"
    static let summary = "No keys."
    init(_: inout Keys) {}
  }

  static func sample<Value: Equatable>(_ shape: Shape<Value>, isStricter: Bool = false) -> Sample {
    guard case .scalar(let form) = shape.form else { fatalError("not a scalar") }
    @Sendable func value(_ text: String) -> Value? {
      let quoted = "'" + text.replacingOccurrences(of: "'", with: "''") + "'"
      guard
        let stream = try? YAMLStream.read(Array(quoted.utf8), file: "t", limits: YAMLLimits()),
        let node = try? stream.onlyDocument().root
      else { return nil }
      // It is no record, but a complaint needs a text to point into.
      let reading = Reading()
      _ = reading.read(Nothing.self, text: quoted, file: "t")
      return shape.read(node, reading)
    }
    return Sample(
      testDescription: form.name,
      form: form,
      isStricter: isStricter,
      reads: { value($0) != nil },
      writesBack: { text in value(text).map { value(shape.text(of: $0)) == $0 } ?? true }
    )
  }

  static let samples = [
    sample(Shape<String>.articleID), sample(Shape<String>.fileName), sample(Shape<String>.name),
    sample(Shape<String>.resource),
    sample(Shape<Provenance>.provenance), sample(Shape<BoundText>.bound),
    sample(Shape<FileVersion>.fileVersion), sample(Shape<Int>.factor),
    sample(Shape<Int>.rungLevel), sample(Shape<Int>.times), sample(Shape<ReleaseName>.releaseName),
    sample(Shape<LevelText>.level, isStricter: true),
    sample(Shape<Quantity>.quantity, isStricter: true),
    sample(Shape<CounterPath>.counter, isStricter: true),
    sample(Shape<ProcessReference>.process), sample(Shape<ScopeText>.scope),
  ]

  @Test("A text is read where its pattern matches it, and written back", arguments: samples)
  func agree(sample: Sample) throws {
    let pattern = try #require(sample.form.pattern)
    let regex = try NSRegularExpression(pattern: pattern)
    func matches(_ text: String) -> Bool {
      regex.firstMatch(in: text, range: NSRange(location: 0, length: text.utf16.count)) != nil
    }
    let seed = UInt64.random(in: 0...UInt64.max)
    var state = seed
    func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let alphabet = Array("0123459.%_- aQSPRTMxyzKiB\\()to")
    var readCount = 0
    for example in sample.form.examples { #expect(sample.reads(example), "\(example)") }
    for _ in 0..<800 {
      var text = Array(sample.form.examples[below(sample.form.examples.count)])
      for _ in 0..<below(4) {
        let place = below(text.count + 1)
        switch below(3) {
        case 0: text.insert(alphabet[below(alphabet.count)], at: place)
        case 1 where place < text.count: text.remove(at: place)
        default: if place < text.count { text[place] = alphabet[below(alphabet.count)] }
        }
      }
      let word = String(text)
      let isRead = sample.reads(word)
      if isRead { readCount += 1 }
      if isRead || !sample.isStricter {
        #expect(isRead == matches(word), "`\(word)`, seed \(seed)")
      }
      #expect(sample.writesBack(word), "`\(word)`, seed \(seed)")
    }
    #expect(readCount > 100, "seed \(seed): hardly anything was read")
  }
}
