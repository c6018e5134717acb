/// The bytes that mean something in YAML, and the classes that the specification makes of them.
enum Byte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let exclamation = UInt8(ascii: "!")
  static let quote = UInt8(ascii: "\"")
  static let hash = UInt8(ascii: "#")
  static let percent = UInt8(ascii: "%")
  static let ampersand = UInt8(ascii: "&")
  static let apostrophe = UInt8(ascii: "'")
  static let asterisk = UInt8(ascii: "*")
  static let plus = UInt8(ascii: "+")
  static let comma = UInt8(ascii: ",")
  static let dash = UInt8(ascii: "-")
  static let dot = UInt8(ascii: ".")
  static let colon = UInt8(ascii: ":")
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let question = UInt8(ascii: "?")
  static let at = UInt8(ascii: "@")
  static let leftBracket = UInt8(ascii: "[")
  static let backslash = UInt8(ascii: "\\")
  static let rightBracket = UInt8(ascii: "]")
  static let backtick = UInt8(ascii: "`")
  static let leftBrace = UInt8(ascii: "{")
  static let bar = UInt8(ascii: "|")
  static let rightBrace = UInt8(ascii: "}")

  @inline(__always) static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  @inline(__always) static func isBreak(_ byte: UInt8) -> Bool {
    byte == lineFeed || byte == carriageReturn
  }

  /// Whether a token ends before this byte; the reader's `byte(at:)` gives 0 at the end of the text.
  @inline(__always) static func isSpaceOrEnd(_ byte: UInt8) -> Bool {
    isBlank(byte) || isBreak(byte) || byte == 0
  }

  @inline(__always) static func isFlowIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case comma, leftBracket, rightBracket, leftBrace, rightBrace: true
    default: false
    }
  }

  static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), dash:
      true
    default: false
    }
  }

  /// What may stand in a tag's URI, except `%` and its two digits.
  static func isURI(_ byte: UInt8) -> Bool {
    if isWord(byte) { return true }
    switch byte {
    case hash, UInt8(ascii: ";"), UInt8(ascii: "/"), question, colon, at, ampersand,
      UInt8(ascii: "="), plus, UInt8(ascii: "$"), comma, UInt8(ascii: "_"), dot, exclamation,
      UInt8(ascii: "~"), asterisk, apostrophe, UInt8(ascii: "("), UInt8(ascii: ")"), leftBracket,
      rightBracket:
      return true
    default: return false
    }
  }

  /// What may stand in a tag after its handle.
  static func isTag(_ byte: UInt8) -> Bool {
    isURI(byte) && byte != exclamation && !isFlowIndicator(byte)
  }
}
