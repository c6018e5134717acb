import Record

/// What could be done about a site's defects, ranked by what it does under equal chance.
///
/// It is made from a sweep whose first point is the site as it is and whose other points are one option
/// each.
public struct RemedyRanking: Sendable {
  /// What an option does.
  public enum Effect: Int, Hashable, Sendable {
    /// Nothing fails any more, or the defects are never set off.
    case prevents
    /// It takes longer until something fails.
    case delays
    /// Something fails as soon as before, but more of the mail arrives.
    case eases
    /// It makes no difference that chance would not make.
    case nothing
    /// Something fails sooner, or more mail does not arrive.
    case worsens
    /// The topology does not take it.
    case untried
  }

  /// An option and what it does.
  public struct Line: Sendable {
    /// Its place among the options, from 0.
    public let option: Int
    /// What it does.
    public let effect: Effect
    /// How much longer it takes until something fails, in seconds, runs that do not fail counted to their
    /// end; nil where too few runs can be compared.
    public let delay: PairedDifference?
    /// How many more recipients do not have their mail.
    public let undelivered: PairedDifference?
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
    let mail = options.map {
      result.difference(of: RunDigest.undeliveredMeasure, at: $0, from: 0)
    }
    // Whoever looks at many differences finds some by accident.
    let chances = holmAdjusted(mail.map { $0?.twoSidedP ?? 1 })
    lines = zip(options, zip(mail, chances)).map { point, measured in
      let own = result.points[point]
      let delay = Self.delay(base, own)
      let mailChange = measured.1 < 0.05 ? measured.0?.mean ?? 0 : 0
      return Line(
        option: point - 1,
        effect: Self.effect(base, own, delay, mailChange: mailChange),
        delay: delay,
        undelivered: measured.0,
        point: own
      )
    }.sorted { left, right in
      let places = (left.effect.rawValue, right.effect.rawValue)
      if places.0 != places.1 { return places.0 < places.1 }
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

  private static func effect(
    _ base: PointResult,
    _ own: PointResult,
    _ delay: PairedDifference?,
    mailChange: Double
  ) -> Effect {
    guard own.completeCount == own.runs.count, !own.runs.isEmpty else { return .untried }
    if mailChange > 0 { return .worsens }
    let fails = own.survival.map { $0.failureCount > 0 } ?? false
    let didFail = base.survival.map { $0.failureCount > 0 } ?? false
    if !fails {
      if didFail { return .prevents }
      // Nothing fails as it is: what is never set off is prevented.
      let triggers = own.summary(of: RunDigest.triggersMeasure)?.maximum ?? 0
      return triggers == 0 ? .prevents : .nothing
    }
    guard let delay, delay.mean != 0, (delay.twoSidedP ?? 1) < 0.05 else {
      return mailChange < 0 ? .eases : .nothing
    }
    return delay.mean > 0 ? .delays : .worsens
  }

  private static func delay(_ base: PointResult, _ own: PointResult) -> PairedDifference? {
    own.difference(from: base) { run in
      run.ending == .complete ? run.failure?.seconds ?? run.endSeconds : nil
    }
  }
}
