public import Record

/// A sweep, summed up: what its runs say of each point, and of the differences between points.
public struct SweepResult: Sendable {
  /// What was swept.
  public let order: SweepOrder
  /// The runs that count, in order.
  public let digests: [RunDigest]
  /// The points, in order.
  public let points: [PointResult]
  /// Runs that are needed and not there.
  public let missing: [RunPlace]
  /// The names of all measures, in the order in which runs have them.
  public let measures: [String]

  /// Sums up the runs that there are, in whatever order they come; those that no point needs are left out.
  public init(_ order: SweepOrder, _ digests: some Sequence<RunDigest>) {
    var schedule = SweepSchedule(order)
    let sorted = digests.sorted { $0.place < $1.place }
    for digest in sorted { schedule.finish(digest) }
    self.order = order
    let counting = sorted.filter { digest in
      schedule.count(of: digest.place.point).map { digest.place.replication < $0 } ?? true
    }
    self.digests = counting
    missing = schedule.missing
    var names = NamesInOrder()
    for digest in counting { names.add(digest.measures.map(\.name)) }
    measures = names.names
    var runs: [[RunDigest]] = Array(repeating: [], count: order.points.count)
    for digest in counting { runs[digest.place.point].append(digest) }
    points = runs.map { PointResult($0, expectations: order.expectations.count) }
  }

  /// How a measure at a point differs from the same at another one, run by run of equal chance; nil where
  /// fewer than two runs have it at both.
  public func difference(
    of measure: String,
    at point: Int,
    from other: Int
  ) -> PairedDifference? {
    points[point].difference(from: points[other]) { $0[measure] }
  }

  /// How a measure at each point differs from that of the first, with the chance that it does so by
  /// accident, corrected for there being several comparisons (Holm).
  public func differences(
    of measure: String
  ) -> [(point: Int, difference: PairedDifference, adjustedP: Double)] {
    let found = points.indices.dropFirst().compactMap { point in
      difference(of: measure, at: point, from: 0).map { (point, $0) }
    }
    let adjusted = holmAdjusted(found.map { $0.1.twoSidedP ?? 1 })
    return zip(found, adjusted).map { ($0.0, $0.1, $1) }
  }
}

extension SweepResult {
  /// What failed first anywhere, in the order of the points, and in how many runs.
  public var failures: [(what: String, count: Int)] {
    var counts = CountedNames()
    for failure in points.flatMap(\.failures) { counts.add(failure.what, failure.count) }
    return counts.counts
  }
}

/// What the runs of a point say.
public struct PointResult: Sendable {
  /// The runs, in the order of their replications.
  public let runs: [RunDigest]
  /// How many runs came to their end.
  public let completeCount: Int
  /// Why others did not, each reason once.
  public let troubles: [RunDigest.Ending]
  /// How many runs had all expectations hold, of those in which all were decided; nil where there are none.
  public let held: Proportion?
  /// When something failed because of a defect; nil where no run began.
  public let survival: SurvivalCurve?
  /// What failed first, and in how many runs, the most frequent first.
  public let failures: [(what: String, count: Int)]

  fileprivate init(_ runs: [RunDigest], expectations: Int) {
    self.runs = runs
    completeCount = runs.count { $0.ending == .complete }
    var troubles: [RunDigest.Ending] = []
    for run in runs where run.ending != .complete && !troubles.contains(run.ending) {
      troubles.append(run.ending)
    }
    self.troubles = troubles
    let verdicts = runs.filter { $0.ending == .complete }.compactMap { run -> Bool? in
      let outcomes = (0..<expectations).map { run[RunDigest.measure(ofExpectation: $0)] }
      // One that failed is enough; else all must be known.
      if outcomes.contains(0) { return false }
      return outcomes.contains(nil) ? nil : true
    }
    held =
      expectations == 0 || verdicts.isEmpty
      ? nil : Proportion(successes: verdicts.count(where: \.self), of: verdicts.count)
    let begun = runs.filter { $0.endSeconds > 0 }
    survival =
      begun.isEmpty
      ? nil
      : SurvivalCurve(
        begun.map { ($0.failure?.seconds ?? $0.endSeconds, $0.failure != nil) }
      )
    var counts = CountedNames()
    for failure in runs.compactMap(\.failure) { counts.add(failure.what, 1) }
    failures = counts.counts.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }

  /// What was counted until a run halted says nothing of what a whole run comes to.
  private var completeRuns: [RunDigest] { runs.filter { $0.ending == .complete } }

  /// How a value differs from that of another point, run by run of equal chance; nil where fewer than two
  /// runs have it at both.
  func difference(
    from other: PointResult,
    _ value: (RunDigest) -> Double?
  ) -> PairedDifference? {
    var others: [Int: Double] = [:]
    for run in other.completeRuns { others[run.place.replication] = value(run) }
    let pairs = completeRuns.compactMap { run in
      others[run.place.replication].flatMap { before in value(run).map { (before, $0) } }
    }
    return pairs.count < 2 ? nil : PairedDifference(pairs)
  }

  /// What the runs that came to their end say of a measure; nil where none has it.
  public func summary(of measure: String) -> SampleSummary? {
    let values = completeRuns.compactMap { $0[measure] }
    return values.isEmpty ? nil : SampleSummary(values)
  }
}

/// Names of several lists in one that keeps the order of each as far as they agree.
struct NamesInOrder {
  private(set) var names: [String] = []
  private var known: Set<String> = []
  private var last: [String] = []

  /// Adds the names of a list that are not there yet, each after the one that stands before it.
  mutating func add(_ list: [String]) {
    // Most lists are the same as the one before.
    if list == last { return }
    last = list
    var place = 0
    for name in list {
      if known.insert(name).inserted {
        names.insert(name, at: place)
        place += 1
      } else if let found = names.firstIndex(of: name) {
        place = found + 1
      }
    }
  }
}

/// Names in the order in which they first came, each with how often.
private struct CountedNames {
  private(set) var counts: [(what: String, count: Int)] = []

  mutating func add(_ name: String, _ count: Int) {
    if let place = counts.firstIndex(where: { $0.what == name }) {
      counts[place].count += count
    } else {
      counts.append((name, count))
    }
  }
}
