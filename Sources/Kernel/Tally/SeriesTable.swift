/// Many series on one regular grid of samples, in memory that is fixed however long they get.
///
/// At each point of the grid `beginSample()` opens a sample and `record` fills it, series by series; a
/// series that is not recorded misses this sample. A bin takes one sample at first. When all bins of
/// the table are used, neighbours are merged in pairs and every bin is twice as wide from then on, so
/// that the bins of `n` samples are those of the narrowest width 2^k at which `n` samples fit.
///
/// The bins of all series for the same time lie side by side: a sample of thousands of series walks
/// through memory in one direction.
public struct SeriesTable: ~Copyable {
  /// How many series there are.
  public let count: Int

  /// How many bins a series has at most; even.
  public let capacity: Int

  /// When the first sample is due.
  public let firstSample: Instant

  /// The asked time from sample to sample.
  public let askedInterval: Interval

  /// How many samples were begun.
  public private(set) var sampleCount: Int = 0

  /// How many samples a bin takes: a power of two.
  public private(set) var binWidth: Int = 1

  /// Where the present bins begin in the slab; past the slab before the first sample.
  @usableFromInline var row: Int
  @usableFromInline var bins: Slab<SeriesBin>

  /// `count` series of `capacity` bins (an even number, at least 2), sampled every `interval`.
  public init(count: Int, capacity: Int, every interval: Interval, from first: Instant = .start) {
    precondition(count >= 0, "there cannot be a negative number of series")
    precondition(capacity >= 2 && capacity % 2 == 0, "bins are merged in pairs")
    precondition(interval > .zero, "samples must be some time apart")
    self.count = count
    self.capacity = capacity
    firstSample = first
    askedInterval = interval
    row = count * capacity
    bins = Slab(count: count * capacity)
  }

  /// How many bytes `count` series of `capacity` bins hold at most.
  public static func bytes(count: Int, capacity: Int) -> Int {
    Slab<SeriesBin>.bytes(count: count * capacity)
  }

  /// Begins the next sample of all series, and makes room for it where there is none.
  public mutating func beginSample() {
    if sampleCount == binWidth * capacity { mergePairs() }
    row = sampleCount / binWidth * count
    sampleCount += 1
  }

  /// Gives one series its value in the sample that was begun last, at most once.
  ///
  /// A bin takes fewer than 2^32 samples.
  @inlinable
  public mutating func record(_ value: Int64, of series: Int) {
    precondition(series >= 0 && series < count, "no series of this table")
    bins[row &+ series].record(value)
  }

  private mutating func mergePairs() {
    for bin in 0..<capacity / 2 {
      for series in 0..<count {
        var merged = bins[2 * bin * count + series]
        merged.append(bins[(2 * bin + 1) * count + series])
        bins[bin * count + series] = merged
      }
    }
    for index in capacity / 2 * count..<capacity * count { bins[index] = SeriesBin() }
    binWidth *= 2
  }
}

extension SeriesTable {
  /// When the next sample is due; `nil` where the clock ends before.
  public var nextSample: Instant? {
    let (ticks, overflow) = askedInterval.ticks.multipliedReportingOverflow(by: UInt64(sampleCount))
    return overflow ? nil : firstSample.advanced(by: Interval(ticks: ticks))
  }

  /// The time from bin to bin: the asked interval until the table was full for the first time.
  public var keptInterval: Interval { askedInterval * UInt64(binWidth) }

  /// The time from bin to bin that a table will have after so many samples, known before the run.
  public static func keptInterval(asked: Interval, samples: Int, capacity: Int) -> Interval {
    var width = 1
    while width * capacity < samples { width *= 2 }
    return asked * UInt64(width)
  }

  /// How many bins have begun.
  public var binCount: Int { (sampleCount + binWidth - 1) / binWidth }

  /// When the first sample of a bin was due, be it missing or not.
  public func start(ofBin bin: Int) -> Instant {
    precondition(bin >= 0 && bin < binCount, "no bin that has begun")
    return firstSample + keptInterval * UInt64(bin)
  }

  /// What a series has in a bin that has begun; `nil` where all of its samples are missing.
  public func bin(_ bin: Int, of series: Int) -> SeriesBin? {
    precondition(series >= 0 && series < count, "no series of this table")
    precondition(bin >= 0 && bin < binCount, "no bin that has begun")
    let kept = bins[bin * count + series]
    return kept.count == 0 ? nil : kept
  }
}
