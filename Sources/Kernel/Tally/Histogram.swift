/// A histogram of whole numbers with a stated relative error: a table of one.
public struct Histogram: ~Copyable {
  @usableFromInline var table: HistogramTable

  /// An empty histogram.
  public init(scale: HistogramScale = HistogramScale()) {
    table = HistogramTable(count: 1, scale: scale)
  }

  /// How many bytes a histogram holds at most.
  public static func bytes(scale: HistogramScale = HistogramScale()) -> Int {
    HistogramTable.bytes(count: 1, scale: scale)
  }

  /// How the histogram cuts the numbers.
  public var scale: HistogramScale { table.scale }

  /// Adds one observation.
  @inlinable
  public mutating func record(_ value: UInt64) {
    table.record(value, in: 0)
  }

  /// Adds all observations of another histogram on the same scale, exactly.
  public mutating func merge(_ other: borrowing Histogram) {
    table.merge(other.table, 0, into: 0)
  }

  /// Forgets all observations.
  public mutating func clear() { table.clear(0) }

  /// What is known exactly: count, sum, mean and extremes.
  public var totals: HistogramTable.Totals { table.totals(of: 0) }

  /// How many observations fell into `bucket` of the scale.
  public func count(inBucket bucket: Int) -> UInt64 { table.count(inBucket: bucket, of: 0) }

  /// The observation at `quantile`, off by at most the scale's relative error; `nil` without any.
  public func value(at quantile: Quantile) -> UInt64? { table.value(at: quantile, of: 0) }
}
