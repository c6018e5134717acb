/// Turns of phrase that diagnostics and explanations share.
enum Prose {
  /// `a`, `b` or `c`, each between backticks.
  static func list(_ words: [String], _ conjunction: String) -> String {
    let quoted = words.map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
