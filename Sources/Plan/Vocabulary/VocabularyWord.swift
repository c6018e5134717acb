/// A word of a closed list: what a user may write, and what it means.
///
/// Checks, explanations and the schema are made from these lists, so a word exists in one place.
public protocol VocabularyWord: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// What the word means, in one sentence.
  var meaning: String { get }
}

extension VocabularyWord {
  /// The word's place in its list, which is its number at run time.
  public var ordinal: Int {
    // The lists are short, and this is asked while a plan is made.
    for (number, word) in Self.allCases.enumerated() where word == self { return number }
    return 0
  }
}
