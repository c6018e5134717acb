extension AliasTable {
  /// By how many bits the mass of one cell is over 1, where the weights are fit for a table.
  static func shift(of weights: [Double]) throws(Invalid) -> UInt64 {
    guard !weights.isEmpty else { throw .empty }
    guard weights.count <= largestCount else { throw .tooMany(weights.count) }
    for (index, weight) in weights.enumerated() {
      // `nan` fails both.
      guard weight >= 0, weight < .infinity else { throw .weight(index: index, weight) }
    }
    guard weights.contains(where: { $0 > 0 }) else { throw .allZero }
    // So that all masses together stay under 2^62.
    return 62 - UInt64(UInt64.bitWidth - UInt64(weights.count).leadingZeroBitCount)
  }

  /// Whole numbers in the weights' proportions whose sum is the count times 2^shift.
  static func masses(of weights: [Double], shift: UInt64) -> [UInt64] {
    let largest = weights.max() ?? 0
    // Relative to the largest: neither the sum nor a share can overflow.
    let shares = weights.map { $0 / largest }
    let unit = Double(UInt64(weights.count) << shift) / shares.reduce(0, +)
    var masses = shares.map { UInt64(($0 * unit).rounded()) }
    // What rounding left over or took too much goes to the largest, whose mass is at least a cell.
    let whole = UInt64(weights.count) << shift
    let index = weights.firstIndex(of: largest) ?? 0
    masses[index] = masses[index] &+ (whole &- masses.reduce(0, &+))
    return masses
  }

  /// Fills each cell with what is left of one thing, and on top of it a part of a larger one.
  static func cells(of masses: [UInt64], shift: UInt64) -> Slab<Cell> {
    let full: UInt64 = 1 << shift
    var left = masses
    var small: [Int] = []
    var large: [Int] = []
    for index in masses.indices.reversed() {
      if left[index] < full { small.append(index) } else { large.append(index) }
    }
    var cells = Slab<Cell>(count: masses.count)
    // The masses add up exactly, so there is a large one as long as there is a small one.
    while let low = small.popLast(), let high = large.popLast() {
      cells[low] = Cell(threshold: left[low] << (64 - shift), alias: UInt64(high))
      left[high] -= full - left[low]
      if left[high] < full { small.append(high) } else { large.append(high) }
    }
    for index in large { cells[index] = Cell(threshold: .max, alias: UInt64(index)) }
    return cells
  }
}
