public import Record

/// Which runs of a sweep are still to be done.
///
/// How often a point is run is decided by its results in the order of their replications, and by nothing
/// else: not by how many workers there are, nor by which of them is faster. What was run beyond that is
/// left out.
public struct SweepSchedule: Sendable {
  /// What is swept.
  public let order: SweepOrder
  private let share: SweepShare
  /// How many runs of a point are begun beyond those that are certainly needed.
  private let lookahead: Int
  private var points: [PointState]
  /// The points before this one need nothing more.
  private var firstOpen = 0
  /// The points before this one have runs that were handed out.
  private var firstUntouched = 0
  private var running: Set<RunPlace> = []
  /// How many runs are done of this share, and how many there are at most.
  public private(set) var progress: (done: Int, most: Int)

  private struct PointState {
    /// Runs before this one were handed out, or were known from the start.
    var handedOut = 0
    var known: Set<Int> = []
    /// What was measured, by replication; nil where a run has no value.
    var values: [Int: Double?] = [:]
    /// How many of the first replications are there.
    var prefix = 0
    var settled: Int?
  }

  /// The schedule of an order of which nothing is done yet.
  public init(_ order: SweepOrder, share: SweepShare = .whole, lookahead: Int = 1) {
    self.order = order
    self.share = share
    self.lookahead = lookahead
    points = Array(repeating: PointState(), count: order.points.count)
    progress = (0, share.runs(of: order))
  }

  /// The next run to do; nil where there is none, at least until another one is done.
  ///
  /// - Parameter near: the point whose plan is at hand; its runs come first, then points of which
  ///   nothing was begun.
  public mutating func next(near: Int? = nil) -> RunPlace? {
    if let near, let place = next(of: near) { return place }
    while firstUntouched < points.count {
      firstUntouched += 1
      if let place = next(of: firstUntouched - 1) { return place }
    }
    while firstOpen < points.count, isExhausted(firstOpen) { firstOpen += 1 }
    for point in firstOpen..<points.count {
      if let place = next(of: point) { return place }
    }
    return nil
  }

  /// Whether a run that was handed out may call for more when it is done.
  public var mayNeedMore: Bool { order.goal.precision != nil && !running.isEmpty }

  /// Takes note of a run that is done.
  public mutating func finish(_ digest: RunDigest) {
    let (point, replication) = (digest.place.point, digest.place.replication)
    running.remove(digest.place)
    guard points[point].known.insert(replication).inserted else { return }
    let isOwn = share.owns(digest.place, of: order.goal)
    if isOwn, replication < count(of: point) ?? order.goal.most { progress.done += 1 }
    if let precision = order.goal.precision {
      let isWhole = digest.ending == .complete
      points[point].values[replication] = .some(isWhole ? digest[precision.measure] : nil)
    }
    while points[point].known.contains(points[point].prefix) { points[point].prefix += 1 }
    guard points[point].settled == nil else { return }
    settle(point)
    if isOwn, let settled = points[point].settled {
      // What was begun beyond that does not count.
      progress.most -= order.goal.most - settled
      progress.done -= points[point].known.count { (settled..<order.goal.most).contains($0) }
    }
  }

  /// How many runs a point has, once that is decided.
  public func count(of point: Int) -> Int? {
    order.goal.precision == nil ? order.goal.most : points[point].settled
  }

  /// The runs that are missing as far as one can know: a point that is not settled lacks one at least.
  public var missing: [RunPlace] {
    points.indices.flatMap { point in
      let needed = count(of: point) ?? max(order.goal.least, points[point].prefix + 1)
      return (0..<needed).filter { !points[point].known.contains($0) }
        .map { RunPlace(point: point, replication: $0) }
    }
  }

  private func isExhausted(_ point: Int) -> Bool {
    points[point].settled != nil || points[point].handedOut >= order.goal.most || isForeign(point)
  }

  /// Whether another share does all of a point.
  private func isForeign(_ point: Int) -> Bool {
    order.goal.precision != nil
      && !share.owns(RunPlace(point: point, replication: 0), of: order.goal)
  }

  private mutating func next(of point: Int) -> RunPlace? {
    guard !isExhausted(point) else { return nil }
    let goal = order.goal
    let sure = goal.precision == nil ? goal.most : max(goal.least, points[point].prefix + lookahead)
    while points[point].handedOut < min(sure, goal.most) {
      let place = RunPlace(point: point, replication: points[point].handedOut)
      points[point].handedOut += 1
      if !points[point].known.contains(place.replication), share.owns(place, of: goal) {
        running.insert(place)
        return place
      }
    }
    return nil
  }

  private mutating func settle(_ point: Int) {
    guard let precision = order.goal.precision else {
      if points[point].prefix == order.goal.most { points[point].settled = order.goal.most }
      return
    }
    // What has no value in a run has no mean to be known from there on.
    var values: [Double] = []
    for replication in 0..<min(points[point].prefix, order.goal.most) {
      guard let value = points[point].values[replication] ?? nil else { break }
      values.append(value)
    }
    let rule = RelativePrecision(precision.relative, first: order.goal.least)
    if let count = rule.count(of: values) {
      points[point].settled = count
    } else if points[point].prefix >= order.goal.most {
      points[point].settled = order.goal.most
    }
  }
}
