import Kernel

/// A line that may bend where a third and two thirds of the work are done, fitted to stretches.
struct BentLine: Sendable {
  /// Its height at the begin, at the bends and at the end, the first as 0.
  let corners: [Double]
  /// How many days lie between its begin and its end.
  let days: Double
  /// How far apart in normal deviates each two corners are, by the earlier and the later one.
  let deviates: [[Double]]
  /// The greatest step up, and down, from an eighth of the stretches to the next eighth.
  let steps: (up: Double, down: Double)

  /// The line that fits best; nil where there are too few stretches to know how well it does.
  init?(_ blocks: Blocks, activity: Activity) {
    guard blocks.values.count >= Movement.leastStretches else { return nil }
    let bends = Self.bends(blocks.days, activity)
    var columns = (0..<3).map { piece in
      blocks.days.map { max(0, min($0, bends[piece + 1]) - bends[piece]) }
    }
    if !blocks.knowsHours { columns.append(blocks.days.map { activity.pace(atDays: $0) }) }
    let fit = LeastSquares(
      columns.map { Self.centred($0, blocks.kinds) },
      to: Self.centred(blocks.values, blocks.kinds)
    )
    let degrees = blocks.values.count - Set(blocks.kinds).count - fit.rank
    guard degrees >= 2 else { return nil }
    days = bends[3] - bends[0]
    let noise = Noise(fit.residuals, at: blocks.places, degrees: Double(degrees))
    let lengths = zip(bends, bends.dropFirst()).map { $1 - $0 }
    var corners = [0.0]
    for piece in 0..<3 { corners.append(corners[piece] + fit.coefficients[piece] * lengths[piece]) }
    deviates = (0...3).map { from in
      (0...3).map { to in
        guard from < to else { return 0 }
        let weights = columns.indices.map { from <= $0 && $0 < to ? lengths[$0] : 0 }
        return noise.deviate(
          of: corners[to] - corners[from],
          variance: fit.variance(of: weights)
        )
      }
    }
    self.corners = corners
    // The line and what it leaves: the values without their hours.
    let plain = blocks.days.indices.map { index in
      (0..<3).reduce(fit.residuals[index]) { $0 + fit.coefficients[$1] * columns[$1][index] }
    }
    steps = Self.steps(plain)
  }

  /// Begin, bends and end: thirds of the work that is done between the first and the last.
  private static func bends(_ days: [Double], _ activity: Activity) -> [Double] {
    let (first, last) = (days[0], days[days.count - 1])
    let (begin, end) = (activity.work(atDays: first), activity.work(atDays: last))
    // Where next to nothing is done, the clock parts the time.
    let isIdle = end - begin < 0.1 * (last - first)
    let inner = [1.0, 2].map { third -> Double in
      isIdle
        ? first + (last - first) * third / 3
        : activity.days(atWork: begin + (end - begin) * third / 3)
    }
    return [first] + inner + [last]
  }

  /// Values less the mean of their kind.
  private static func centred(_ values: [Double], _ kinds: [Int]) -> [Double] {
    let most = (kinds.max() ?? 0) + 1
    var sums = Array(repeating: 0.0, count: most)
    var counts = Array(repeating: 0.0, count: most)
    for (value, kind) in zip(values, kinds) {
      sums[kind] += value
      counts[kind] += 1
    }
    return zip(values, kinds).map { $0 - sums[$1] / counts[$1] }
  }

  private static func steps(_ values: [Double]) -> (up: Double, down: Double) {
    let width = max(1, values.count / 8)
    var steps = (up: 0.0, down: 0.0)
    for place in width...(values.count - width) {
      let before = values[place - width..<place].reduce(0, +)
      let after = values[place..<place + width].reduce(0, +)
      steps.up = max(steps.up, (after - before) / Double(width))
      steps.down = max(steps.down, (before - after) / Double(width))
    }
    return steps
  }
}
