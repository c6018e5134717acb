import Kernel
import Testing

@Suite("A histogram's scale")
struct HistogramScaleTests {
  static let errors = [0.5, 0.25, 0.1, 0.01, 0.001, 0x1p-17]

  @Test("has the fewest bits that keep the error", arguments: errors)
  func bits(error: Double) {
    let scale = HistogramScale(relativeError: error)
    #expect(scale.relativeError <= error)
    #expect(scale.bits == 0 || scale.relativeError * 2 > error)
  }

  @Test("of one percent takes 3,776 buckets and tells numbers below 128 apart")
  func usual() {
    let scale = HistogramScale()
    #expect(scale.bits == 6)
    #expect(scale.relativeError == 1.0 / 128)
    #expect(scale.bucketCount == 3_776)
    #expect(scale.exactBelow == 128)
  }

  @Test("cuts the whole range into buckets without gap or overlap", arguments: errors.dropLast())
  func partition(error: Double) {
    let scale = HistogramScale(relativeError: error)
    var next: UInt64 = 0
    for bucket in 0..<scale.bucketCount {
      let range = scale.values(in: bucket)
      let middle = scale.representative(of: bucket)
      guard
        range.lowerBound == next, scale.bucket(of: range.lowerBound) == bucket,
        scale.bucket(of: range.upperBound) == bucket, range.contains(middle),
        isWithin(error: scale.relativeError, middle, of: range.lowerBound),
        isWithin(error: scale.relativeError, middle, of: range.upperBound),
        range.lowerBound >= scale.exactBelow || range.count == 1
      else {
        Issue.record("bucket \(bucket) of \(scale)")
        return
      }
      next = range.upperBound &+ 1
    }
    #expect(next == 0, "the last bucket ends with the last number")
  }

  /// |middle − value| ≤ error × value, where 1 ÷ error is a whole number.
  private func isWithin(error: Double, _ middle: UInt64, of value: UInt64) -> Bool {
    let distance = middle > value ? middle - value : value - middle
    return UInt128(distance) * UInt128(1 / error) <= UInt128(value)
  }

  @Test("is refused for an error that none has")
  func refuses() async {
    await #expect(processExitsWith: .failure) { _ = HistogramScale(relativeError: 0x1p-18) }
    await #expect(processExitsWith: .failure) { _ = HistogramScale(relativeError: 0.6) }
    await #expect(processExitsWith: .failure) { _ = HistogramScale(relativeError: .nan) }
    await #expect(processExitsWith: .failure) { _ = HistogramScale().values(in: 3_776) }
    await #expect(processExitsWith: .failure) { _ = HistogramScale().values(in: -1) }
  }
}

@Suite("A histogram")
struct HistogramTests {
  static let quantiles =
    [0, 1, 10_000, 250_000].map(Quantile.init)
    + [.p50, .p90, .p95, .p99, .p999, Quantile(millionths: 1_000_000)]

  /// Observations of one of several shapes.
  static func observations(_ dice: inout Dice) -> [UInt64] {
    let shape = dice.below(5)
    return (0..<dice.below(3_000) + 1).map { _ in
      switch shape {
      case 0: dice.anySize()
      case 1: dice.below(100)
      case 2: 1_000 + UInt64(1 / (dice.share() + 1e-9))
      case 3: dice.below(100) == 0 ? 50_000_000 + dice.below(1_000_000) : 9_000 + dice.below(500)
      default: .max - dice.below(1_000)
      }
    }
  }

  @Test("tells every quantile within its error", arguments: 1...60 as ClosedRange<UInt64>)
  func quantilesAgree(seed: UInt64) {
    var dice = Dice(seed: seed)
    let observations = Self.observations(&dice)
    let scale = HistogramScale(relativeError: [0.5, 0.05, 0.01, 0.002][Int(dice.below(4))])
    var histogram = Histogram(scale: scale)
    for observation in observations { histogram.record(observation) }
    let sorted = observations.sorted()
    for quantile in Self.quantiles {
      let true_ = sorted[Int(quantile.rank(among: UInt64(sorted.count))) - 1]
      let told = histogram.value(at: quantile)!
      let distance = told > true_ ? told - true_ : true_ - told
      #expect(Double(distance) <= scale.relativeError * Double(true_), "\(quantile)")
      #expect(true_ >= scale.exactBelow || told == true_, "\(quantile)")
      #expect(told >= sorted.first! && told <= sorted.last!)
    }
    #expect(histogram.value(at: Quantile(millionths: 0)) == sorted.first)
    #expect(histogram.value(at: Quantile(millionths: 1_000_000)) == sorted.last)
    let sum = observations.reduce(0 as UInt128) { $0 + UInt128($1) }
    #expect(histogram.totals.sum == sum)
    #expect(histogram.totals.count == UInt64(observations.count))
    #expect(histogram.totals.mean == Double(sum) / Double(observations.count))
    #expect(histogram.totals.minimum == sorted.first && histogram.totals.maximum == sorted.last)
  }

