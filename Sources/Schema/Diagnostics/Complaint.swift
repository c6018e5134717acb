/// What a scalar's parser throws: what is wrong with a text, without its place.
public struct Complaint: Error, Sendable {
  /// What was broken.
  public let rule: Rule
  /// What is wrong, in one sentence.
  public let message: String
  /// A few words for below the place; may be empty.
  public let label: String
  /// The bytes of the text that are wrong; all of it where none are given.
  public let range: Range<Int>?
  /// What could be written instead of the whole text, the likeliest first.
  public let fixes: [String]
  /// What else helps.
  public let notes: [String]
  /// A word and what it could have been; compared only where the complaint is kept.
  let lookup: Lookup?

  struct Lookup {
    let word: String
    let words: [String]
  }

  /// A complaint about a text, or about the bytes `range` of it.
  public init(
    _ rule: Rule,
    _ message: String,
    label: String = "",
    range: Range<Int>? = nil,
    fixes: [String] = [],
    notes: [String] = []
  ) {
    self.rule = rule
    self.message = message
    self.label = label
    self.range = range
    self.fixes = fixes
    self.notes = notes
    lookup = nil
  }

  /// A word that is not on the list; the report says which are near.
  public static func unknownWord(_ word: String, among words: [String]) -> Complaint {
    Complaint(unknown: word, among: words)
  }

  private init(unknown word: String, among words: [String]) {
    rule = .unknownWord
    message = "\(Prose.quoted(word)) is none of the words that can stand here."
    label = ""
    range = nil
    fixes = []
    notes = []
    lookup = Lookup(word: word, words: words)
  }
}
