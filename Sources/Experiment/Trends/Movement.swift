import Kernel
import Plan

/// How a counter moves: the test behind `rising`, `level` and `falling`.
///
/// A line that may bend at two times is fitted to the medians of stretches, those at the same hour of
/// the same kind of day compared with each other alone. The two times part the *work* of the span into
/// thirds, so that the week-end at the end of a week is no third of it. Two corners of the line differ
/// by *more than noise* where they differ by more than `sureness` deviations of what the line leaves,
/// widened as neighbours resemble each other, or by `widths` times what values of one day differ by.
///
/// - It is *rising* where the line ends higher than it begins by more than noise, and its last third
///   and what lies before both climb by a sixth of this, no single step makes up two fifths of it,
///   and of days that can be compared most hours climbed from one to the next.
/// - It is *falling* where the same is true with the sign changed.
/// - It is *level* where it is neither, and no two of the four corners differ by more than noise and
///   by more than values of one day do.
///
/// A cache that fills to a plateau climbs before and not in the last third: it is none of the three.
struct Movement: Sendable {
  /// The line at the begin of the span, at its bends, and at its end, the first as 0.
  let corners: [Double]
  /// How far apart in normal deviates each two corners are, by the earlier and the later one.
  private let deviates: [[Double]]
  /// How far apart values of one day are; nil where the time is too short to say.
  private let width: Double?
  /// How far apart values are that follow one another.
  private let range: Double
  /// The greatest step up, and down.
  private let steps: (up: Double, down: Double)
  /// How much the middle one of all hours changed in a day; nil where hours are not compared.
  private let fromDayToDay: Double?
  /// The first value and the last one, and the one in the middle of all by size.
  let first: Double
  let last: Double
  let middle: Double
  /// How long it was looked at, in days.
  let length: Double

  /// How many normal deviates are more than noise: less than once in 2,000 healthy series.
  static let sureness = 3.3
  /// How many times the width of a day is more than noise, however values follow one another.
  static let widths = 1.5
  /// How many stretches are needed at least.
  static let leastStretches = 8

  /// The movement of a counter in a run that starts on this day; nil where there are too few values.
  init?(_ samples: Samples, startingOn weekday: Weekday, activity: Activity) {
    // Days of different kinds have no hours in common.
    for knowsHours in [true, false] where !knowsHours || samples.length >= 2 {
      let blocks = Blocks(samples, startingOn: weekday, knowingHours: knowsHours)
      if blocks.areComparable, let line = BentLine(blocks, activity: activity) {
        self.init(line, blocks, samples)
        return
      }
    }
    return nil
  }

  private init(_ line: BentLine, _ blocks: Blocks, _ samples: Samples) {
    corners = line.corners
    deviates = line.deviates
    range = blocks.range
    width = blocks.knowsHours ? blocks.range : nil
    steps = line.steps
    perDay = line.corners[3] / line.days
    fromDayToDay = blocks.knowsHours ? blocks.changesPerDay.median : nil
    first = samples.values[0]
    last = samples.values[samples.values.count - 1]
    middle = samples.values.median
    length = samples.length
  }

  /// The word for it; nil where it is none of the three.
  var trend: Trend? {
    if climbs(1) { return .rising }
    if climbs(-1) { return .falling }
    return hasMoved ? nil : .level
  }

  /// How much the line changes in a day.
  let perDay: Double

  /// Whether it ends higher, or with the sign changed lower, than it begins by more than noise.
  private func climbs(_ sign: Double) -> Bool {
    let rise = corners[3] * sign
    return rise > 0 && isMoreThanNoise(0, 3) && corners[2] * sign >= rise / 6
      && (corners[3] - corners[2]) * sign >= rise / 6
      && (sign > 0 ? steps.up : steps.down) <= rise * 0.4
      && (fromDayToDay.map { $0 * sign * length > rise / 4 } ?? true)
  }

  private var hasMoved: Bool {
    (0..<3).contains { from in
      (from + 1...3).contains { to in
        (corners[to] - corners[from]).magnitude > range && isMoreThanNoise(from, to)
      }
    }
  }

  private func isMoreThanNoise(_ from: Int, _ to: Int) -> Bool {
    if deviates[from][to].magnitude > Self.sureness { return true }
    return width.map { (corners[to] - corners[from]).magnitude > $0 * Self.widths } ?? false
  }
}

extension Movement {
  /// Whether most of what it changed was changed before its last third.
  var hasSettled: Bool { (corners[3] - corners[2]).magnitude < corners[2].magnitude / 5 }
}