  @Test("counts each observation in its bucket")
  func counts() {
    var histogram = Histogram()
    for value in 0..<1_000 as Range<UInt64> { histogram.record(value) }
    for bucket in 0..<histogram.scale.bucketCount {
      let inside = histogram.scale.values(in: bucket).clamped(to: 0...999)
      let expected = histogram.scale.values(in: bucket).lowerBound > 999 ? 0 : inside.count
      guard histogram.count(inBucket: bucket) == UInt64(expected) else {
        Issue.record("bucket \(bucket)")
        return
      }
    }
  }

  @Test("of merged parts is that of the whole", arguments: 1...20 as ClosedRange<UInt64>)
  func merges(seed: UInt64) {
    var dice = Dice(seed: seed)
    var whole = Histogram()
    var merged = Histogram()
    for _ in 0..<4 {
      var part = Histogram()
      if dice.below(4) > 0 {
        for observation in Self.observations(&dice) {
          whole.record(observation)
          part.record(observation)
        }
      }
      merged.merge(part)
    }
    #expect(merged.totals == whole.totals)
    for bucket in 0..<whole.scale.bucketCount
    where merged.count(inBucket: bucket) != whole.count(inBucket: bucket) {
      Issue.record("bucket \(bucket)")
      return
    }
  }

  @Test("says nothing of nothing, before the first observation and after a clearing")
  func clears() {
    var histogram = Histogram()
    for round in 1...2 {
      #expect(histogram.value(at: .p50) == nil, "round \(round)")
      #expect(histogram.totals.mean == nil)
      #expect(histogram.totals.minimum == nil && histogram.totals.maximum == nil)
      #expect(histogram.totals.count == 0 && histogram.totals.sum == 0)
      #expect((0..<histogram.scale.bucketCount).allSatisfy { histogram.count(inBucket: $0) == 0 })
      for value in [3, 900, .max] as [UInt64] { histogram.record(value) }
      #expect(histogram.totals.minimum == 3)
      histogram.clear()
    }
  }

  @Test("of a table shares nothing with its neighbours")
  func table() {
    var table = HistogramTable(count: 3)
    table.record(0, in: 1)
    table.record(.max, in: 1)
    table.record(5, in: 2)
    #expect(table.totals(of: 0).count == 0)
    #expect(table.totals(of: 1).count == 2)
    #expect(table.totals(of: 1).sum == UInt128(UInt64.max))
    #expect(table.value(at: .p50, of: 1) == 0)
    #expect(table.value(at: .p50, of: 2) == 5)
    #expect(table.count(inBucket: 0, of: 2) == 0 && table.count(inBucket: 3_775, of: 0) == 0)
    var other = HistogramTable(count: 2)
    other.record(7, in: 1)
    table.merge(other, 1, into: 2)
    #expect(table.totals(of: 2).sum == 12 && table.totals(of: 1).count == 2)
    table.clear(1)
    #expect(table.totals(of: 1).count == 0 && table.totals(of: 2).count == 2)
    #expect(table.value(at: .p50, of: 2) == 5)
  }

  @Test("says beforehand how much memory it will hold")
  func bytes() {
    #expect(Histogram.bytes() == 3_776 * 8 + 48)
    #expect(Histogram.bytes() == HistogramTable.bytes(count: 1))
    // Beyond a megabyte a slab is of whole pages.
    #expect(HistogramTable.bytes(count: 1_000) == 1_000 * 48 + 1_000 * 3_776 * 8 / 4_096 * 4_096)
  }

  @Test("is refused on another scale, and outside the table")
  func refuses() async {
    await #expect(processExitsWith: .failure) {
      var left = Histogram(scale: HistogramScale(relativeError: 0.01))
      var right = Histogram(scale: HistogramScale(relativeError: 0.1))
      right.record(1)
      left.merge(right)
    }
    await #expect(processExitsWith: .failure) {
      var table = HistogramTable(count: 2)
      table.record(1, in: 2)
    }
    await #expect(processExitsWith: .failure) {
      let table = HistogramTable(count: 2)
      _ = table.count(inBucket: 3_776, of: 0)
    }
  }
}
