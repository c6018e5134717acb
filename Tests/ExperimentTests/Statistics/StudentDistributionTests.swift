import Kernel
import Testing

@testable import Experiment

@Suite("Student's distribution")
struct StudentDistributionTests {
  static let printed: [(Double, [Double])] = [
    (1.0, [1.000, 3.078, 6.314, 12.706, 31.821, 63.657]),
    (2, [0.816, 1.886, 2.920, 4.303, 6.965, 9.925]),
    (3, [0.765, 1.638, 2.353, 3.182, 4.541, 5.841]),
    (4, [0.741, 1.533, 2.132, 2.776, 3.747, 4.604]),
    (5, [0.727, 1.476, 2.015, 2.571, 3.365, 4.032]),
    (9, [0.703, 1.383, 1.833, 2.262, 2.821, 3.250]),
    (10, [0.700, 1.372, 1.812, 2.228, 2.764, 3.169]),
    (15, [0.691, 1.341, 1.753, 2.131, 2.602, 2.947]),
    (20, [0.687, 1.325, 1.725, 2.086, 2.528, 2.845]),
    (30, [0.683, 1.310, 1.697, 2.042, 2.457, 2.750]),
    (60, [0.679, 1.296, 1.671, 2.000, 2.390, 2.660]),
    (120, [0.677, 1.289, 1.658, 1.980, 2.358, 2.617]),
  ]

  @Test("It has the quantiles of the printed tables", arguments: printed)
  func tables(degrees: Double, row: [Double]) {
    let student = StudentDistribution(degrees: degrees)
    for (probability, printed) in zip([0.75, 0.9, 0.95, 0.975, 0.99, 0.995], row) {
      #expect((student.quantile(probability) - printed).magnitude <= 0.000_501)
      #expect((student.halfWidth(confidence: 2 * probability - 1) - printed).magnitude <= 0.000_501)
    }
  }

  // Computed with fifty digits.
  static let tails: [(Double, Double, Double)] = [
    (1, 0.5, 0.35241638234956673), (1, 1e8, 3.1830988618379066e-9),
    (1.5, 3, 0.066773877127456633), (2, 40, 0.00031220733609237032),
    (3, 0.001, 0.49963244748473047), (4.25, 1.7, 0.080066259678016496),
    (5, 1.75, 0.070261179494271264), (7, 12, 3.1791551890925501e-6),
    (12.5, 2.2, 0.02364159145107193), (23, 1.9, 0.035021058173426858),
    (24.5, 5, 1.9666321395481048e-5), (60, 3.3, 0.00081515325774444305),
    (100, 9, 7.6803852573752069e-15), (1_000, 1.96, 0.025136592477874359),
    (1_000, 30, 7.6873437220217411e-142), (99_999, 1.732, 0.041638323061447526),
    (1e6, 0.001, 0.49960105788582454), (1e6, 6, 9.8692490617721733e-10),
    (30, 300, 5.0096675035800995e-54),
  ]

  @Test("Its tails are right to twelve digits, and so is what is read backwards", arguments: tails)
  func digits(degrees: Double, t: Double, tail: Double) {
    let student = StudentDistribution(degrees: degrees)
    let error = max(1e-12, degrees * 1e-17)
    #expect((student.tail(t) / tail - 1).magnitude < error)
    #expect(student.cumulative(-t) == student.tail(t))
    #expect((student.cumulative(t) - (1 - tail)).magnitude < 1e-15)
    #expect(student.twoSidedTail(-t) == 2 * student.tail(t))
    // Near the middle a tail has no digits left that tell where it begins.
    if t > 0.1 { #expect((student.quantile(tail) / -t - 1).magnitude < error) }
  }

  @Test("Where there is a formula without integrals it is met: 1, 2 and 4 degrees")
  func formulas() {
    let (one, two, four) = (
      StudentDistribution(degrees: 1), StudentDistribution(degrees: 2),
      StudentDistribution(degrees: 4)
    )
    #expect((one.quantile(7.0 / 8) - (1 + 2.squareRoot())).magnitude < 1e-14)
    #expect((one.quantile(11.0 / 12) - (2 + 3.squareRoot())).magnitude < 1e-14)
    var stream = chance("formulas", 1)
    for _ in 0..<500 {
      let t = 4 * stream.normal()
      let second = t / (2 * (2 + t * t).squareRoot())
      #expect((two.cumulative(t) - 0.5 - second).magnitude < 1e-15, "\(t), seed 1")
      let share = t / (4 + t * t).squareRoot()
      let whole = 0.5 + 0.75 * share - 0.25 * share * share * share
      #expect((four.cumulative(t) - whole).magnitude < 1e-15, "\(t), seed 1")
      let height = 0.375 * Self.power(1 - share * share)
      #expect((four.density(t) - height).magnitude < 1e-15, "\(t), seed 1")
      let p = stream.positiveUniform()
      let root = (2 * p - 1) / (2 * p * (1 - p)).squareRoot()
      #expect((two.quantile(p) - root).magnitude <= 1e-12 * max(1e-3, root.magnitude), "\(p)")
    }
  }

  /// To the power of 5/2.
  private static func power(_ x: Double) -> Double { x * x * x.squareRoot() }

  @Test("A quantile's probability is what was asked for, on any number of degrees")
  func inverse() {
    for seed in 0..<2_000 {
      var stream = chance("inverse", seed)
      let student = StudentDistribution(degrees: Self.degrees(&stream))
      let tail = Arithmetic.exp(-stream.uniform() * stream.uniform() * 60) / 2
      let t = student.quantile(tail)
      #expect(t <= 0)
      #expect(
        (student.cumulative(t) / tail - 1).magnitude < 1e-12,
        "\(student.degrees) degrees, \(tail), seed \(seed)"
      )
    }
  }

