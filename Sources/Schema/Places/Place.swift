/// A piece of one of the texts that a reading has read, in bytes.
public struct Place: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// Which text: an index into the reading's sources.
  public let source: UInt32
  /// Bytes of the text before the piece.
  public let start: UInt32
  /// Bytes of the text up to the end of the piece.
  public let end: UInt32

  /// The bytes `range` of the text number `source`.
  @inlinable
  public init(source: Int, _ range: Range<Int>) {
    self.source = UInt32(source)
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  /// The byte offsets in its text.
  @inlinable public var range: Range<Int> { Int(start)..<Int(end) }

  /// Texts in the order in which they were read, then places as they follow one another.
  public static func < (left: Place, right: Place) -> Bool {
    (left.source, left.start, left.end) < (right.source, right.start, right.end)
  }
}
