/// Why a version, an operating system or a hotfix is none: a sentence, and what was perhaps meant.
public struct ProductProblem: Error, Hashable, Sendable {
  /// What is wrong, in one sentence without its full stop.
  public let message: String
  /// Which bytes of the text it is about; nil where it is the whole.
  public let range: Range<Int>?
  /// What could stand there instead, in order, for a search of the nearest.
  public let candidates: [String]
  /// What helps to understand it.
  public let note: String?

  /// A problem.
  public init(
    _ message: String,
    range: Range<Int>? = nil,
    candidates: [String],
    note: String? = nil
  ) {
    self.message = message
    self.range = range
    self.candidates = candidates
    self.note = note
  }
}
