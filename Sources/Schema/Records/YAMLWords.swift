/// Texts that some reader of YAML takes for something else than a text.
enum YAMLWords {
  /// Whether a plain scalar of this text is a boolean, nothing, a number or a merge to some reader.
  ///
  /// `no` is false to readers of YAML 1.1, and a name such as 0x10 or 1e3 becomes a number.
  static func isSpecial(_ text: String) -> Bool {
    let lower = text.lowercased()
    if words.contains(lower) { return true }
    let digits = lower.drop { "+-.".contains($0) }
    return digits.first.map { ("0"..."9").contains($0) } == true
      && lower.allSatisfy { "0123456789abcdefox+-._:".contains($0) }
  }

  /// Whether a plain scalar of this text is nothing to every reader.
  static func isNull(_ text: some Collection<UInt8>) -> Bool {
    text.count <= 4
      && (text.elementsEqual("~".utf8) || text.elementsEqual("null".utf8)
        || text.elementsEqual("Null".utf8) || text.elementsEqual("NULL".utf8))
  }

  private static let words: Set<String> = [
    "", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "=", ".nan", ".inf",
    "-.inf", "+.inf",
  ]
}
