extension SurvivalCurve {
  /// The share that still runs at a time; after the last watched time, what it was then.
  public func survival(at time: Double) -> Double {
    steps.last { $0.time <= time }?.survival ?? 1
  }

  /// The time by which this share has failed, above 0 and up to 1, and the bounds of that time
  /// (Brookmeyer and Crowley, 1982); each nil where it was not reached.
  public func quantile(_ share: Double) -> (value: Double?, low: Double?, high: Double?) {
    precondition(share > 0 && share <= 1, "a share is above 0 and at most 1")
    // One half of ten is one half, whatever rounding does to 1 − share.
    func first(_ height: (Step) -> Double) -> Double? {
      steps.first { height($0) <= 1 - share + 1e-12 }?.time
    }
    return (first(\.survival), first(\.low), first(\.high))
  }

  /// The mean time until failure or the horizon, whichever comes first: the area below the curve.
  ///
  /// After the last watched time the curve stays as it was; up to there it is known.
  public func restrictedMean(until horizon: Double) -> Double {
    precondition(horizon >= 0 && horizon.isFinite, "a horizon is finite and not negative")
    var (time, height) = (0.0, 1.0)
    var areas: [Double] = []
    for step in steps where step.time < horizon {
      areas.append(height * (step.time - time))
      (time, height) = (step.time, step.survival)
    }
    areas.append(height * (horizon - time))
    return areas.compensatedSum
  }
}
