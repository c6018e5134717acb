import Testing

/// Delays of the kinds that event queues are judged by, and some that only a malicious caller has.
enum DelayKind: String, CaseIterable, CustomTestStringConvertible {
  case exponential, uniform, triangular, bimodal, allEqual, threeTimeouts, camel
  case tiny, zeroOrFar, anyMagnitude, clustered

  var testDescription: String { rawValue }

  /// The next delay in ticks.
  func next(_ random: inout SplitMix) -> UInt64 {
    switch self {
    case .exponential: (0..<64).reduce(0) { sum, _ in sum + (random.next() >> 44) } / 32
    case .uniform: random.below(20_000_000)
    case .triangular: random.below(10_000_000) + random.below(10_000_000)
    case .bimodal: random.below(10) < 9 ? random.below(20_000) : random.below(20_000_000)
    case .allEqual: 10_000_000
    case .threeTimeouts: [1_000_000, 50_000_000, 3_000_000_000][Int(random.below(3))]
    case .camel: (random.below(2) == 0 ? 2_000_000 : 15_000_000) + random.below(100_000)
    case .tiny: random.below(3)
    case .zeroOrFar: random.below(4) > 0 ? 0 : 1 << 40
    case .anyMagnitude: random.next() >> (4 + random.below(60))
    case .clustered: random.below(3) << 36 + random.below(2) << 20 + random.below(4)
    }
  }
}

/// A generator of the tests' own, so that they do not judge the kernel's by itself.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }

  mutating func below(_ bound: UInt64) -> UInt64 { next().multipliedFullWidth(by: bound).high }
}
