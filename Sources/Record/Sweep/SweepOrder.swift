public import Kernel
public import Plan

/// What a sweep runs: its points, how often each, and everything else that decides what comes out.
///
/// Results can be told apart and put together without the topology: its names stand here.
public struct SweepOrder: Hashable, Sendable {
  /// What the topology calls itself.
  public let title: String
  /// The version of the program.
  public let program: String
  /// Two orders with the same identity give the same results for the same run.
  public let identity: UInt64
  /// The topology's file and the options that choose the runs, as one types them.
  public let words: [String]
  /// What chance comes from.
  public let seed: UInt64
  /// The first day of each run.
  public let start: CivilDate
  /// How long each run is.
  public let duration: Interval
  /// The expectations as they are written, in order.
  public let expectations: [String]
  /// What varies.
  public let axes: [Study.Axis]
  /// The points, each with a value for each axis.
  public let points: [Study.Point]
  /// How often each is run.
  public let goal: Goal

  /// How often a point is run.
  public struct Goal: Hashable, Sendable {
    /// So often at least.
    public let least: Int
    /// So often at most.
    public let most: Int
    /// What ends it in between; nil where `least` is `most`.
    public let precision: Precision?

    /// Exactly so often.
    public init(times: Int) {
      (least, most, precision) = (times, times, nil)
    }

    /// Until a measure is known well enough.
    public init(least: Int, most: Int, precision: Precision) {
      self.least = min(least, most)
      self.most = most
      self.precision = precision
    }
  }

  /// How well a measure is to be known.
  public struct Precision: Hashable, Sendable {
    /// The measure.
    public let measure: String
    /// The half-width of the interval of its mean with 95 % confidence, as a share of the mean.
    public let relative: Double

    /// A precision.
    public init(measure: String, relative: Double) {
      self.measure = measure
      self.relative = relative
    }
  }

  /// An order.
  public init(
    title: String,
    program: String,
    identity: UInt64,
    words: [String],
    seed: UInt64,
    start: CivilDate,
    duration: Interval,
    expectations: [String],
    axes: [Study.Axis],
    points: [Study.Point],
    goal: Goal
  ) {
    self.title = title
    self.program = program
    self.identity = identity
    self.words = words
    self.seed = seed
    self.start = start
    self.duration = duration
    self.expectations = expectations
    self.axes = axes
    self.points = points
    self.goal = goal
  }

  /// The greatest number of runs that can be needed.
  public var mostRuns: Int { points.count * goal.most }
}

/// One run of a sweep, the points in order, and of each point its replications.
public struct RunPlace: Hashable, Comparable, Sendable {
  /// The point, from 0.
  public let point: Int
  /// Which run of the point, from 0.
  public let replication: Int

  /// A run.
  public init(point: Int, replication: Int) {
    self.point = point
    self.replication = replication
  }

  /// In the order in which results are listed.
  public static func < (left: Self, right: Self) -> Bool {
    (left.point, left.replication) < (right.point, right.replication)
  }
}
