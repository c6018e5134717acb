import Kernel
import Testing

@testable import Experiment

@Suite("How often something held")
struct ProportionTests {
  @Test(
    "The intervals that Newcombe printed in 1998 are met",
    arguments: [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611),
      (1, 29, 0.0061, 0.1718),
    ]
  )
  func printed(successes: Int, count: Int, low: Double, high: Double) {
    let interval = Proportion(successes: successes, of: count).interval()
    #expect((interval.low - low).magnitude <= 0.000_05)
    #expect((interval.high - high).magnitude <= 0.000_05)
  }

  @Test("Never and always are at an end, and still not certain")
  func ends() {
    for count in [1, 2, 10, 1_000] {
      let never = Proportion(successes: 0, of: count)
      let always = Proportion(successes: count, of: count)
      #expect(never.share == 0 && never.interval().low == 0 && never.interval().high < 1)
      #expect(always.share == 1 && always.interval().high == 1 && always.interval().low > 0)
      #expect(never.interval().high == 1 - always.interval().low)
    }
  }

  @Test("Its ends are where the share found lies just so many deviations off")
  func definition() {
    for count in [1, 7, 40, 1_000] {
      for successes in stride(from: 0, through: count, by: max(1, count / 11)) {
        let proportion = Proportion(successes: successes, of: count)
        for (confidence, z) in [(0.95, 1.959_963_984_540_054), (0.8, 1.281_551_565_544_600_4)] {
          let (low, high) = proportion.interval(confidence: confidence)
          #expect(low <= proportion.share && proportion.share <= high && low < high)
          for end in [low, high] where end > 0 && end < 1 {
            let off = (proportion.share - end).magnitude
            let deviation = (end * (1 - end) / Double(count)).squareRoot()
            #expect((off / deviation - z).magnitude < 1e-9, "\(successes) of \(count)")
          }
        }
      }
    }
  }

  @Test("On average over all true shares it holds the true one in 95 of 100")
  func coverage() {
    var stream = chance("Wilson", 1)
    let count = 10_000
    let held = (0..<count).count { _ in
      let share = stream.uniform()
      let successes = (0..<12).count { _ in stream.uniform() < share }
      let (low, high) = Proportion(successes: successes, of: 12).interval()
      return low <= share && share <= high
    }
    #expect((Double(held) / Double(count) - 0.95).magnitude < 0.012, "\(held), seed 1")
  }
}
