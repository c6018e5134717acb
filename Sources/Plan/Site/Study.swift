/// Several plans that differ in named values: a sweep.
public struct Study: Sendable {
  /// What varies, in order.
  public let axes: [Axis]
  /// Its points, in the order in which they are run.
  public let points: [Point]
  /// How often each is run.
  public let replications: Int

  /// One thing that varies.
  public struct Axis: Hashable, Sendable {
    /// The key.
    public let key: String
    /// Its values as they are written.
    public let values: [String]

    /// An axis.
    public init(
      key: String,
      values: [String]
    ) {
      self.key = key
      self.values = values
    }
  }

  /// One point: a value for each axis.
  public struct Point: Hashable, Sendable {
    /// Its values, in the order of the axes.
    public let values: [String]

    /// A point.
    public init(
      values: [String]
    ) {
      self.values = values
    }
  }

  /// A study.
  public init(
    axes: [Axis],
    points: [Point],
    replications: Int
  ) {
    self.axes = axes
    self.points = points
    self.replications = replications
  }
}
