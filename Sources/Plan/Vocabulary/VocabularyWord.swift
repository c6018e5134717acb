/// A word of a closed list: what a user may write, and what it means.
///
/// Checks, explanations and the schema are made from these lists, so a word exists in one place.
public protocol VocabularyWord: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// What the word means, in one sentence.
  var meaning: String { get }
}

extension VocabularyWord {
  /// The word's place in its list, which is its number at run time; to be asked before a run alone, as it may
  /// allocate.
  public var ordinal: Int {
    for (number, word) in Self.allCases.enumerated() where word == self { return number }
    return 0
  }
}
