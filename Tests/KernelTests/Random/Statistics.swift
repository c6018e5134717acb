import Kernel

/// What the tests of distributions have in common. Each test is one of a fixed seed, at a significance of
/// one in a million: a right generator passes for all but one seed of a million.
enum Statistics {
  /// The seeds that every distribution is tested with.
  static let seeds: [UInt64] = [1, 19_971_018, 0xdead_beef]

  /// A stream of its own for every test.
  static func stream(_ seed: UInt64, _ purpose: String, replication: UInt64 = 0) -> RandomStream {
    RandomStream(
      seed: seed,
      replication: replication,
      entity: StableName("tests"),
      purpose: StableName(purpose)
    )
  }

  /// A stream whose next 64 bits are known.
  static func stream(next word: UInt64) -> RandomStream {
    // The mixer of the generator backwards: first = 0 leaves the linear half alone.
    var state = word
    // 0xdaba0b6eb09322e3 times this is 1, modulo 2^64.
    var inverse: UInt64 = 0xdaba_0b6e_b093_22e3
    for _ in 0..<5 { inverse = inverse &* (2 &- 0xdaba_0b6e_b093_22e3 &* inverse) }
    state ^= state >> 32
    state = state &* inverse
    state ^= state >> 32
    state = state &* inverse
    state ^= state >> 32
    return RandomStream(addend: 1, linear: state, first: 0, second: 1)
  }

  /// Pearson's sum over cells as a normal number (Wilson and Hilferty), to be compared with `limit`.
  static func chiSquare(_ observed: [Int], _ expected: [Double]) -> Double {
    var sum = 0.0
    var cells = 0
    for (count, mean) in zip(observed, expected) {
      if mean == 0 {
        if count > 0 { return .infinity }
        continue
      }
      cells += 1
      sum += (Double(count) - mean) * (Double(count) - mean) / mean
    }
    let freedom = Double(cells - 1)
    let cubeRoot = Arithmetic.pow(sum / freedom, 1.0 / 3)
    return (cubeRoot - (1 - 2 / (9 * freedom))) / (2 / (9 * freedom)).squareRoot()
  }

  /// A normal number is over this once in a million.
  static let limit = 4.75

  /// The largest gap between the numbers' and the asked distribution, times √n (Kolmogorov, Smirnov).
  static func gap(_ numbers: [Double], _ distribution: (Double) -> Double) -> Double {
    let count = Double(numbers.count)
    var gap = 0.0
    for (index, number) in numbers.sorted().enumerated() {
      let share = distribution(number)
      gap = max(gap, share - Double(index) / count, Double(index + 1) / count - share)
    }
    return gap * count.squareRoot()
  }

  /// The gap is over this once in a million: 2 exp(−2 · 2.694²).
  static let gapLimit = 2.694

  /// The correlation of two equally long sequences, times √n: a normal number where there is none.
  static func correlation(_ left: [Double], _ right: [Double]) -> Double {
    let count = Double(left.count)
    let leftMean = left.reduce(0, +) / count
    let rightMean = right.reduce(0, +) / count
    var both = 0.0
    var ofLeft = 0.0
    var ofRight = 0.0
    for (l, r) in zip(left, right) {
      both += (l - leftMean) * (r - rightMean)
      ofLeft += (l - leftMean) * (l - leftMean)
      ofRight += (r - rightMean) * (r - rightMean)
    }
    return both / (ofLeft * ofRight).squareRoot() * count.squareRoot()
  }

  /// The distribution of the normal numbers, by Marsaglia's series; good to 1e-15 near the middle.
  static func normal(_ x: Double) -> Double {
    if x < -8 { return 0 }
    if x > 8 { return 1 }
    var term = x
    var sum = x
    var divisor = 1.0
    while term.magnitude > 1e-18 {
      divisor += 2
      term *= x * x / divisor
      sum += term
    }
    return 0.5 + sum * Arithmetic.exp(-0.5 * x * x) * 0.3989422804014327
  }
}
