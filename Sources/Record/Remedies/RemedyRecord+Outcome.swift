extension RemedyRecord {
  /// What became of the runs of one thing.
  public struct Outcome: Hashable, Sendable {
    /// How many runs there were.
    public let runCount: Int
    /// How many of them came to their end.
    public let completeCount: Int
    /// In how many something failed because of a defect.
    public let failedCount: Int
    /// By when half of the runs had failed.
    public let half: Half
    /// What failed first, and in how many runs, the most frequent first.
    public let failures: [Failure]
    /// Why runs did not come to their end, each reason once.
    public let troubles: [String]

    /// What became of runs.
    public init(
      runCount: Int,
      completeCount: Int,
      failedCount: Int,
      half: Half,
      failures: [Failure],
      troubles: [String]
    ) {
      self.runCount = runCount
      self.completeCount = completeCount
      self.failedCount = failedCount
      self.half = half
      self.failures = failures
      self.troubles = troubles
    }
  }

  /// A time in seconds by which half of the runs had failed, and its interval of 95 %; what is not known
  /// is nil.
  public struct Half: Hashable, Sendable {
    /// The time.
    public let seconds: Double?
    /// The begin of its interval.
    public let low: Double?
    /// The end of its interval.
    public let high: Double?

    /// A time.
    public init(seconds: Double?, low: Double?, high: Double?) {
      self.seconds = seconds
      self.low = low
      self.high = high
    }
  }

  /// What failed first in some runs.
  public struct Failure: Hashable, Sendable {
    /// What: `Q197142: MSExchangeIMC stopped`.
    public let what: String
    /// In how many runs.
    public let runCount: Int

    /// What failed in so many runs.
    public init(what: String, runCount: Int) {
      self.what = what
      self.runCount = runCount
    }
  }

  /// By how much the runs of one thing differ from those of the site as it is, run by run of equal chance.
  public struct Difference: Hashable, Sendable {
    /// How many pairs of runs were compared.
    public let count: Int
    /// The mean difference.
    public let mean: Double
    /// By how much the mean may be off on either side, with a confidence of 95 %; nil where that is not
    /// known.
    public let halfWidth: Double?
    /// How likely such a difference is by accident, corrected for as many comparisons as there are.
    public let chance: Double

    /// A difference.
    public init(count: Int, mean: Double, halfWidth: Double?, chance: Double) {
      self.count = count
      self.mean = mean
      self.halfWidth = halfWidth
      self.chance = chance
    }

    /// Whether more than chance is at work, at the level of 5 %.
    public var isSure: Bool { mean != 0 && chance < 0.05 }
  }
}
