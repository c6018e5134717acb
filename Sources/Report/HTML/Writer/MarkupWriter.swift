import Text

/// The attributes of an element, in the order in which they are written.
typealias Attributes = KeyValuePairs<AttributeName, String>

/// Writes HTML. Text gets in through one door, which escapes it; names of elements and attributes are a
/// closed list, so that nothing that a topology says can become markup.
struct MarkupWriter {
  /// What has been written.
  private(set) var bytes: [UInt8] = []

  /// A page's first line.
  mutating func doctype() { bytes += "<!DOCTYPE html>\n".utf8 }

  /// An element with what `content` writes into it.
  mutating func element(
    _ tag: Tag,
    _ attributes: Attributes = [:],
    _ content: (inout MarkupWriter) -> Void
  ) {
    open(tag, attributes)
    content(&self)
    close(tag)
  }

  /// An element with a text in it, or with nothing.
  mutating func element(_ tag: Tag, _ attributes: Attributes = [:], _ words: String = "") {
    open(tag, attributes)
    if tag.isVoid { return }
    text(words)
    close(tag)
  }

  /// A text, whatever it holds.
  mutating func text(_ words: String) {
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"": bytes += "&quot;".utf8
      case "'": bytes += "&#39;".utf8
      default: append(scalar)
      }
    }
  }

  /// A style sheet, which is a constant of this program and never holds the end of its element.
  mutating func style(_ sheet: StyleSheet) {
    open(.style, [:])
    bytes += sheet.text.utf8
    close(.style)
  }

  /// Begins a new line, which nobody sees on the page.
  mutating func line() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII, scalar.value >= 0x20, scalar.value != 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    } else if scalar == "\n" || scalar == "\t" {
      bytes.append(UInt8(ascii: " "))
    } else if scalar.isUnprintable || Self.isNoCharacter(scalar) {
      bytes += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".utf8
    } else {
      bytes += UTF8.encode(scalar)!
    }
  }

  /// Whether it is one of the code points that Unicode keeps free of characters for ever.
  private static func isNoCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
  }

  private mutating func open(_ tag: Tag, _ attributes: Attributes) {
    bytes.append(UInt8(ascii: "<"))
    bytes += tag.rawValue.utf8
    for (name, value) in attributes {
      bytes.append(UInt8(ascii: " "))
      bytes += name.rawValue.utf8
      bytes += "=\"".utf8
      text(value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func close(_ tag: Tag) {
    bytes += "</".utf8
    bytes += tag.rawValue.utf8
    bytes.append(UInt8(ascii: ">"))
  }
}
