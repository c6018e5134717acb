import Testing

@testable import Kernel

@Suite("Poisson counts")
struct PoissonTests {
  @Test(
    "probabilities are those of the plain product, and add up to 1",
    arguments: [0.1, 1, 7.5, 20, 60]
  )
  func probabilities(mean: Double) throws {
    let poisson = try #require(Poisson(mean: mean))
    var plain = Arithmetic.exp(-mean)
    var sum = 0.0
    for count in 0..<250 {
      let probability = poisson.probability(of: count)
      let exponent = Arithmetic.log(max(plain, 1e-300)).magnitude
      #expect(
        (probability - plain).magnitude <= 1e-15 * (10 + exponent) * plain + 1e-300,
        "\(count)"
      )
      sum += probability
      plain *= mean / Double(count + 1)
    }
    #expect((sum - 1).magnitude < 1e-13)
    #expect(poisson.probability(of: -1) == 0)
  }

  /// log(n!) computed with 60 digits.
  static let factorials: [(Double, Double)] = [
    (1, 0x0.0p+0),
    (2, 0x1.62e42fefa39efp-1),
    (3, 0x1.cab0bfa2a2002p+0),
    (5, 0x1.326643c4479c9p+2),
    (10, 0x1.e357590954d15p+3),
    (15, 0x1.be636a63fd346p+4),
    (16, 0x1.eabff061f1a84p+4),
    (17, 0x1.0c0a63f2f353ap+5),
    (20, 0x1.52af57aed77bep+5),
    (30, 0x1.2aa208b59d0e5p+6),
    (100, 0x1.6bbd47b7669b6p+8),
    (1000, 0x1.71820d04e2eb6p+12),
    (1000000, 0x1.87193cc4f1ea6p+23),
    (1000000000, 0x1.25e649ce0e86ep+34),
  ]

  @Test(
    "the logarithm of a factorial comes out exact by way of Stirling's rest",
    arguments: factorials
  )
  func stirling(n: Double, exact: Double) {
    let found =
      Poisson.stirlingRest(n) + (n + 0.5) * Arithmetic.log(n) - n + 0.9189385332046727
    #expect((found - exact).magnitude <= 4e-16 * max(exact, 1) * 4, "\(n): \(found)")
  }

  @Test(
    "counts have the exact probabilities",
    arguments: Statistics.seeds,
    [0.01, 0.5, 3, 9.99, 10, 11, 25, 100, 1_000]
  )
  func counts(seed: UInt64, mean: Double) throws {
    let draws = 20_000
    let poisson = try #require(Poisson(mean: mean))
    var stream = Statistics.stream(seed, "poisson")
    var observed: [Int: Int] = [:]
    for _ in 0..<draws { observed[poisson.draw(from: &stream), default: 0] += 1 }
    // Counts in order, put together until a cell expects 20 of them.
    var cells: [Int] = []
    var expected: [Double] = []
    var cell = 0
    var share = 0.0
    for count in 0...Int(mean + 12 * mean.squareRoot() + 30) {
      cell += observed[count] ?? 0
      share += poisson.probability(of: count) * Double(draws)
      if share >= 20 {
        cells.append(cell)
        expected.append(share)
        cell = 0
        share = 0
      }
    }
    cells[cells.count - 1] += draws - cells.reduce(0, +)
    expected[expected.count - 1] += Double(draws) - expected.reduce(0, +)
    #expect(Statistics.chiSquare(cells, expected) < Statistics.limit, "seed \(seed)")
  }

  @Test(
    "large counts have their mean, variance and skewness",
    arguments: Statistics.seeds,
    [1e6, 1e9]
  )
  func large(seed: UInt64, mean: Double) throws {
    let draws = 20_000.0
    let poisson = try #require(Poisson(mean: mean))
    var stream = Statistics.stream(seed, "large")
    let numbers = (0..<Int(draws)).map { _ in
      (Double(poisson.draw(from: &stream)) - mean) / mean.squareRoot()
    }
    #expect((numbers.reduce(0, +) / draws).magnitude < 5 / draws.squareRoot(), "seed \(seed)")
    let square = numbers.reduce(0) { $0 + $1 * $1 } / draws
    #expect((square - 1).magnitude < 5 * (2 / draws).squareRoot(), "seed \(seed)")
    let cube = numbers.reduce(0) { $0 + $1 * $1 * $1 } / draws
    #expect(cube.magnitude < 5 * (15 / draws).squareRoot(), "seed \(seed)")
    #expect(Statistics.gap(numbers, Statistics.normal) < Statistics.gapLimit, "seed \(seed)")
  }

  /// How far the probability of a count reaches up, where 1 is the hat.
  private func reach(of poisson: Poisson, across: Double) -> (count: Double, height: Double) {
    let margin = 0.5 - across.magnitude
    let count =
      ((2 * poisson.slope / margin + poisson.width) * across + poisson.mean + 0.43)
      .rounded(.down)
    if count < 0 { return (count, 0) }
    let hat = poisson.inverseScale / (poisson.slope / (margin * margin) + poisson.width)
    let logarithm = Poisson.logarithmOfProbability(of: count, mean: poisson.mean)
    return (count, Arithmetic.exp(logarithm) / hat)
  }

  @Test(
    "a point is accepted where it is under the probability, and the hat is over all of them",
    arguments: [10, 10.5, 12, 14.07, 17, 30, 34.4, 99, 1_000, 1e6, 1e9]
  )
  func rejection(mean: Double) throws {
    let poisson = try #require(Poisson(mean: mean))
    let steps = 4_000
    for step in 1..<steps * 2 {
      // Half of the steps in the outermost hundredths, where few draws come.
      let even = Double(step) / Double(steps) - 0.5
      let outer = (Double(step - steps) / Double(steps) - 0.5) * 0.03
      let across = step < steps ? even : outer < 0 ? -0.515 - outer : 0.515 - outer
      guard across.magnitude < 0.5 else { continue }
      let (count, height) = reach(of: poisson, across: across)
      #expect(height < 1, "\(across)")
      #expect(poisson.count(across: across, height: min(1, height * 1.001 + 1e-300)) == nil)
      if height > 1e-300 {
        #expect(poisson.count(across: across, height: height * 0.999) == Int(count))
        #expect(poisson.count(across: across, height: height * 0.5) == Int(count))
      }
      #expect(poisson.count(across: across, height: 1) == nil)
    }
  }

  @Test("the middle of the square is the middle of the distribution")
  func middle() throws {
    for mean in [10, 33.3, 1e9] {
      #expect(try #require(Poisson(mean: mean)).count(across: 0, height: 1e-9) == Int(mean + 0.43))
    }
  }

  @Test("a mean of zero gives nothing, always")
  func zero() throws {
    let poisson = try #require(Poisson(mean: 0))
    var stream = Statistics.stream(1, "zero")
    for _ in 0..<100 { #expect(poisson.draw(from: &stream) == 0) }
    #expect(poisson.probability(of: 0) == 1)
    #expect(poisson.probability(of: 1) == 0)
  }

  @Test("a mean that cannot be is refused")
  func refusals() {
    for mean in [-0.1, 1.1e9, .infinity, .nan] as [Double] { #expect(Poisson(mean: mean) == nil) }
    #expect(Poisson(mean: 1e9) != nil)
  }
}
