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
  }

  /// The next run to do; nil where there is none, at least until another one is done.
  public mutating func next() -> RunPlace? {
    while firstOpen < points.count, isExhausted(firstOpen) { firstOpen += 1 }
    for point in firstOpen..<points.count {
      if let place = next(of: point) { return place }
    }
    return nil
  }

  /// Takes note of a run that is done.
  public mutating func finish(_ digest: RunDigest) {
    let (point, replication) = (digest.place.point, digest.place.replication)
    guard points[point].known.insert(replication).inserted else { return }
    if let precision = order.goal.precision {
      points[point].values[replication] = .some(digest[precision.measure])
    }
    while points[point].known.contains(points[point].prefix) { points[point].prefix += 1 }
    settle(point, with: digest)
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

  /// How many runs are done of this share, and how many there are at most.
  public var progress: (done: Int, most: Int) {
    var (done, most) = (0, 0)
    for point in points.indices {
      for replication in 0..<(points[point].settled ?? order.goal.most)
      where share.owns(RunPlace(point: point, replication: replication), of: order.goal) {
        most += 1
        if points[point].known.contains(replication) { done += 1 }
      }
    }
    return (done, most)
  }

  private func isExhausted(_ point: Int) -> Bool {
    points[point].settled != nil || points[point].handedOut >= order.goal.most
  }

  private mutating func next(of point: Int) -> RunPlace? {
    guard points[point].settled == nil else { return nil }
    let goal = order.goal
    let sure = goal.precision == nil ? goal.most : max(goal.least, points[point].prefix + lookahead)
    while points[point].handedOut < min(sure, goal.most) {
      let place = RunPlace(point: point, replication: points[point].handedOut)
      points[point].handedOut += 1
      if !points[point].known.contains(place.replication), share.owns(place, of: goal) {
        return place
      }
    }
    return nil
  }

  private mutating func settle(_ point: Int, with digest: RunDigest) {
    guard points[point].settled == nil else { return }
    guard let precision = order.goal.precision else {
      if points[point].prefix == order.goal.most { points[point].settled = order.goal.most }
      return
    }
    // What has no value in a run has no mean to be known.
    let values = (0..<points[point].prefix).compactMap { points[point].values[$0] ?? nil }
    guard values.count == points[point].prefix else {
      if points[point].prefix >= order.goal.most { points[point].settled = order.goal.most }
      return
    }
    let rule = RelativePrecision(precision.relative, first: order.goal.least)
    if let count = rule.count(of: values) {
      points[point].settled = count
    } else if points[point].prefix >= order.goal.most {
      points[point].settled = order.goal.most
    }
  }
}
