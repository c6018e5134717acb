/// Whether figures of one kind tend to be larger than those of another: the test of Mann and Whitney,
/// two-sided, which asks nothing of how the figures are distributed.
///
/// Up to 60 figures in all the probability is exact, with ties too, given the ranks that occurred;
/// beyond, it is the normal approximation with corrections for ties and continuity.
struct MannWhitney: Hashable, Sendable {
  enum Method: String, Sendable {
    case exact
    case normal
  }

  /// How many pairs have the first kind's figure above the second's, a tie counting half.
  let u: Double

  /// How likely two kinds that do not differ would come out at least so far apart.
  let p: Double

  let method: Method

  static let exactUpTo = 60

  /// Both kinds have at least one figure.
  init(_ first: [Double], _ second: [Double]) {
    precondition(!first.isEmpty && !second.isEmpty, "both kinds need a figure")
    let all = (first + second).sorted()
    // Twice the middle rank of each place, so that ties stay whole numbers.
    var doubledRanks = [Int](repeating: 0, count: all.count)
    var ties: [Int] = []
    var start = 0
    while start < all.count {
      var end = start
      while end < all.count, all[end] == all[start] { end += 1 }
      for place in start..<end { doubledRanks[place] = start + 1 + end }
      ties.append(end - start)
      start = end
    }
    let sum = first.reduce(0) { $0 + doubledRanks[all.firstIndex(of: $1)!] }
    u = Double(sum - first.count * (first.count + 1)) / 2
    if all.count <= Self.exactUpTo {
      method = .exact
      p = Self.exact(doubledRanks, choosing: first.count, sum: sum)
    } else {
      method = .normal
      p = Self.normal(u: u, first.count, second.count, ties)
    }
  }

  /// From the number of ways to choose ranks with each sum.
  private static func exact(_ ranks: [Int], choosing count: Int, sum: Int) -> Double {
    let ways = waysBySum(ranks, choosing: count)
    let total = ways.reduce(0, +)
    let below = ways[...sum].reduce(0, +)
    let above = ways[sum...].reduce(0, +)
    return min(1, 2 * min(below, above) / total)
  }

  /// In how many ways `count` of `ranks` have each sum.
  static func waysBySum(_ ranks: [Int], choosing count: Int) -> [Double] {
    let most = ranks.reduce(0, +)
    var ways = [[Double]](repeating: [Double](repeating: 0, count: most + 1), count: count + 1)
    ways[0][0] = 1
    for rank in ranks {
      for chosen in stride(from: count, to: 0, by: -1) {
        for sum in stride(from: most, through: rank, by: -1) {
          ways[chosen][sum] += ways[chosen - 1][sum - rank]
        }
      }
    }
    return ways[count]
  }

  private static func normal(u: Double, _ first: Int, _ second: Int, _ ties: [Int]) -> Double {
    let (m, n) = (Double(first), Double(second))
    let tied = ties.reduce(0) { $0 + Double($1) * (Double($1) * Double($1) - 1) }
    let variance = m * n / 12 * (m + n + 1 - tied / ((m + n) * (m + n - 1)))
    guard variance > 0 else { return 1 }
    let distance = max((u - m * n / 2).magnitude - 0.5, 0)
    return min(1, 2 * normalTail(distance / variance.squareRoot()))
  }
}
