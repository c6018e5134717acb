/// Many arrival profiles in one piece of memory, by number.
public struct ArrivalProfileTable: ~Copyable, Sendable {
  /// How many profiles there are.
  public let count: Int

  @usableFromInline let profiles: Slab<Entry>
  @usableFromInline let stretches: Slab<ArrivalProfile.Stretch>

  /// Where the stretches of a profile lie, and what repeats.
  @frozen @usableFromInline
  struct Entry: BitwiseCopyable, Sendable {
    @usableFromInline let firstStretch: Int
    @usableFromInline let period: UInt64
    @usableFromInline let pointsPerPeriod: UInt128
  }

  /// What is asked for: the pieces of a period, and how many things arrive in it on average.
  public typealias Description = (pieces: [ArrivalProfile.Piece], volume: Double)

  /// The profiles of these descriptions, in their order.
  public init(_ descriptions: [Description]) throws(ArrivalProfile.Invalid) {
    var entries: [Entry] = []
    var all: [ArrivalProfile.Stretch] = []
    for (pieces, volume) in descriptions {
      let profile = try ArrivalProfile(pieces, volume: volume)
      entries.append(
        Entry(
          firstStretch: all.count,
          period: profile.period.ticks,
          pointsPerPeriod: profile.pointsPerPeriod
        )
      )
      for index in 0..<profile.stretches.count { all.append(profile.stretches[index]) }
    }
    count = entries.count
    var profiles = Slab<Entry>(count: entries.count)
    for (index, entry) in entries.enumerated() { profiles[index] = entry }
    var stretches = Slab<ArrivalProfile.Stretch>(count: all.count)
    for (index, stretch) in all.enumerated() { stretches[index] = stretch }
    self.profiles = profiles
    self.stretches = stretches
  }
}

extension Arrivals {
  /// When the next thing arrives by a profile of a table, as `next(by:)` says; always with the same one.
  @inlinable
  public mutating func next(by table: borrowing ArrivalProfileTable, _ number: Int) -> Instant? {
    let profile = table.profiles[number]
    point += UInt128(UInt64(stream.exponential() * ArrivalProfile.unitsPerPoint))
    if point >= profile.pointsPerPeriod {
      cursor = 0
      let (more, rest) = point.quotientAndRemainder(dividingBy: profile.pointsPerPeriod)
      periods += UInt64(more)
      point = rest
    }
    while point >= table.stretches[profile.firstStretch + cursor].endPoint { cursor += 1 }
    let stretch = table.stretches[profile.firstStretch + cursor]
    let within = Self.double(point - stretch.firstPoint) * stretch.ticksPerUnit
    let ticks = stretch.start + min(UInt64(within), stretch.ticks - 1)
    let (start, overflow) = periods.multipliedReportingOverflow(by: profile.period)
    return overflow ? nil : Instant(ticks: start).advanced(by: Interval(ticks: ticks))
  }
}
