import Kernel
import Testing

@testable import Experiment

@Suite("When there are values enough")
struct RelativePrecisionTests {
  @Test("It stops at the first number at which the half-width is small enough, and not before ten")
  func definition() throws {
    for seed in 0..<300 {
      var stream = chance("precision", seed)
      let sign = seed % 2 == 0 ? 1.0 : -1
      let values = (0..<60).map { _ in sign * (10 + 3 * stream.normal()) }
      let rule = RelativePrecision(0.05 + 0.2 * stream.uniform())
      let twin = try (10...60).first { count in
        let summary = SampleSummary(Array(values.prefix(count)))
        return try #require(summary.halfWidth()) / summary.mean.magnitude <= rule.wanted
      }
      #expect(rule.count(of: values) == twin, "seed \(seed)")
    }
  }

  @Test("What comes later changes nothing")
  func prefixes() {
    for seed in 0..<200 {
      var stream = chance("prefixes", seed)
      let values = (0..<40).map { _ in 5 + stream.normal() }
      let rule = RelativePrecision(0.08, first: 5, confidence: 0.9)
      let whole = rule.count(of: values)
      for count in [5, 12, 20, 39] {
        let part = rule.count(of: Array(values.prefix(count)))
        #expect(part == whole.flatMap { $0 <= count ? $0 : nil }, "seed \(seed)")
      }
    }
  }

  @Test("Values without spread are enough at once, of which a mean of 0 must consist alone")
  func exact() {
    let rule = RelativePrecision(0.01)
    #expect(rule.count(of: Array(repeating: 3, count: 30)) == 10)
    #expect(rule.count(of: Array(repeating: 0, count: 30)) == 10)
    #expect(rule.count(of: Array(repeating: 3, count: 9)) == nil)
    #expect(rule.count(of: (0..<30).map { $0 % 2 == 0 ? 1 : -1 }) == nil)
    #expect(rule.count(of: []) == nil)
    #expect(RelativePrecision(0.01, first: 2).count(of: [3, 3, 3]) == 2)
  }

  @Test("A rule that is stricter, or surer, stops no earlier")
  func strictness() throws {
    for seed in 0..<200 {
      var stream = chance("strictness", seed)
      let values = (0..<80).map { _ in 4 + stream.normal() }
      let count = RelativePrecision(0.1).count(of: values) ?? .max
      #expect(RelativePrecision(0.09).count(of: values) ?? .max >= count, "seed \(seed)")
      let surer = RelativePrecision(0.1, confidence: 0.99).count(of: values)
      #expect(surer ?? .max >= count, "seed \(seed)")
      #expect(RelativePrecision(0.1, first: 12).count(of: values) ?? .max >= max(12, count))
    }
  }

  @Test("Stopping when it looks precise costs little of the confidence, thanks to the first ten")
  func coverage() throws {
    var stream = chance("stopping", 1)
    let count = 1_500
    var held = 0
    for _ in 0..<count {
      let values = (0..<150).map { _ in 10 + 2 * stream.normal() }
      let enough = try #require(RelativePrecision(0.08).count(of: values))
      let summary = SampleSummary(Array(values.prefix(enough)))
      if (summary.mean - 10).magnitude <= (try #require(summary.halfWidth())) { held += 1 }
    }
    let share = Double(held) / Double(count)
    #expect((0.91...0.965).contains(share), "\(share), seed 1")
  }
}
