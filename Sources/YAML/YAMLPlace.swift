/// One place in a text.
public struct YAMLPlace: Hashable, Sendable {
  /// Bytes before the place, counted from the first byte of the file.
  public let offset: Int
  /// The line, counted from 1.
  public let line: Int
  /// The character in its line, counted from 1 in Unicode code points.
  public let column: Int
}

/// A piece of a file: from a first place up to, but without, a last one.
public struct YAMLSpan: Hashable, Sendable, CustomStringConvertible {
  /// The file's name as the caller gave it.
  public let file: String
  /// Where the piece begins.
  public let start: YAMLPlace
  /// The place after its last character.
  public let end: YAMLPlace

  /// `file:line:column` of the beginning.
  public var description: String { "\(file):\(start.line):\(start.column)" }
}
