/// How far ahead an event of the hold model is scheduled: the kinds of the literature on event queues,
/// in ticks, each with a mean of one second.
enum Increments: String, CaseIterable, Sendable {
  case exponential
  case uniform
  /// Growing linearly up to its end.
  case triangular
  /// Nine of ten a thousand times as short as the tenth.
  case bimodal
  /// All the same, and so all events at the same time for ever.
  case equal
  /// Three fixed timeouts, in equal parts, started at any time.
  case timeouts
  /// Two narrow humps hold 99.9 %, the rest lies anywhere.
  case camel

  /// An increment in ticks.
  func draw(_ draws: inout Draws) -> UInt64 {
    let seconds =
      switch self {
      case .exponential: draws.exponential()
      case .uniform: 2 * draws.uniform()
      case .triangular: 1.5 * draws.uniform().squareRoot()
      case .bimodal:
        2 / 100.9 * draws.uniform() * (draws.uniform() < 0.9 ? 1 : 1_000)
      case .equal: 1.0
      case .timeouts: [0.2, 0.8, 2.0][Int(3 * draws.uniform())]
      case .camel: Self.camel(&draws)
      }
    return UInt64((seconds * 1e7).rounded())
  }

  private static func camel(_ draws: inout Draws) -> Double {
    if draws.uniform() >= 0.999 { return 2 * draws.uniform() }
    return (draws.uniform() < 0.5 ? 0.5 : 1.5) + 0.001 * (draws.uniform() - 0.5)
  }

  /// The table of increments, used in a circle.
  func table() -> [UInt64] {
    var draws = Draws(seed: 0x7461_626C_65)
    return (0..<65_536).map { _ in draw(&draws) }
  }

  /// The times of the first events.
  func population(_ count: Int) -> [UInt64] {
    var draws = Draws(seed: 0x6669_7273_74)
    let start = self == .timeouts ? Increments.uniform : self
    return (0..<count).map { _ in start.draw(&draws) }
  }
}
