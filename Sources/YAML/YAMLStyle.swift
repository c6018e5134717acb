/// How a scalar or a collection is written.
public enum YAMLStyle: UInt8, Hashable, Sendable, BitwiseCopyable {
  /// A scalar without any quotes; also one that is not there at all.
  case plain
  /// `'…'`
  case singleQuoted
  /// `"…"`
  case doubleQuoted
  /// `|`
  case literal
  /// `>`
  case folded
  /// A collection by indentation.
  case block
  /// A collection in brackets or braces.
  case flow
}

/// What a node's tag says. The reader resolves no types: a node without a tag has none.
public enum YAMLTag: Hashable, Sendable, CustomStringConvertible {
  /// `!`: no type is to be guessed.
  case nonSpecific
  /// `!!str`
  case string
  /// `!!int`
  case integer
  /// `!!float`
  case float
  /// `!!bool`
  case boolean
  /// `!!null`
  case null
  /// `!!map`
  case mapping
  /// `!!seq`
  case sequence
  /// Any other; a text that has one is refused.
  case custom(String)

  static let core = "tag:yaml.org,2002:"

  init(resolved text: String) {
    self =
      switch text {
      case "!": .nonSpecific
      case Self.core + "str": .string
      case Self.core + "int": .integer
      case Self.core + "float": .float
      case Self.core + "bool": .boolean
      case Self.core + "null": .null
      case Self.core + "map": .mapping
      case Self.core + "seq": .sequence
      default: .custom(text)
      }
  }

  /// The whole tag.
  public var description: String {
    switch self {
    case .nonSpecific: "!"
    case .string: Self.core + "str"
    case .integer: Self.core + "int"
    case .float: Self.core + "float"
    case .boolean: Self.core + "bool"
    case .null: Self.core + "null"
    case .mapping: Self.core + "map"
    case .sequence: Self.core + "seq"
    case .custom(let text): text
    }
  }
}
