/// What a series keeps of neighbouring samples, in 48 bytes; all zero bits are those of no sample.
@frozen
public struct SeriesBin: BitwiseCopyable, Hashable, Sendable {
  @usableFromInline var earliest: Int64
  @usableFromInline var latest: Int64
  @usableFromInline var lowest: Int64
  @usableFromInline var highest: Int64

  // The sum of fewer than 2^32 samples is below 2^95: 96 bits in two words, as a whole `Int128` would
  // make every bin a third larger.
  @usableFromInline var sumLow: UInt64
  @usableFromInline var sumHigh: Int32
  @usableFromInline var number: UInt32

  /// A bin of no sample.
  @inlinable
  public init() {
    earliest = 0
    latest = 0
    lowest = 0
    highest = 0
    sumLow = 0
    sumHigh = 0
    number = 0
  }

  /// The earliest sample.
  @inlinable public var first: Int64 { earliest }

  /// The latest sample.
  @inlinable public var last: Int64 { latest }

  /// The smallest sample.
  @inlinable public var minimum: Int64 { lowest }

  /// The largest sample.
  @inlinable public var maximum: Int64 { highest }

  /// How many samples there were; a missing one does not count.
  @inlinable public var count: Int { Int(number) }

  /// The exact sum of the samples.
  @inlinable
  public var sum: Int128 { Int128(sumHigh) << 64 | Int128(sumLow) }

  /// The mean of the samples, of which there must be one.
  @inlinable
  public var mean: Double {
    precondition(count > 0, "nothing has no mean")
    // Nearly every sum is one word, and to convert two takes some hundred times as long.
    let word = Int64(bitPattern: sumLow)
    let whole = sumHigh == (word < 0 ? -1 : 0) ? Double(word) : Double(sum)
    return whole / Double(count)
  }

  /// Adds the sample that follows all others.
  @inlinable
  public mutating func record(_ sample: Int64) {
    if number == 0 {
      earliest = sample
      lowest = sample
      highest = sample
    } else {
      lowest = min(lowest, sample)
      highest = max(highest, sample)
    }
    latest = sample
    number += 1
    addToSum(UInt64(bitPattern: sample), sample < 0 ? -1 : 0)
  }

  /// Adds the samples of the bin that follows this one.
  public mutating func append(_ later: SeriesBin) {
    guard later.number > 0 else { return }
    guard number > 0 else {
      self = later
      return
    }
    latest = later.latest
    lowest = min(lowest, later.lowest)
    highest = max(highest, later.highest)
    number += later.number
    addToSum(later.sumLow, later.sumHigh)
  }

  @inlinable
  mutating func addToSum(_ low: UInt64, _ high: Int32) {
    let (sum, carry) = sumLow.addingReportingOverflow(low)
    sumLow = sum
    sumHigh += high + (carry ? 1 : 0)
  }
}
