public import Record

/// What could be done about a site's defects, ranked by what it does under equal chance.
///
/// It is made from a sweep whose first point is the site as it is and whose other points are one option
/// each.
public struct RemedyRanking: Sendable {
  /// An option and what it does.
  public struct Line: Sendable {
    /// Its place among the options, from 0.
    public let option: Int
    /// What it does.
    public let effect: RemedyRecord.Effect
    /// How much longer it takes until something fails, in seconds, runs that do not fail counted to their
    /// end; nil where too few runs can be compared.
    public let delay: RemedyRecord.Difference?
    /// How many more recipients do not have their mail; nil where too few runs can be compared.
    public let undelivered: RemedyRecord.Difference?
    /// Its point in the sweep.
    public let point: PointResult
  }

  /// The site as it is.
  public let base: PointResult
  /// The options, the best first; equals in their own order.
  public let lines: [Line]

  /// Ranks the options of a sweep; `efforts` says how much trouble each is, smaller is less.
  public init(_ result: SweepResult, efforts: [Int]) {
    let base = result.points[0]
    self.base = base
    let options = result.points.indices.dropFirst()
    let delays = Self.corrected(options.map { Self.delay(base, result.points[$0]) })
    let mail = Self.corrected(
      options.map { result.difference(of: RunDigest.undeliveredMeasure, at: $0, from: 0) }
    )
    lines = zip(options, zip(delays, mail)).map { point, differences in
      let own = result.points[point]
      return Line(
        option: point - 1,
        effect: Self.effect(base, own, delay: differences.0, mail: differences.1),
        delay: differences.0,
        undelivered: differences.1,
        point: own
      )
    }.sorted { left, right in
      if left.effect != right.effect { return left.effect < right.effect }
      if left.effect == .delays, let first = left.delay?.mean, let second = right.delay?.mean,
        first != second
      {
        return first > second
      }
      return (efforts[left.option], left.option) < (efforts[right.option], right.option)
    }
  }

  /// The easiest option that prevents what goes wrong; nil where none does.
  public var cheapest: Line? { lines.first { $0.effect == .prevents } }

  /// Whoever looks at many differences finds some by accident.
  private static func corrected(_ differences: [PairedDifference?]) -> [RemedyRecord.Difference?] {
    zip(differences, holmAdjusted(differences.map { $0?.twoSidedP ?? 1 })).map { pairs, chance in
      pairs.map {
        RemedyRecord.Difference(
          count: $0.count,
          mean: $0.mean,
          halfWidth: $0.halfWidth(),
          chance: chance
        )
      }
    }
  }

  private static func effect(
    _ base: PointResult,
    _ own: PointResult,
    delay: RemedyRecord.Difference?,
    mail: RemedyRecord.Difference?
  ) -> RemedyRecord.Effect {
    guard own.completeCount == own.runs.count, !own.runs.isEmpty else { return .untried }
    let mailChange = mail.map { $0.isSure ? $0.mean : 0 } ?? 0
    if mailChange > 0 { return .worsens }
    let fails = own.survival.map { $0.failureCount > 0 } ?? false
    let didFail = base.survival.map { $0.failureCount > 0 } ?? false
    if !fails {
      if didFail { return .prevents }
      // Nothing fails as it is: what is never set off is prevented.
      let triggers = own.summary(of: RunDigest.triggersMeasure)?.maximum ?? 0
      return triggers == 0 ? .prevents : .nothing
    }
    guard let delay, delay.isSure else { return mailChange < 0 ? .eases : .nothing }
    return delay.mean > 0 ? .delays : .worsens
  }

  private static func delay(_ base: PointResult, _ own: PointResult) -> PairedDifference? {
    own.difference(from: base) { run in
      run.ending == .complete ? run.failure?.seconds ?? run.endSeconds : nil
    }
  }
}
