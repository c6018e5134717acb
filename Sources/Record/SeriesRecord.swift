public import Kernel
public import Plan

/// The counters that were kept, all on one grid of time.
public struct SeriesRecord: Hashable, Sendable {
  /// When the first sample was taken.
  public let first: Instant
  /// The time from sample to sample that was asked for.
  public let asked: Interval
  /// The time from bin to bin: a multiple of it where there were more samples than bins.
  public let kept: Interval
  /// How many samples were taken.
  public let sampleCount: Int
  /// The counters.
  public let counters: [Counter]

  /// A counter over time.
  public struct Counter: Hashable, Sendable {
    /// Its path, host included.
    public let path: CounterPath
    /// What it is.
    public let kind: Kind
    /// The values of a bin are divided by this: rates and shares are kept as whole numbers.
    public let divisor: Int64
    /// Its bins from the first on; nil where every sample is missing, as the service was down.
    public let bins: [Bin?]

    /// A counter.
    public init(path: CounterPath, kind: Kind, divisor: Int64, bins: [Bin?]) {
      self.path = path
      self.kind = kind
      self.divisor = divisor
      self.bins = bins
    }
  }

  /// What a counter is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// One of Performance Monitor's: what is the case at the moment.
    case level
    /// One of Performance Monitor's: how much there was since the start of its service.
    case total
    /// One of Performance Monitor's: how much there is in a second.
    case rate
    /// Not one that an administrator sees: what a defect has taken.
    case attribution
    /// Not one that an administrator sees: the most that everybody held of what meets a limit since
    /// the sample before.
    case held

    /// Whether it is one of Performance Monitor's.
    public var isCounter: Bool { self != .attribution && self != .held }
  }

  /// Neighbouring samples.
  public struct Bin: Hashable, Sendable {
    /// How many samples are in it, missing ones not counted.
    public let count: Int
    /// The first of them.
    public let first: Int64
    /// The least.
    public let least: Int64
    /// The greatest.
    public let greatest: Int64
    /// Their mean.
    public let mean: Double
    /// The last of them.
    public let last: Int64

    /// Samples.
    public init(
      count: Int,
      first: Int64,
      least: Int64,
      greatest: Int64,
      mean: Double,
      last: Int64
    ) {
      self.count = count
      self.first = first
      self.least = least
      self.greatest = greatest
      self.mean = mean
      self.last = last
    }
  }

  /// Counters.
  public init(
    first: Instant,
    asked: Interval,
    kept: Interval,
    sampleCount: Int,
    counters: [Counter]
  ) {
    self.first = first
    self.asked = asked
    self.kept = kept
    self.sampleCount = sampleCount
    self.counters = counters
  }

  /// When a bin begins.
  public func start(of bin: Int) -> Instant { first + kept * UInt64(bin) }
}
