/// Swift source with its comments and strings blanked, so that a rule sees code and nothing else.
///
/// Lines keep their numbers. What is interpolated into a string is code.
struct SwiftText {
  private let source: [UInt8]
  private var blanked: [UInt8]
  private var index = 0

  static func code(of text: String) -> String {
    var scanner = SwiftText(text)
    scanner.scanCode(untilParenthesis: false)
    return String(decoding: scanner.blanked, as: UTF8.self)
  }

  private init(_ text: String) {
    source = Array(text.utf8)
    blanked = source
  }

  private func starts(_ token: StaticString, at offset: Int = 0) -> Bool {
    let bytes = Array("\(token)".utf8)
    let start = index + offset
    return start + bytes.count <= source.count && source[start..<start + bytes.count] == bytes[...]
  }

  /// Passes `count` bytes; blank ones become spaces.
  private mutating func pass(_ count: Int = 1, blank: Bool) {
    for _ in 0..<count where index < source.count {
      if blank, source[index] != UInt8(ascii: "\n") { blanked[index] = UInt8(ascii: " ") }
      index += 1
    }
  }

  private mutating func scanCode(untilParenthesis: Bool) {
    var depth = 0
    while index < source.count {
      switch source[index] {
      case UInt8(ascii: "/") where starts("//"):
        while index < source.count, source[index] != UInt8(ascii: "\n") { pass(blank: true) }
      case UInt8(ascii: "/") where starts("/*"):
        scanBlockComment()
      case UInt8(ascii: "#"), UInt8(ascii: "\""):
        scanStringIfAny()
      case UInt8(ascii: "("):
        depth += 1
        pass(blank: false)
      case UInt8(ascii: ")"):
        if untilParenthesis, depth == 0 { return }
        depth -= 1
        pass(blank: false)
      default:
        pass(blank: false)
      }
    }
  }

  private mutating func scanBlockComment() {
    var depth = 0
    repeat {
      if starts("/*") {
        depth += 1
        pass(2, blank: true)
      } else if starts("*/") {
        depth -= 1
        pass(2, blank: true)
      } else {
        pass(blank: true)
      }
    } while depth > 0 && index < source.count
  }

  private mutating func scanStringIfAny() {
    var hashes = 0
    while index + hashes < source.count, source[index + hashes] == UInt8(ascii: "#") { hashes += 1 }
    guard starts("\"", at: hashes) else { return pass(max(hashes, 1), blank: false) }
    let quotes = starts("\"\"\"", at: hashes) ? 3 : 1
    let fence = [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
    let end = [UInt8](repeating: UInt8(ascii: "\""), count: quotes) + fence
    let escape = [UInt8(ascii: "\\")] + fence
    pass(hashes + quotes, blank: true)
    while index < source.count {
      if source[index...].starts(with: end) { return pass(end.count, blank: true) }
      guard source[index...].starts(with: escape) else {
        pass(blank: true)
        continue
      }
      pass(escape.count, blank: true)
      let interpolates = starts("(")
      pass(blank: true)
      if interpolates {
        scanCode(untilParenthesis: true)
        pass(blank: true)
      }
    }
  }
}

/// The words of a text, those inside a name of several too: `NTFileTime` is NT, File and Time.
func words(of text: some StringProtocol) -> [String] {
  var words: [String] = []
  var word: [Character] = []
  func close() {
    if !word.isEmpty { words.append(String(word)) }
    word = []
  }
  for character in text {
    guard character.isASCII, character.isLetter || character.isNumber else {
      close()
      continue
    }
    if let last = word.last {
      if character.isUppercase, !last.isUppercase {
        close()
      } else if character.isLowercase, last.isUppercase, word.count > 1 {
        // The last capital of several begins the next word.
        word.removeLast()
        close()
        word = [last]
      }
    }
    word.append(character)
  }
  close()
  return words
}
