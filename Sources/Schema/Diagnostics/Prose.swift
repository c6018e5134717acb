/// Turns of phrase that diagnostics and explanations share.
enum Prose {
  /// A piece of the user's text between backticks, cut where it is long.
  static func quoted(_ text: String) -> String {
    // Counted in bytes first, because a text may have millions of characters.
    if text.utf8.count <= 60 { return "`\(text)`" }
    return "`\(text.unicodeScalars.prefix(57).map(String.init).joined())…`"
  }

  /// `a`, `b` or `c`, each between backticks.
  static func list(_ words: [String], _ conjunction: String) -> String {
    let quoted = words.map(quoted)
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
