import Text

/// Turns of phrase that several checks share.
enum Words {
  /// The names that may be meant, the likeliest first.
  static func nearest(to word: String, among names: [String]) -> [String] {
    nearestNames(to: word, among: names)
  }

  /// `a`, `b` and `c`, each between backticks.
  static func list(_ words: [String], _ conjunction: String) -> String {
    plain(words.map { "`\($0)`" }, conjunction)
  }

  /// a, b and c.
  static func plain(_ words: [String], _ conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
