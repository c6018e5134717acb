/// By how much figures of one kind are larger than those of another, as a factor.
struct RatioInterval: Hashable, Sendable {
  /// The second kind's median over the first's.
  let ratio: Double

  /// Where the factor lies with at least 95 % confidence; `nil` if there are too few figures to say.
  let bounds: ClosedRange<Double>?

  /// The interval is the one in which the Mann–Whitney test sees no difference (Moses), widened to the
  /// ratio of the medians where that lies outside.
  init(from first: [Double], to second: [Double]) {
    let ratio = Summary(second).median / Summary(first).median
    self.ratio = ratio
    let pairs = first.flatMap { before in second.map { $0 / before } }.sorted()
    guard let cut = Self.pairsToLeaveOut(first.count, second.count) else {
      bounds = nil
      return
    }
    bounds = min(pairs[cut], ratio)...max(pairs[pairs.count - 1 - cut], ratio)
  }

  /// How many of the sorted pairs lie below the interval, and as many above; `nil` if even all pairs
  /// are not enough for 95 %.
  static func pairsToLeaveOut(_ first: Int, _ second: Int) -> Int? {
    if first + second > MannWhitney.exactUpTo {
      let (m, n) = (Double(first), Double(second))
      let half = 1.959963984540054 * (m * n * (m + n + 1) / 12).squareRoot()
      return max(Int(m * n / 2 - half - 0.5), 0)
    }
    let ways = MannWhitney.waysBySum(Array(1...(first + second)), choosing: first)
    let total = ways.reduce(0, +)
    var below = 0.0
    let least = first * (first + 1) / 2
    for u in 0... {
      below += ways[least + u]
      if below / total > 0.025 { return u == 0 ? nil : u - 1 }
    }
    return nil
  }
}
