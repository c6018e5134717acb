/// A command line that cannot be understood: what is wrong, and what may have been meant.
public struct UsageError: Error, Hashable, Sendable {
  /// What is wrong, in one sentence.
  public let message: String

  /// The valid words that come nearest to the wrong one, the nearest first.
  public let nearest: [String]

  /// An error that says `message` and offers `nearest`.
  public init(_ message: String, nearest: [String] = []) {
    self.message = message
    self.nearest = nearest
  }
}

extension UsageError: CustomStringConvertible {
  /// The sentence, and on a second line what may have been meant.
  public var description: String {
    guard let last = nearest.last else { return message }
    let others = nearest.dropLast().joined(separator: ", ")
    return message + "\n  did you mean " + (others.isEmpty ? last : others + " or " + last) + "?"
  }
}
