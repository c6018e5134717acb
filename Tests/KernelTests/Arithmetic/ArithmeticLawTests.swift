import Kernel
import Testing

@Suite("Logarithm, exponential and power against their twins of 100 bits")
struct ArithmeticLawTests {
  /// Each seed covers the whole range anew.
  static let seeds: [UInt64] = [1, 2, 3, 5, 8, 13, 21, 34]
  static let rounds = 1_000

  private func stream(_ seed: UInt64, _ purpose: String) -> RandomStream {
    RandomStream(seed: seed, replication: 0, entity: .root, purpose: StableName(purpose))
  }

  @Test("the logarithm is within 0.85 ulp of its twin", arguments: seeds)
  func logarithm(seed: UInt64) {
    var stream = stream(seed, "logarithm")
    for round in 0..<Self.rounds {
      let x: Double
      switch round & 3 {
      case 0: x = Double(bitPattern: 1 + stream.integer(below: 0x7fef_ffff_ffff_ffff))
      case 1: x = 0.99 + 0.02 * stream.uniform()
      case 2: x = stream.positiveUniform()
      default: x = 1 + (stream.uniform() - 0.5) * (stream.uniform() < 0.5 ? 0x1p-20 : 0x1p-40)
      }
      let distance = DoubleDouble.logarithm(of: x).distance(of: Arithmetic.log(x))
      #expect(distance < 0.85 || x == 1, "seed \(seed): log \(x)")
    }
  }

  @Test("the exponential is within 0.55 ulp of its twin", arguments: seeds)
  func exponential(seed: UInt64) {
    var stream = stream(seed, "exponential")
    for round in 0..<Self.rounds {
      let x: Double
      switch round & 3 {
      case 0: x = -745 + 1454.7 * stream.uniform()
      case 1: x = (stream.uniform() - 0.5) * 4
      case 2: x = -664 - 81 * stream.uniform()
      default: x = 664 + 45.7 * stream.uniform()
      }
      let (twin, power) = DoubleDouble(x).exponential
      let distance = twin.distance(of: Arithmetic.exp(x), power: power)
      #expect(distance < 0.55, "seed \(seed): exp \(x)")
    }
  }

  @Test("the power is within 0.6 ulp of its twin", arguments: seeds)
  func power(seed: UInt64) {
    var stream = stream(seed, "power")
    for round in 0..<Self.rounds {
      let x: Double
      switch round & 3 {
      case 0: x = Double(bitPattern: 1 + stream.integer(below: 0x7fef_ffff_ffff_ffff))
      case 1: x = 0.99 + 0.02 * stream.uniform()
      case 2: x = stream.positiveUniform() * 10
      default: x = 1 + (stream.uniform() - 0.5) * 0x1p-30
      }
      if x == 1 { continue }
      let reach = round & 4 == 0 ? -745 + 1454.7 * stream.uniform() : stream.uniform() * 20 - 10
      let y = reach / Arithmetic.log(x)
      let (twin, power) = (DoubleDouble.logarithm(of: x) * DoubleDouble(y)).exponential
      let result = Arithmetic.pow(x, y)
      if result.isInfinite || y.magnitude > 1e290 { continue }
      #expect(twin.distance(of: result, power: power) < 0.6, "seed \(seed): \(x) to \(y)")
    }
  }

  @Test("the bits are those that every machine gives")
  func recorded() {
    var stream = stream(1, "recorded")
    var digest: UInt64 = 0
    for _ in 0..<2_000 {
      let x = Double(bitPattern: 1 + stream.integer(below: 0x7fef_ffff_ffff_ffff))
      let y = -745 + 1454.7 * stream.uniform()
      for result in [Arithmetic.log(x), Arithmetic.exp(y), Arithmetic.pow(x, y / 800)] {
        digest = (digest ^ result.bitPattern) &* 0x9e37_79b9_7f4a_7c15
        digest ^= digest >> 29
      }
    }
    #expect(digest == 0x837f_00c9_3bf4_9852)
  }
}
