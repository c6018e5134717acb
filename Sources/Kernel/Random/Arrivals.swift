/// The times at which things arrive by a profile: a place among its points, and a stream to go on from.
@frozen
public struct Arrivals: BitwiseCopyable, Hashable, Sendable {
  /// Where the distances between points come from.
  @usableFromInline var stream: RandomStream

  /// The units of 2^-58 from its period's first point to the latest, and the periods before.
  @usableFromInline var point: UInt128
  @usableFromInline var periods: UInt64

  /// The stretch in which the latest point lies, or any before it.
  @usableFromInline var cursor: Int

  /// The arrivals whose points are the sums of the exponential numbers of `stream`.
  @inlinable
  public init(_ stream: RandomStream) {
    self.stream = stream
    point = 0
    periods = 0
    cursor = 0
  }

  /// When the next thing arrives, or `nil` where that is past the clock; always with the same profile.
  ///
  /// The times never go back. What arrives in a stretch whose rate is zero, does so in none.
  @inlinable
  public mutating func next(by profile: borrowing ArrivalProfile) -> Instant? {
    // At most 36.74, so it fits in 64 bits.
    advance(by: UInt128(UInt64(stream.exponential() * ArrivalProfile.unitsPerPoint)), profile)
    return time(by: profile)
  }

  /// When the latest point arrives.
  @inlinable @inline(__always)
  mutating func time(by profile: borrowing ArrivalProfile) -> Instant? {
    while point >= profile.stretches[cursor].endPoint { cursor += 1 }
    let stretch = profile.stretches[cursor]
    let within = Self.double(point - stretch.firstPoint) * stretch.ticksPerUnit
    // The product may round up to the stretch's end, which belongs to the next.
    let ticks = stretch.start + min(UInt64(within), stretch.ticks - 1)
    let (start, overflow) = periods.multipliedReportingOverflow(by: profile.period.ticks)
    return overflow ? nil : Instant(ticks: start).advanced(by: Interval(ticks: ticks))
  }

  /// A number of units as a double, never less for more of them; the general conversion takes 500 ns.
  @inlinable @inline(__always)
  static func double(_ units: UInt128) -> Double {
    Double(UInt64(truncatingIfNeeded: units >> 64)) * 0x1p64
      + Double(UInt64(truncatingIfNeeded: units))
  }

  /// Moves on by so many units, into a later period where need be.
  @inlinable @inline(__always)
  mutating func advance(by units: UInt128, _ profile: borrowing ArrivalProfile) {
    point += units
    guard point >= profile.pointsPerPeriod else { return }
    cursor = 0
    periods += 1
    point -= profile.pointsPerPeriod
    if point >= profile.pointsPerPeriod {
      let (more, rest) = point.quotientAndRemainder(dividingBy: profile.pointsPerPeriod)
      periods += UInt64(more)
      point = rest
    }
  }
}
