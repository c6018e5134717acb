/// The logarithm, the exponential and the power, made from + − × ÷ and bit patterns alone.
///
/// A C library's versions differ from machine to machine in the last bit. These give the same bits on
/// every machine, in debug and release: nothing is fused, nothing is reordered. Each is within 1 ulp of
/// the true value over its whole range and follows C99 Annex F in its special cases.
@frozen
public enum Arithmetic {}

extension Arithmetic {
  /// The double whose bits are the word at `index` of a table.
  ///
  /// A table is a literal of thousands of bits because that is what the compiler lays down as constant
  /// words, in debug and release, and reads with one plain load wherever this is inlined. A global would
  /// be reached through a call from other modules, and in debug through a check that it was made.
  /// A table has one column: the time to compile a literal grows with the cube of its length.
  @inlinable @inline(__always)
  static func entry(_ table: StaticBigInt, _ index: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: table[index]))
  }
}
