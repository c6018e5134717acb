extension ArrivalProfile {
  /// What each piece has of all arrivals, relative to the largest, where the pieces make a profile.
  static func weights(of pieces: [Piece]) throws(Invalid) -> [Double] {
    guard !pieces.isEmpty else { throw .empty }
    var total = Interval.zero
    for (index, piece) in pieces.enumerated() {
      guard piece.length > .zero else { throw .length(index: index) }
      // `nan` fails both.
      guard piece.rate >= 0, piece.rate < .infinity else {
        throw .rate(index: index, piece.rate)
      }
      let (sum, overflow) = total.ticks.addingReportingOverflow(piece.length.ticks)
      guard !overflow else { throw .tooLong }
      total = Interval(ticks: sum)
    }
    let fastest = pieces.reduce(0) { max($0, $1.rate) }
    guard fastest > 0 else { throw .allZero }
    return pieces.map { $0.rate / fastest * Double($0.length.ticks) }
  }

  /// The stretches over zero, of which the last ends with the period's last point.
  static func stretches(of pieces: [Piece], weights: [Double], points: UInt128) -> Slab<Stretch> {
    let total = weights.reduce(0, +)
    var stretches: [Stretch] = []
    var start: UInt64 = 0
    var sum = 0.0
    var firstPoint: UInt128 = 0
    for (index, piece) in pieces.enumerated() {
      sum += weights[index]
      // All of the sum makes exactly 1, and so all of the points.
      let endPoint = Self.part(sum / total, of: points)
      if endPoint > firstPoint {
        let stretch = Stretch(
          start: start,
          ticks: piece.length.ticks,
          firstPoint: firstPoint,
          endPoint: endPoint,
          ticksPerUnit: Double(piece.length.ticks) / Double(endPoint - firstPoint)
        )
        stretches.append(stretch)
        firstPoint = endPoint
      }
      start += piece.length.ticks
    }
    var slab = Slab<Stretch>(count: stretches.count)
    for (index, stretch) in stretches.enumerated() { slab[index] = stretch }
    return slab
  }

  /// A share of 0 ... 1 of so many points, rounded down, exactly: doubling the points doubles it.
  private static func part(_ share: Double, of points: UInt128) -> UInt128 {
    let numerator = UInt128(share * 0x1p64)
    return (points >> 64) * numerator + ((points & UInt128(UInt64.max)) * numerator) >> 64
  }
}