  @Test("A quantile next to the middle keeps its digits")
  func middle() {
    let two = StudentDistribution(degrees: 2)
    for power in 1...50 {
      let probability = 0.5 + Double(sign: .plus, exponent: -power - 1, significand: 1)
      let offset = 2 * probability - 1
      let root = offset / (2 * probability * (1 - probability)).squareRoot()
      #expect((two.quantile(probability) / root - 1).magnitude < 1e-14, "2 to the -\(power)")
    }
  }

  @Test("It is symmetric, grows, and is wider the fewer degrees it has")
  func shape() {
    for seed in 0..<300 {
      var stream = chance("shape", seed)
      let degrees = Self.degrees(&stream)
      let student = StudentDistribution(degrees: degrees)
      let wider = StudentDistribution(degrees: 1 + (degrees - 1) * stream.uniform() * 0.9)
      var (before, last) = (-Double.infinity, 0.0)
      for step in 1..<64 {
        let probability = Double(step) / 64
        let t = student.quantile(probability)
        #expect(t == -student.quantile(1 - probability), "seed \(seed)")
        #expect(t > before, "seed \(seed)")
        #expect(student.cumulative(t) > last, "seed \(seed)")
        #expect(wider.quantile(probability).magnitude >= t.magnitude, "seed \(seed)")
        (before, last) = (t, student.cumulative(t))
      }
    }
  }

  @Test("Its density is the slope of its probability")
  func slope() {
    for seed in 0..<500 {
      var stream = chance("slope", seed)
      let student = StudentDistribution(degrees: Self.degrees(&stream))
      let (t, step) = (3 * stream.normal(), 1e-4)
      let slope = (student.tail(t - step) - student.tail(t + step)) / (2 * step)
      #expect((slope - student.density(t)).magnitude < 1e-8, "\(student.degrees), seed \(seed)")
    }
  }

  @Test("With many degrees it is normal")
  func normal() {
    let student = StudentDistribution(degrees: 1e9)
    for step in 1..<100 {
      let z = RandomStream.normalQuantile(Double(step) / 100)
      #expect((student.quantile(Double(step) / 100) - z).magnitude < 1e-8)
      #expect((student.normalDeviate(z) - z).magnitude < 1e-8)
    }
  }

  @Test("A normal deviate is as unlikely as the value it stands for")
  func deviates() {
    for (t, degrees) in [(3.182_446, 3.0), (-2.228_139, 10), (12.706_205, 1)] {
      let deviate = StudentDistribution(degrees: degrees).normalDeviate(t)
      #expect((deviate - (t < 0 ? -1.959_964 : 1.959_964)).magnitude < 1e-6)
    }
    let student = StudentDistribution(degrees: 5)
    #expect(student.normalDeviate(0) == 0)
    #expect(student.normalDeviate(.infinity) == .infinity)
    #expect(student.normalDeviate(-.infinity) == -.infinity)
  }

  @Test("The ends are the ends, and what no one meets is still a number")
  func ends() {
    for degrees in [1, 1.5, 3, 40, 1e6] {
      let student = StudentDistribution(degrees: degrees)
      #expect(student.quantile(0) == -.infinity)
      #expect(student.quantile(1) == .infinity)
      #expect(student.quantile(0.5) == 0)
      #expect(student.cumulative(.infinity) == 1)
      #expect(student.cumulative(-.infinity) == 0)
      #expect(student.cumulative(0) == 0.5)
      #expect(student.halfWidth(confidence: 0) == 0)
      for probability in [0.5 - 0x1p-54, 0.5 + 0x1p-53, 1e-300, 0x1p-52] {
        let t = student.quantile(probability)
        #expect(t.isFinite && t != 0, "\(degrees), \(probability)")
        let error = max(1e-12, degrees * 1e-17)
        #expect((student.cumulative(t) / probability - 1).magnitude < error)
      }
    }
  }

  private static func degrees(_ stream: inout RandomStream) -> Double {
    let degrees = 1 + Arithmetic.exp(10 * stream.uniform() - 2)
    return stream.uniform() < 0.5 ? degrees : degrees.rounded()
  }
}
