import Kernel
import Testing

@testable import Experiment

@Suite("Holm's correction")
struct HolmAdjustmentTests {
  @Test("Printed examples are met, in whatever order they are given")
  func examples() {
    Self.expect(holmAdjusted([0.01, 0.04, 0.03, 0.005]), [0.03, 0.06, 0.06, 0.02])
    Self.expect(holmAdjusted([0.01, 0.02, 0.03, 0.04, 0.05]), [0.05, 0.08, 0.09, 0.09, 0.09])
    Self.expect(holmAdjusted([0.9, 0.001, 0.6]), [1, 0.003, 1])
    #expect(holmAdjusted([]) == [])
    #expect(holmAdjusted([0.03]) == [0.03])
  }

  static func expect(_ found: [Double], _ printed: [Double]) {
    #expect(found.count == printed.count)
    for (found, printed) in zip(found, printed) { #expect((found - printed).magnitude < 1e-15) }
  }

  @Test("It keeps the order, and lies between the single probabilities and Bonferroni's")
  func laws() {
    for seed in 0..<500 {
      var stream = chance("Holm", seed)
      let count = 1 + Int(stream.integer(below: 12))
      var raw = (0..<count).map { _ in stream.uniform() * stream.uniform() }
      if count > 2 { raw[1] = raw[0] }
      let adjusted = holmAdjusted(raw)
      for index in raw.indices {
        #expect(adjusted[index] >= raw[index] && adjusted[index] <= 1, "seed \(seed)")
        #expect(adjusted[index] <= Double(count) * raw[index], "seed \(seed)")
        for other in raw.indices where raw[index] <= raw[other] {
          #expect(adjusted[index] <= adjusted[other], "seed \(seed)")
        }
        // The least level at which the step-down test refuses this one, found from its definition.
        let twin = raw.filter { $0 <= raw[index] }.map { lower in
          min(1, lower * Double(raw.count { $0 >= lower }))
        }.max()
        #expect(adjusted[index] == twin, "seed \(seed)")
      }
    }
  }

  @Test("Among many questions with nothing in them, one false alarm is as rare as it was for one")
  func falseAlarms() {
    var stream = chance("false alarms", 1)
    let count = 10_000
    let alarms = (0..<count).count { _ in
      holmAdjusted((0..<20).map { _ in stream.uniform() }).contains { $0 <= 0.05 }
    }
    // 1 − 0.9975²⁰ is 0.0488.
    let share = Double(alarms) / Double(count)
    #expect((share - 0.0488).magnitude < 4 * 0.00216, "\(share), seed 1")
  }
}
