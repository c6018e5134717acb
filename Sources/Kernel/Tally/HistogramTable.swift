/// Many histograms of whole numbers on one scale, in two pieces of memory.
///
/// Each takes the whole range of `UInt64`, and only what its observations touch becomes resident.
/// Counts, sums and extremes are exact; a quantile is off by at most the scale's relative error.
public struct HistogramTable: ~Copyable {
  /// How the histograms cut the numbers.
  public let scale: HistogramScale

  /// How many histograms there are.
  public let count: Int

  @usableFromInline let bucketCount: Int
  @usableFromInline var totals: Slab<Totals>
  @usableFromInline var buckets: Slab<UInt64>

  /// What a histogram knows exactly; all zero bits are those of no observation.
  @frozen
  public struct Totals: BitwiseCopyable, Hashable, Sendable {
    @usableFromInline var total: UInt128 = 0
    @usableFromInline var number: UInt64 = 0
    @usableFromInline var least: UInt64 = 0
    @usableFromInline var greatest: UInt64 = 0

    init() {}

    /// How many observations there were.
    public var count: UInt64 { number }

    /// Their sum.
    public var sum: UInt128 { total }

    /// The smallest observation; `nil` without one.
    public var minimum: UInt64? { count == 0 ? nil : least }

    /// The largest observation; `nil` without one.
    public var maximum: UInt64? { count == 0 ? nil : greatest }

    /// The mean of the observations; `nil` without one.
    public var mean: Double? { count == 0 ? nil : Double(sum) / Double(count) }
  }

  /// `count` empty histograms on one scale.
  public init(count: Int, scale: HistogramScale = HistogramScale()) {
    precondition(count >= 0, "there cannot be a negative number of histograms")
    self.scale = scale
    self.count = count
    bucketCount = scale.bucketCount
    totals = Slab(count: count)
    buckets = Slab(count: count * bucketCount)
  }

  /// How many bytes `count` histograms hold at most.
  public static func bytes(count: Int, scale: HistogramScale = HistogramScale()) -> Int {
    Slab<Totals>.bytes(count: count) + Slab<UInt64>.bytes(count: count * scale.bucketCount)
  }

  /// Adds one observation to the histogram at `index`.
  @inlinable
  public mutating func record(_ value: UInt64, in index: Int) {
    totals[index].record(value)
    buckets[index &* bucketCount &+ scale.bucket(of: value)] += 1
  }

  /// Adds all observations of a histogram of another table on the same scale, exactly.
  public mutating func merge(
    _ other: borrowing HistogramTable,
    _ otherIndex: Int,
    into index: Int
  ) {
    precondition(scale == other.scale, "histograms on different scales cannot be merged")
    guard let range = other.touchedBuckets(of: otherIndex) else { return }
    totals[index].merge(other.totals[otherIndex])
    for bucket in range {
      buckets[index * bucketCount + bucket] += other.buckets[otherIndex * bucketCount + bucket]
    }
  }

  /// Forgets the observations of the histogram at `index`.
  public mutating func clear(_ index: Int) {
    guard let range = touchedBuckets(of: index) else { return }
    totals[index] = Totals()
    for bucket in range { buckets[index * bucketCount + bucket] = 0 }
  }

  /// What the histogram at `index` knows exactly.
  public func totals(of index: Int) -> Totals { totals[index] }

  /// How many observations of the histogram at `index` fell into `bucket` of the scale.
  public func count(inBucket bucket: Int, of index: Int) -> UInt64 {
    precondition(bucket >= 0 && bucket < bucketCount, "no bucket of this scale")
    return buckets[index * bucketCount + bucket]
  }

  /// The observation at `quantile`, off by at most the scale's relative error; `nil` without any.
  ///
  /// The first and the last observation are exact, and so is every one below the scale's `exactBelow`.
  public func value(at quantile: Quantile, of index: Int) -> UInt64? {
    let known = totals[index]
    guard let range = touchedBuckets(of: index) else { return nil }
    let rank = quantile.rank(among: known.count)
    if rank == 1 { return known.least }
    if rank == known.count { return known.greatest }
    var passed: UInt64 = 0
    for bucket in range {
      passed += buckets[index * bucketCount + bucket]
      guard passed < rank else {
        return min(max(scale.representative(of: bucket), known.least), known.greatest)
      }
    }
    fatalError("a histogram counted more observations than it holds")
  }

  private func touchedBuckets(of index: Int) -> ClosedRange<Int>? {
    let known = totals[index]
    guard known.count > 0 else { return nil }
    return scale.bucket(of: known.least)...scale.bucket(of: known.greatest)
  }
}

extension HistogramTable.Totals {
  @inlinable
  mutating func record(_ value: UInt64) {
    least = number == 0 ? value : Swift.min(least, value)
    greatest = Swift.max(greatest, value)
    number += 1
    // A sum of fewer than 2^64 numbers below 2^64.
    total &+= UInt128(value)
  }

  mutating func merge(_ other: Self) {
    guard other.count > 0 else { return }
    least = number == 0 ? other.least : Swift.min(least, other.least)
    greatest = Swift.max(greatest, other.greatest)
    number += other.number
    total += other.total
  }
}
