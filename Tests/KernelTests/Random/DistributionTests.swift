import Kernel
import Testing

@Suite("Exponential, normal and lognormal numbers")
struct DistributionTests {
  @Test(
    "exponential numbers have their distribution, mean and variance",
    arguments: Statistics.seeds
  )
  func exponential(seed: UInt64) {
    var stream = Statistics.stream(seed, "exponential")
    let numbers = (0..<50_000).map { _ in stream.exponential() }
    #expect(
      Statistics.gap(numbers) { 1 - Arithmetic.exp(-$0) } < Statistics.gapLimit,
      "seed \(seed)"
    )
    let mean = numbers.reduce(0, +) / 50_000
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 50_000
    #expect((mean - 1).magnitude < 5 / 50_000.0.squareRoot())
    // The fourth central moment is 9, so the variance's own deviation is √8/√n.
    #expect((variance - 1).magnitude < 5 * (8 / 50_000.0).squareRoot())
  }

  @Test("numbers drawn ahead are those of the stream")
  func ahead() {
    var stream = Statistics.stream(1, "ahead")
    var ahead = ExponentialStream(stream)
    for _ in 0..<100 { #expect(ahead.next() == stream.exponential()) }
  }

  @Test("normal numbers have their distribution, mean and variance", arguments: Statistics.seeds)
  func normal(seed: UInt64) {
    var stream = Statistics.stream(seed, "normal")
    let numbers = (0..<20_000).map { _ in stream.normal() }
    #expect(Statistics.gap(numbers, Statistics.normal) < Statistics.gapLimit, "seed \(seed)")
    let mean = numbers.reduce(0, +) / 20_000
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
    #expect(mean.magnitude < 5 / 20_000.0.squareRoot())
    #expect((variance - 1).magnitude < 5 * (2 / 20_000.0).squareRoot())
  }

  /// Probabilities and quantiles computed with 60 digits.
  static let quantiles: [(Double, Double)] = [
    (0x1.0000000800000p-1, 0x1.40d931ff62706p-29),
    (0x1.3333333333333p-1, 0x1.036d6c4a04b59p-2),
    (0x1.8000000000000p-1, 0x1.5956b87528a49p-1),
    (0x1.d99999999999ap-1, 0x1.7085226d3e525p+0),
    (0x1.d9999cf497ecfp-1, 0x1.70852e475e818p+0),
    (0x1.e666666666666p-1, 0x1.a515209676abbp+0),
    (0x1.f333333333333p-1, 0x1.f5c0331eeff83p+0),
    (0x1.fae147ae147aep-1, 0x1.29c5c4630ff0ep+1),
    (0x1.ff7ced916872bp-1, 0x1.8b8cbb7204470p+1),
    (0x1.ffffde7210be9p-1, 0x1.30381a97985efp+2),
    (0x1.fffffffffe000p-1, 0x1.c30d8560989abp+2),
    (0x1.999999999999ap-4, -0x1.4813c36e26d32p+0),
    (0x1.2f1a9fbe76c8bp-4, -0x1.72567aa9caedap+0),
    (0x1.333335e2650f8p-4, -0x1.7085213dd4bf1p+0),
    (0x1.47ae147ae147bp-7, -0x1.29c5c4630ff0fp+1),
    (0x1.4f8b588e368f1p-17, -0x1.10f3f8843a3d9p+2),
    (0x1.b7cdfd9d7bdbbp-34, -0x1.97203597a2155p+2),
    (0x1.e8a37a45fc321p-37, -0x1.aa1b1c13ee527p+2),
    (0x1.e58b5986f33c4p-37, -0x1.aa2a68f7c5bcbp+2),
    (0x1p-40, -0x1.c30d8560989abp+2),
    (0x1p-52, -0x1.04074bdbf8864p+3),
    (0x1p-53, -0x1.06b48528cea52p+3),
    (0x1.3333333333333p-2, -0x1.0c7e39582c5fbp-1),
    (0x1.ccccccccccccdp-2, -0x1.015abc78e92d0p-3),
  ]

  @Test("the normal quantile is exact to 15 digits", arguments: quantiles)
  func quantile(probability: Double, quantile: Double) {
    let found = RandomStream.normalQuantile(probability)
    #expect((found - quantile).magnitude <= 8e-16 * max(quantile.magnitude, 0.1), "\(found)")
  }

  @Test("the quantile is odd about a half, grows, and inverts the distribution")
  func quantileLaws() {
    #expect(RandomStream.normalQuantile(0.5) == 0)
    var last = -Double.infinity
    for step in 1..<4096 {
      let probability = Double(step) / 4096
      let quantile = RandomStream.normalQuantile(probability)
      #expect(quantile == -RandomStream.normalQuantile(1 - probability))
      #expect(quantile > last)
      #expect((Statistics.normal(quantile) - probability).magnitude < 1e-14)
      last = quantile
    }
  }

  @Test("a normal number takes one draw and grows with it")
  func monotone() {
    var stream = Statistics.stream(9, "monotone")
    var twin = stream
    let pairs = (0..<2_000).map { _ in (twin.next() >> 12, stream.normal()) }
    #expect(stream == twin)
    let sorted = pairs.sorted { $0.0 < $1.0 }
    for (left, right) in zip(sorted, sorted.dropFirst()) { #expect(left.1 <= right.1) }
  }

  @Test("lognormal numbers have the asked median and 95th percentile", arguments: Statistics.seeds)
  func lognormal(seed: UInt64) throws {
    var stream = Statistics.stream(seed, "lognormal")
    let sizes = try Lognormal(median: 6_144, p95: 81_920)
    let numbers = (0..<40_000).map { _ in sizes.draw(from: &stream) }
    let under = Double(numbers.count { $0 < 6_144 })
    let over = Double(numbers.count { $0 > 81_920 })
    #expect((under - 20_000).magnitude < 5 * 10_000.0.squareRoot(), "seed \(seed)")
    #expect((over - 2_000).magnitude < 5 * 1_900.0.squareRoot(), "seed \(seed)")
    let spread = sizes.spread
    let gap = Statistics.gap(numbers) { Statistics.normal(Arithmetic.log($0 / 6_144) / spread) }
    #expect(gap < Statistics.gapLimit, "seed \(seed)")
  }

  @Test("the 95th percentile of the normal number is that of the lognormal one")
  func percentile() throws {
    let sizes = try Lognormal(median: 6_144, p95: 81_920)
    let p95 = 6_144 * Arithmetic.exp(sizes.spread * RandomStream.normalQuantile(0.95))
    #expect((p95 - 81_920).magnitude < 1e-9)
  }

  @Test("a lognormal of no spread is its median")
  func narrow() throws {
    var stream = Statistics.stream(1, "narrow")
    let number = try Lognormal(median: 5, p95: 5).draw(from: &stream)
    #expect(number == 5)
  }

  @Test("a lognormal that cannot be is refused")
  func refusals() {
    for median in [0, -1, .infinity, .nan] as [Double] {
      #expect(throws: Lognormal.Invalid.self) { try Lognormal(median: median, p95: 10) }
    }
    for p95 in [0.99, -1, .infinity, .nan] as [Double] {
      #expect(throws: Lognormal.Invalid.self) { try Lognormal(median: 1, p95: p95) }
    }
    #expect(throws: Lognormal.Invalid.median(0)) { try Lognormal(median: 0, p95: 10) }
    #expect(throws: Lognormal.Invalid.p95(1)) { try Lognormal(median: 2, p95: 1) }
  }
}
