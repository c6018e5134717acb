/// Growth read against one pace: a sum of independent pieces of any sizes, in proportion to the work.
///
/// Its variance is found from blocks of equal work, so that clusters, such as a client that tries three
/// times, are in it. The interval for a time ahead holds both what chance will do until then and how
/// little is known of the rate: with `q` of Student's distribution, rate `m` and variance `v` a unit of
/// work, seen over `W`, it ends where |m·u − R| = q·√(v·(u + u²/W)).
struct Reading: Sendable {
  /// The pace that it follows.
  let activity: Activity
  /// Growth in a unit of work, which is what a day brings on average.
  let rate: Double
  /// Variance of the growth in a unit of work.
  let variance: Double
  /// The work over which it was seen.
  let work: Double
  /// The mean square by which growth kept off the pace.
  let misfit: Double
  /// What bounds 90 hundredths.
  private let quantile: Double
  /// The work done when it was last seen.
  private let now: Double

  /// Growth read against a pace; nil where nothing grew, or it was looked at too seldom.
  init?(_ whole: Growth, following activity: Activity) {
    let growth = Self.recent(whole, activity)
    let works = growth.days.map { activity.work(atDays: $0) }
    let work = works[works.count - 1] - works[0]
    let total = growth.taken[growth.taken.count - 1]
    guard work > 0, total > 0, growth.days.count > Self.leastBlocks else { return nil }
    let count = Self.blockCount(growth)
    let mean = total / Double(count)
    let squares = Self.blocks(growth, works, count).reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.activity = activity
    self.work = work
    rate = total / work
    variance = squares / Double(count - 1) / (work / Double(count))
    misfit = Self.misfit(growth, works)
    quantile = StudentDistribution(degrees: Double(count - 1)).halfWidth(confidence: 0.9)
    now = works[works.count - 1]
  }

  private static let leastBlocks = 4
  private static let mostBlocks = 24

  private static func blockCount(_ growth: Growth) -> Int {
    min(mostBlocks, max(leastBlocks, (growth.days.count - 1) / 2))
  }

  /// The growth, or its later half where that is clearly another one than before.
  private static func recent(_ growth: Growth, _ activity: Activity) -> Growth {
    let works = growth.days.map { activity.work(atDays: $0) }
    guard growth.days.count > 4 * leastBlocks,
      hasChanged(blocks(growth, works, blockCount(growth)))
    else { return growth }
    return growth.since(
      growth.days[works.firstIndex { $0 >= (works[0] + works[works.count - 1]) / 2 }!]
    )
  }

  /// The rate, and the interval in which it lies.
  var perDay: Outlook.Estimate {
    let width = quantile * (variance / work).squareRoot()
    return Outlook.Estimate(value: rate, low: max(0, rate - width), high: rate + width)
  }

  /// When so much more has come, in seconds since the start; nil where that cannot be told.
  ///
  /// `spread` is the variance of what else may lie between now and the amount.
  func time(of rest: Double, spread: Double = 0) -> Outlook.Estimate? {
    guard rest > 0, rate > 0 else { return nil }
    let square = quantile * quantile
    let first = rate * rate - square * variance / work
    // The rate may as well be nothing.
    guard first > 0 else { return nil }
    let second = 2 * rate * rest + square * variance
    let third = rest * rest - square * spread
    let root = max(0, second * second - 4 * first * third).squareRoot()
    let high = (second + root) / (2 * first)
    let low = third <= 0 ? 0 : 2 * third / (second + root)
    func seconds(_ ahead: Double) -> Double { activity.days(atWork: now + ahead) * 86_400 }
    return Outlook.Estimate(value: seconds(rest / rate), low: seconds(low), high: seconds(high))
  }

  /// The mean square by which growth keeps off a straight line in the measure of a pace, each time
  /// weighed by the work that it stands for.
  private static func misfit(_ growth: Growth, _ works: [Double]) -> Double {
    let (begin, end) = (works[0], works[works.count - 1])
    let total = growth.taken[growth.taken.count - 1]
    var sum = 0.0
    for index in works.indices.dropFirst() {
      let off = growth.taken[index] - total * (works[index] - begin) / (end - begin)
      sum += off * off * (works[index] - works[index - 1])
    }
    return sum / (end - begin)
  }

  /// The growth in blocks of equal work.
  private static func blocks(_ growth: Growth, _ works: [Double], _ count: Int) -> [Double] {
    let (begin, end) = (works[0], works[works.count - 1])
    var heights = [0.0]
    var place = 0
    for block in 1...count {
      let border = begin + (end - begin) * Double(block) / Double(count)
      while place + 1 < works.count - 1, works[place + 1] < border { place += 1 }
      let width = works[place + 1] - works[place]
      let share = width > 0 ? min(1, (border - works[place]) / width) : 1
      heights.append(growth.taken[place] + share * (growth.taken[place + 1] - growth.taken[place]))
    }
    return zip(heights, heights.dropFirst()).map { $1 - $0 }
  }

  /// Whether the later half grew otherwise than the earlier one, by far more than blocks differ.
  private static func hasChanged(_ blocks: [Double]) -> Bool {
    let half = blocks.count / 2
    let early = blocks[..<half].reduce(0, +) / Double(half)
    let late = blocks[(blocks.count - half)...].reduce(0, +) / Double(half)
    // From neighbours, which a change between them hardly touches.
    let squares = zip(blocks, blocks.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0) * ($1.1 - $1.0) }
    let variance = squares / Double(2 * (blocks.count - 1))
    return (late - early).magnitude > 5 * (2 * variance / Double(half)).squareRoot()
  }
}
