import Kernel
import Testing

@testable import Experiment

@Suite("What a sample comes to")
struct SampleSummaryTests {
  @Test(
    "The certified values of NIST's numerical accuracy data are met, as far as doubles hold them",
    arguments: [(1.2, 1e-15), (1_000_000.2, 1e-9), (10_000_000.2, 1e-8)]
  )
  func certified(middle: Double, error: Double) throws {
    let pairs = (0..<500).flatMap { _ in [middle - 0.1, middle + 0.1] }
    let summary = SampleSummary([middle] + pairs)
    #expect(summary.count == 1_001)
    #expect(summary.mean == middle)
    let deviation = try #require(summary.standardDeviation)
    #expect((deviation / 0.1 - 1).magnitude <= error)
  }

  @Test("Three large neighbours have a deviation of exactly one")
  func neighbours() {
    let summary = SampleSummary([10_000_001, 10_000_003, 10_000_002])
    #expect(summary.mean == 10_000_002)
    #expect(summary.standardDeviation == 1)
    #expect(summary.variance == 1)
  }

  @Test("A printed example: ten sleepers, by Student himself")
  func sleepers() throws {
    let summary = SampleSummary([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2])
    #expect(summary.mean == 0.75)
    #expect((try #require(summary.standardDeviation) - 1.789_010).magnitude < 5e-7)
    #expect((try #require(summary.halfWidth()) - 1.279_780).magnitude < 5e-6)
    #expect(summary.minimum == -1.6)
    #expect((summary.lowerQuartile - -0.175).magnitude < 1e-15)
    #expect((summary.median - 0.35).magnitude < 1e-15)
    #expect((summary.upperQuartile - 1.7).magnitude < 1e-15)
    #expect(summary.maximum == 3.7)
  }

  @Test("One value is its own mean and has no spread to speak of")
  func single() {
    let summary = SampleSummary([7.5])
    #expect(summary.mean == 7.5)
    #expect(summary.variance == nil)
    #expect(summary.standardDeviation == nil)
    #expect(summary.standardError == nil)
    #expect(summary.halfWidth() == nil)
    #expect([0, 0.3, 1].allSatisfy { summary.quantile($0) == 7.5 })
  }

  @Test("Values that are all the same have that mean and no variance, to the last bit")
  func same() {
    for seed in 0..<500 {
      var stream = chance("same", seed)
      let value = stream.normal() * Arithmetic.exp(20 * stream.normal())
      let count = 2 + Int(stream.integer(below: 50))
      let summary = SampleSummary(Array(repeating: value, count: count))
      #expect(summary.mean == value, "seed \(seed)")
      #expect(summary.variance == 0, "seed \(seed)")
      #expect(summary.halfWidth() == 0, "seed \(seed)")
      #expect(summary.quantile(stream.uniform()) == value, "seed \(seed)")
    }
  }

  @Test("Order does not matter, a factor is a factor, and a mean lies between the ends")
  func laws() throws {
    for seed in 0..<300 {
      var stream = chance("laws", seed)
      let values = Self.values(&stream)
      let summary = SampleSummary(values)
      #expect(SampleSummary(values.shuffled(using: &stream)) == summary, "seed \(seed)")
      #expect(SampleSummary(values.reversed()) == summary, "seed \(seed)")
      #expect(summary.minimum <= summary.mean && summary.mean <= summary.maximum, "seed \(seed)")
      let larger = SampleSummary(values.map { -4 * $0 })
      #expect(larger.mean == -4 * summary.mean, "seed \(seed)")
      #expect(larger.variance == summary.variance.map { 16 * $0 }, "seed \(seed)")
      #expect(larger.halfWidth() == summary.halfWidth().map { 4 * $0 }, "seed \(seed)")
      #expect(
        (larger.quantile(0.25) + 4 * summary.quantile(0.75)).magnitude <= 1e-9,
        "seed \(seed)"
      )
    }
  }

  @Test("A large sum in front loses nothing of the small values behind it")
  func cancelling() {
    #expect([1e16, 1, -1e16].compensatedSum == 1)
    #expect([1, 1e100, 1, -1e100].compensatedSum == 2)
    #expect(Array(repeating: 0.1, count: 1_000_000).compensatedSum == 100_000)
    #expect([1e16, 1, -1e16, 3].mean == 1)
  }

  @Test("A quantile lies in proportion between two values, and grows with its share")
  func quantiles() {
    for seed in 0..<300 {
      var stream = chance("quantiles", seed)
      let values = Self.values(&stream)
      let (summary, sorted) = (SampleSummary(values), values.sorted())
      var before = -Double.infinity
      for step in 0...40 {
        let share = Double(step) / 40
        let value = summary.quantile(share)
        #expect(value >= before, "seed \(seed)")
        before = value
        // The piece of a line through the values, the first at 0 and the last at 1.
        let place = share * Double(sorted.count - 1)
        let (low, high) = (sorted[Int(place)], sorted[Int(place.rounded(.up))])
        let twin = low + (high - low) * (place - place.rounded(.down))
        #expect((value - twin).magnitude <= 1e-12 * (high - low), "seed \(seed)")
      }
    }
  }

  @Test("The interval of a mean holds it as often as it says", arguments: [0.8, 0.95])
  func coverage(confidence: Double) throws {
    var stream = chance("coverage", 1)
    let count = 4_000
    var held = 0
    for _ in 0..<count {
      let summary = SampleSummary((0..<4).map { _ in 100 + 7 * stream.normal() })
      let width = try #require(summary.halfWidth(confidence: confidence))
      if (summary.mean - 100).magnitude <= width { held += 1 }
    }
    let share = Double(held) / Double(count)
    let chance = (confidence * (1 - confidence) / Double(count)).squareRoot()
    #expect((share - confidence).magnitude < 4 * chance, "\(share), seed 1")
  }

  private static func values(_ stream: inout RandomStream) -> [Double] {
    let (middle, width) = (1_000 * stream.normal(), Arithmetic.exp(3 * stream.normal()))
    return (0..<2 + Int(stream.integer(below: 40))).map { _ in middle + width * stream.normal() }
  }
}
