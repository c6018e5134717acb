extension ScalarForm.Meaning {
  /// The word `word` and what it means.
  public init(_ word: String, means meaning: String) {
    self.init(word: word, meaning: meaning)
  }
}
