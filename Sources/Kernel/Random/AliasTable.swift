/// A choice among weighted things in one draw, however many there are.
///
/// Walker's alias method with Vose's construction, in whole numbers that add up exactly: each thing is
/// drawn with its weight's share of the sum to within 2^-37, and never where its weight is zero.
public struct AliasTable: ~Copyable, Sendable {
  /// How many things there are.
  public let count: Int

  @usableFromInline let cells: Slab<Cell>

  /// A part of the table, as likely as every other: one thing up to the threshold, from there another.
  @frozen @usableFromInline
  struct Cell: BitwiseCopyable, Sendable {
    @usableFromInline let threshold: UInt64
    @usableFromInline let alias: UInt64
  }

  /// The most things that a table can hold.
  public static var largestCount: Int { 1 << 24 }

  /// How many bytes a table of so many things holds.
  public static func bytes(count: Int) -> Int {
    Slab<Cell>.bytes(count: count)
  }

  /// A table of as many things as there are weights.
  public init(weights: [Double]) throws(Invalid) {
    let shift = try Self.shift(of: weights)
    let masses = Self.masses(of: weights, shift: shift)
    count = weights.count
    cells = Self.cells(of: masses, shift: shift)
  }

  /// The index of one thing.
  @inlinable
  public borrowing func draw(from stream: inout RandomStream) -> Int {
    let (index, within) = stream.next().multipliedFullWidth(by: UInt64(count))
    let cell = cells[Int(index)]
    return within < cell.threshold ? Int(index) : Int(cell.alias)
  }

  /// The probability with which each thing is drawn, as the table has it.
  public borrowing func probabilities() -> [Double] {
    var shares = [Double](repeating: 0, count: count)
    for index in 0..<count {
      let own = Double(cells[index].threshold) * 0x1p-64
      shares[index] += own
      shares[Int(cells[index].alias)] += 1 - own
    }
    return shares.map { $0 / Double(count) }
  }

  /// Why weights make no table.
  public enum Invalid: Error, Hashable, Sendable {
    /// There are none.
    case empty
    /// There are more than `largestCount`.
    case tooMany(Int)
    /// This one is negative, infinite or not a number.
    case weight(index: Int, Double)
    /// All are zero.
    case allZero
  }
}
