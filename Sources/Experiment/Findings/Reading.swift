/// Growth read against one pace: a sum of independent pieces of any sizes, in proportion to the work.
///
/// Its variance is found from stretches of work, so that clusters, such as a client that tries three
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
  /// Whether the later half grew otherwise than the earlier one, by far more than stretches differ.
  let hasChanged: Bool
  /// What bounds 90 hundredths.
  private let quantile: Double
  /// The work done when it was last seen.
  private let now: Double

  /// Growth read against a pace; nil where nothing grew, or it was looked at too seldom.
  init?(_ growth: Growth, following activity: Activity) {
    let works = growth.days.map { activity.work(atDays: $0) }
    let work = works[works.count - 1] - works[0]
    let total = growth.taken[growth.taken.count - 1]
    guard work > 0, total > 0 else { return nil }
    let stretches = Self.stretches(growth, works)
    guard stretches.count >= Self.leastStretches else { return nil }
    let rate = total / work
    let squares = stretches.reduce(0) { sum, stretch in
      let off = stretch.growth - rate * stretch.work
      return sum + off * off / stretch.work
    }
    let degrees = Double(stretches.count - 1)
    self.activity = activity
    self.work = work
    self.rate = rate
    variance = squares / degrees
    misfit = Self.misfit(growth, works)
    hasChanged = Self.haveChanged(stretches)
    quantile = StudentDistribution(degrees: degrees).halfWidth(confidence: 0.9)
    now = works[works.count - 1]
  }

  private static let leastStretches = 4
  private static let mostStretches = 24

  /// The rate, and the interval in which it lies.
  var perDay: Outlook.Estimate {
    let width = quantile * (variance / work).squareRoot()
    return Outlook.Estimate(value: rate, low: max(0, rate - width), high: rate + width)
  }

  /// How much must come.
  struct Need: Hashable, Sendable {
    /// So much more than there is.
    var amount: Double
    /// The variance of what else may lie between now and then.
    var variance = 0.0
    /// How exactly the time can be known at all, in days.
    var grain = 0.0
  }

  /// When so much more has come, in seconds since the start; nil where that cannot be told.
  func time(of need: Need) -> Outlook.Estimate? {
    let rest = need.amount
    guard rest > 0, rate > 0 else { return nil }
    let square = quantile * quantile
    let first = rate * rate - square * variance / work
    // The rate may as well be nothing.
    guard first > 0 else { return nil }
    let second = 2 * rate * rest + square * variance
    let third = rest * rest - square * need.variance
    let root = max(0, second * second - 4 * first * third).squareRoot()
    let high = (second + root) / (2 * first)
    let low = third <= 0 ? 0 : 2 * third / (second + root)
    func seconds(_ ahead: Double, _ days: Double) -> Double {
      (activity.days(atWork: now + ahead) + days) * 86_400
    }
    return Outlook.Estimate(
      value: seconds(rest / rate, 0),
      low: seconds(low, -need.grain),
      high: seconds(high, need.grain)
    )
  }

  /// How much more will have come at a time, in days since the start.
  func growth(atDays days: Double) -> Double { rate * (activity.work(atDays: days) - now) }

  /// When so much more will have come, in days since the start.
  func days(atGrowth growth: Double) -> Double {
    activity.days(atWork: now + max(growth, 0) / rate)
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

  /// What grew in a stretch of work.
  private struct Stretch {
    let growth: Double
    let work: Double
    var rate: Double { growth / work }
  }

  /// The growth in stretches of about equal work.
  ///
  /// Each goes from one look to another: what is shared out over the time between two looks seems to
  /// come more evenly than it did.
  private static func stretches(_ growth: Growth, _ works: [Double]) -> [Stretch] {
    let (begin, end) = (works[0], works[works.count - 1])
    var stretches: [Stretch] = []
    var (start, place) = (0, 0)
    for number in 1...mostStretches {
      let border = begin + (end - begin) * Double(number) / Double(mostStretches)
      while place + 1 < works.count, works[place] < border { place += 1 }
      // The look that is nearest to the border.
      if place > 0, border - works[place - 1] < works[place] - border { place -= 1 }
      if number == mostStretches { place = works.count - 1 }
      guard works[place] > works[start], works[place] < end || number == mostStretches else {
        continue
      }
      stretches.append(
        Stretch(
          growth: growth.taken[place] - growth.taken[start],
          work: works[place] - works[start]
        )
      )
      start = place
    }
    return stretches
  }

  private static func haveChanged(_ stretches: [Stretch]) -> Bool {
    guard stretches.count >= 2 * leastStretches else { return false }
    let half = stretches.count / 2
    func sum(_ part: ArraySlice<Stretch>) -> Stretch {
      Stretch(
        growth: part.reduce(0) { $0 + $1.growth },
        work: part.reduce(0) { $0 + $1.work }
      )
    }
    let (early, late) = (sum(stretches[..<half]), sum(stretches[(stretches.count - half)...]))
    // From neighbours, which a change between them hardly touches.
    let squares = zip(stretches, stretches.dropFirst()).reduce(0) { sum, pair in
      let difference = pair.1.rate - pair.0.rate
      return sum + difference * difference / (1 / pair.0.work + 1 / pair.1.work)
    }
    let variance = squares / Double(stretches.count - 1)
    return (late.rate - early.rate).magnitude
      > 5 * (variance * (1 / early.work + 1 / late.work)).squareRoot()
  }
}
