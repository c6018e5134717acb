import Kernel
import Testing

@testable import Experiment

@Suite("Where a quantile lies")
struct QuantileIntervalTests {
  @Test(
    "The printed places for a median are met",
    arguments: [
      (6, 1, 6, 0.9688), (7, 1, 7, 0.9844), (8, 1, 8, 0.9922), (9, 2, 8, 0.9609),
      (10, 2, 9, 0.9785), (12, 3, 10, 0.9614), (15, 4, 12, 0.9648), (20, 6, 15, 0.9586),
    ]
  )
  func printed(count: Int, lowRank: Int, highRank: Int, coverage: Double) throws {
    let values = (1...count).map { Double($0) / 10 }
    let interval = try #require(QuantileInterval(of: values.reversed(), share: 0.5))
    #expect(interval.lowRank == lowRank && interval.low == values[lowRank - 1])
    #expect(interval.highRank == highRank && interval.high == values[highRank - 1])
    #expect((interval.coverage - coverage).magnitude <= 0.000_05)
  }

  @Test("Of too few values there is none, and how many it takes is known")
  func few() {
    #expect(QuantileInterval.leastCount(share: 0.5) == 6)
    #expect(QuantileInterval.leastCount(share: 0.9) == 36)
    #expect(QuantileInterval.leastCount(share: 0.1) == 36)
    #expect(QuantileInterval.leastCount(share: 0.5, confidence: 0.99) == 8)
    for share in [0.05, 0.25, 0.5, 0.6, 0.9] {
      let least = QuantileInterval.leastCount(share: share)
      for count in 0..<least + 20 {
        let interval = QuantileInterval(of: (0..<count).map(Double.init), share: share)
        #expect((interval != nil) == (count >= least), "\(count) values, share \(share)")
      }
    }
  }

  @Test("Its places are the narrowest that keep both sides right, counted from Pascal's triangle")
  func twin() throws {
    for count in 6...40 {
      let values = (1...count).map(Double.init)
      for share in [0.2, 0.5, 0.75] {
        for confidence in [0.5, 0.9, 0.95] {
          let chances = Self.chances(count, share)
          let rest = (1 - confidence) / 2
          let low = (0..<count).last { chances[..<$0].reduce(0, +) <= rest }!
          let high = (1...count + 1).first { chances[$0...].reduce(0, +) <= rest }!
          let found = QuantileInterval(of: values, share: share, confidence: confidence)
          guard low >= 1, high <= count else {
            #expect(found == nil)
            continue
          }
          let interval = try #require(found)
          #expect(interval.lowRank == low && interval.highRank == high, "\(count), \(share)")
          let coverage = chances[low..<high].reduce(0, +)
          #expect((interval.coverage - coverage).magnitude < 1e-12)
          #expect(interval.coverage >= confidence)
        }
      }
    }
  }

  /// How likely 0, 1, … of so many lie below, one row of the triangle after the other.
  static func chances(_ count: Int, _ share: Double) -> [Double] {
    var row = [1.0]
    for _ in 0..<count {
      row = zip(row + [0], [0] + row).map { $0 * (1 - share) + $1 * share }
    }
    return row
  }

  @Test("Very many values do not overwhelm it")
  func many() throws {
    let values = (1...20_000).map(Double.init)
    let interval = try #require(QuantileInterval(of: values, share: 0.9))
    // 1.96 deviations of √(20,000 · 0.09), which is 42.4.
    #expect((17_915...17_918).contains(interval.lowRank), "\(interval.lowRank)")
    #expect((18_083...18_086).contains(interval.highRank), "\(interval.highRank)")
    #expect((0.95...0.953).contains(interval.coverage))
  }

  @Test("It holds the true quantile as often as it says, whatever the distribution")
  func coverage() throws {
    var stream = chance("order", 1)
    let count = 4_000
    var held = 0
    var stated = 0.0
    for _ in 0..<count {
      let values = (0..<15).map { _ in Arithmetic.exp(3 * stream.uniform()) }
      let interval = try #require(QuantileInterval(of: values, share: 0.3, confidence: 0.8))
      if (interval.low...interval.high).contains(Arithmetic.exp(0.9)) { held += 1 }
      stated = interval.coverage
    }
    let chance = (stated * (1 - stated) / Double(count)).squareRoot()
    #expect((Double(held) / Double(count) - stated).magnitude < 4 * chance, "\(held), seed 1")
  }
}
