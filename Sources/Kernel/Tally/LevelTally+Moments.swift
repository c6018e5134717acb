extension LevelTally {
  /// The mean level from `start` until `instant`, to three roundings of a double; `nil` for no time at all.
  ///
  /// The present level counts up to `instant`, which must not lie before the last change.
  public func mean(until instant: Instant) -> Double? {
    let (held, ticks) = counted(until: instant)
    return ticks == 0 ? nil : Double(held.area) / Double(ticks)
  }

  /// The variance of the level over time from `start` until `instant`; `nil` for no time at all.
  ///
  /// The difference of the two areas is taken exactly, so that a level of 10^12 which swings by 1 has
  /// the variance of a level of 0 which swings by 1, to four roundings of a double.
  public func variance(until instant: Instant) -> Double? {
    let (held, ticks) = counted(until: instant)
    guard ticks > 0 else { return nil }
    let time = UInt128(ticks)
    // time × squares − area², which is never negative, as high × 2^128 + low.
    let squares = held.squaresLow.multipliedFullWidth(by: time)
    let area = held.area.magnitude.multipliedFullWidth(by: held.area.magnitude)
    let (low, borrow) = squares.low.subtractingReportingOverflow(area.low)
    let high = squares.high + UInt128(held.squaresHigh) * time - area.high - (borrow ? 1 : 0)
    return (Double(high) * 0x1p128 + Double(low)) / (Double(ticks) * Double(ticks))
  }

  /// The square root of the variance; `nil` for no time at all.
  public func standardDeviation(until instant: Instant) -> Double? {
    variance(until: instant)?.squareRoot()
  }

  private func counted(until instant: Instant) -> (LevelTally, ticks: UInt64) {
    var held = self
    held.hold(until: instant)
    return (held, (instant - start).ticks)
  }
}
