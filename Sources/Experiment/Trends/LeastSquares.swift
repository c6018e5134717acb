/// Coefficients that fit columns to values best, and how certain sums of them are.
struct LeastSquares: Sendable {
  /// One coefficient a column; 0 for a column that the others already say.
  let coefficients: [Double]
  /// What is left of each value.
  let residuals: [Double]
  /// How many columns say something of their own.
  let rank: Int
  /// The inverse of the columns' products, with zeros for the others.
  private let inverse: [[Double]]

  /// Fits columns, all as long as the values.
  init(_ columns: [[Double]], to values: [Double]) {
    let count = columns.count
    // The products, the identity beside them, and the products with the values: Gauss and Jordan.
    var rows = columns.indices.map { row -> [Double] in
      columns.map { Self.product(columns[row], $0) } + columns.indices.map { $0 == row ? 1 : 0 }
        + [Self.product(columns[row], values)]
    }
    let sizes = columns.indices.map { rows[$0][$0] }
    var isUsed = Array(repeating: false, count: count)
    for column in 0..<count {
      let pivot = rows[column][column]
      // What the columns before it say already leaves only rounding.
      guard pivot > sizes[column] * 1e-9, pivot > 0 else { continue }
      isUsed[column] = true
      for index in rows[column].indices { rows[column][index] /= pivot }
      for row in 0..<count where row != column {
        let factor = rows[row][column]
        if factor == 0 { continue }
        for index in rows[row].indices { rows[row][index] -= factor * rows[column][index] }
      }
    }
    rank = isUsed.count { $0 }
    coefficients = (0..<count).map { isUsed[$0] ? rows[$0][2 * count] : 0 }
    inverse = (0..<count).map { row in
      (0..<count).map { isUsed[row] && isUsed[$0] ? rows[row][count + $0] : 0 }
    }
    var residuals = values
    for (column, coefficient) in zip(columns, coefficients) where coefficient != 0 {
      for index in residuals.indices { residuals[index] -= coefficient * column[index] }
    }
    self.residuals = residuals
  }

  /// The variance of a weighted sum of the coefficients, in units of the values' own variance.
  func variance(of weights: [Double]) -> Double {
    var sum = 0.0
    for row in weights.indices {
      for column in weights.indices { sum += weights[row] * inverse[row][column] * weights[column] }
    }
    return max(0, sum)
  }

  private static func product(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
