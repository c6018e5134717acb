import Kernel
import Testing

@testable import Experiment

@Suite("How many still run after a time")
struct SurvivalCurveTests {
  typealias Observation = (time: Double, failed: Bool)

  /// Weeks of remission under 6-mercaptopurine (Freireich and others, 1963).
  static let freireich: [Observation] =
    [6, 6, 6, 7, 10, 13, 16, 22, 23].map { ($0, true) }
    + [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map { ($0, false) }

  @Test("The textbook's curve and bounds are met")
  func textbook() {
    let curve = SurvivalCurve(Self.freireich)
    let printed: [(Double, Int, Int, Double, Double, Double)] = [
      (6, 21, 3, 0.8571, 0.6197, 0.9516), (7, 17, 1, 0.8067, 0.5631, 0.9228),
      (10, 15, 1, 0.7529, 0.5032, 0.8894), (13, 12, 1, 0.6902, 0.4316, 0.8491),
      (16, 11, 1, 0.6275, 0.3675, 0.8049), (22, 7, 1, 0.5378, 0.2678, 0.7468),
      (23, 6, 1, 0.4482, 0.1881, 0.6801),
    ]
    #expect(curve.count == 21 && curve.failureCount == 9 && curve.longest == 35)
    #expect(curve.steps.count == printed.count)
    for (step, printed) in zip(curve.steps, printed) {
      #expect(step.time == printed.0 && step.atRisk == printed.1 && step.failures == printed.2)
      #expect((step.survival - printed.3).magnitude <= 0.000_05)
      #expect((step.low - printed.4).magnitude <= 0.000_05)
      #expect((step.high - printed.5).magnitude <= 0.000_05)
    }
    #expect(curve.quantile(0.5) == (23, 13, nil))
    #expect(curve.quantile(0.25) == (13, 6, 22))
    #expect(curve.quantile(0.75) == (nil, 23, nil))
    #expect((curve.restrictedMean(until: 35) - 23.287_395).magnitude < 1e-6)
    #expect(curve.survival(at: 5.9) == 1)
    #expect(curve.survival(at: 16) == curve.steps[4].survival)
    #expect(curve.survival(at: 100) == curve.steps[6].survival)
  }

  @Test("Where nothing was lost from sight it is the plain share, to the last bit")
  func plain() {
    for seed in 0..<200 {
      var stream = chance("plain", seed)
      let times = Self.times(&stream)
      let curve = SurvivalCurve(times.map { ($0, true) })
      let count = Double(times.count)
      #expect(curve.failureCount == times.count)
      for step in curve.steps {
        let left = times.count { $0 > step.time }
        #expect(step.survival == Double(left) / count, "seed \(seed)")
        #expect(step.atRisk == times.count { $0 >= step.time }, "seed \(seed)")
      }
      let horizon = 12 * stream.uniform()
      let mean = times.map { min($0, horizon) }.mean
      #expect((curve.restrictedMean(until: horizon) - mean).magnitude < 1e-12, "seed \(seed)")
      for tenths in 1...10 {
        // The least number that is this share or more.
        let needed = (times.count * tenths + 9) / 10
        let value = curve.quantile(Double(tenths) / 10).value
        #expect(value == times.sorted()[needed - 1], "seed \(seed)")
      }
    }
  }

  @Test("It is the product of what each time left, and falls from step to step within its bounds")
  func product() {
    for seed in 0..<300 {
      let observations = Self.observations(seed)
      let curve = SurvivalCurve(observations)
      var (survival, greenwood, before) = (1.0, 0.0, 1.0)
      #expect(curve.failureCount == observations.count(where: \.failed), "seed \(seed)")
      for step in curve.steps {
        let atRisk = observations.count { $0.time >= step.time }
        let failures = observations.count { $0.time == step.time && $0.failed }
        #expect(step.atRisk == atRisk && step.failures == failures, "seed \(seed)")
        survival *= 1 - Double(failures) / Double(atRisk)
        greenwood += Double(failures) / Double(atRisk * (atRisk - failures))
        #expect((step.survival - survival).magnitude < 1e-13, "seed \(seed)")
        #expect(step.survival < before, "seed \(seed)")
        before = step.survival
        #expect(step.low <= step.survival && step.survival < step.high, "seed \(seed)")
        #expect(step.low >= 0 && step.high < 1, "seed \(seed)")
        guard atRisk > failures else { continue }
        // Equally far to both sides on the scale of log(−log S).
        let width = 1.959_963_984_540_054 * greenwood.squareRoot() / Arithmetic.log(survival)
        for (end, sign) in [(step.low, -1.0), (step.high, 1)] {
          let scaled = Arithmetic.log(Arithmetic.log(end) / Arithmetic.log(survival))
          #expect((scaled - sign * width).magnitude < 1e-9, "seed \(seed)")
        }
      }
    }
  }

  @Test("Order does not matter, a unit is a unit, and whoever is watched longer changes no step")
  func laws() {
    for seed in 0..<200 {
      var stream = chance("order", seed)
      let observations = Self.observations(seed)
      let curve = SurvivalCurve(observations)
      #expect(SurvivalCurve(observations.shuffled(using: &stream)) == curve, "seed \(seed)")
      let hours = SurvivalCurve(observations.map { ($0.time * 4, $0.failed) })
      #expect(hours.steps.map(\.survival) == curve.steps.map(\.survival), "seed \(seed)")
      #expect(hours.steps.map(\.time) == curve.steps.map { $0.time * 4 }, "seed \(seed)")
      #expect(hours.quantile(0.3).value == curve.quantile(0.3).value.map { $0 * 4 })
      let end = curve.longest
      let longer = observations.map { $0.failed ? $0 : ($0.time == end ? end + 5 : $0.time, false) }
      #expect(SurvivalCurve(longer).steps == curve.steps, "seed \(seed)")
      for share in [0.1, 0.35, 0.5, 0.8] {
        let (value, low, high) = curve.quantile(share)
        #expect(low ?? .infinity <= value ?? .infinity, "seed \(seed)")
        #expect(value ?? .infinity <= high ?? .infinity, "seed \(seed)")
      }
    }
  }

  @Test("Without a failure nothing is known but that all still ran")
  func none() {
    let curve = SurvivalCurve([(3, false), (5, false)])
    #expect(curve.steps.isEmpty)
    #expect(curve.failureCount == 0 && curve.count == 2 && curve.longest == 5)
    #expect(curve.quantile(0.01) == (nil, nil, nil))
    #expect(curve.restrictedMean(until: 7) == 7)
    #expect(curve.survival(at: 4) == 1)
  }

  @Test("What all fail at once fails then: six are sure of their median's time, as by their order")
  func atOnce() throws {
    for count in 1...40 {
      let times = Array(repeating: 8.0, count: count)
      let curve = SurvivalCurve(times.map { ($0, true) })
      #expect(curve.steps.count == 1 && curve.steps[0].survival == 0)
      #expect(curve.restrictedMean(until: 20) == 8)
      for share in [0.5, 0.9] {
        let (value, low, high) = curve.quantile(share)
        #expect(value == 8 && low == 8)
        let isSure = Arithmetic.pow(1 - share, 1) >= 1 - Arithmetic.pow(0.025, 1 / Double(count))
        #expect((high == 8) == isSure, "\(count), \(share)")
      }
      #expect((curve.quantile(0.5).high != nil) == (count >= 6))
    }
  }

  @Test("The bounds hold the true share, and those of a time the true time, in 95 of 100")
  func coverage() {
    var stream = chance("survival", 1)
    let count = 2_000
    var (heldShare, heldTime) = (0, 0)
    for _ in 0..<count {
      let curve = SurvivalCurve(
        (0..<40).map { _ -> Observation in
          let (failure, end) = (stream.exponential(), 2 * stream.exponential())
          return (min(failure, end), failure <= end)
        }
      )
      let step = curve.steps.last { $0.time <= 0.6 }
      let truth = Arithmetic.exp(-0.6)
      if let step, step.low <= truth, truth <= step.high { heldShare += 1 }
      let (_, low, high) = curve.quantile(0.5)
      let median = Arithmetic.log(2)
      if let low, low <= median, median <= high ?? .infinity { heldTime += 1 }
    }
    #expect((0.935...0.97).contains(Double(heldShare) / Double(count)), "\(heldShare), seed 1")
    #expect((0.935...0.975).contains(Double(heldTime) / Double(count)), "\(heldTime), seed 1")
  }

  /// Times with ties, up to 10.
  static func times(_ stream: inout RandomStream) -> [Double] {
    (0..<1 + Int(stream.integer(below: 40))).map { _ in 0.5 * Double(stream.integer(below: 20)) }
  }

  static func observations(_ seed: Int) -> [Observation] {
    var stream = chance("observations", seed)
    let share = stream.uniform()
    return times(&stream).map { ($0, stream.uniform() < share) }
  }
}
