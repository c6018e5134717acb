import Text

/// One parameter as the parser, the help and the completions see it.
public struct ParameterDeclaration: Sendable {
  /// Where the parameter stands on the command line.
  public enum Place: Hashable, Sendable {
    /// Anywhere, after its name.
    case option
    /// In its turn among the words that are no options.
    case positional
  }

  /// What a value of the parameter may be.
  public enum Shape: Hashable, Sendable {
    /// No value at all: it is given or it is not.
    case flag
    /// Any text.
    case text
    /// The path of a file.
    case file
    /// One of these words.
    case choice([String])
    /// A whole number in decimal digits.
    case integer(ClosedRange<Int>)
  }

  /// Where it stands.
  public let place: Place

  /// An option's name without its dashes; a positional's name as the help shows it.
  public let name: String

  /// What the help shows in the place of the value.
  public let placeholder: String

  /// What a value may be.
  public let shape: Shape

  /// Whether the command needs it.
  public let isRequired: Bool

  /// Whether it may be given more than once.
  public let isRepeated: Bool

  /// What holds when it is not given, as the help shows it.
  public let defaultText: String?

  /// One line for the help.
  public let summary: String

  /// Texts that a value may well be, for completions; a choice has its words.
  let suggestions: @Sendable () -> [String]

  /// The parameter as the user writes it: `--save` or `TOPOLOGY`.
  public var spelling: String { place == .option ? "--" + name : name }

  /// What is wrong with `value`, or `nil` if it is right.
  func complaint(about value: String) -> UsageError? {
    switch shape {
    case .flag, .text, .file:
      return value.isEmpty ? UsageError("\(spelling) needs a value that is not empty") : nil
    case .choice(let choices):
      if choices.contains(value) { return nil }
      return UsageError(
        "\(spelling) cannot be ‘\(value)’; it is one of: \(choices.joined(separator: ", "))",
        nearest: nearestNames(to: value, among: choices)
      )
    case .integer(let range):
      if let number = Int(value), range.contains(number), !value.hasPrefix("+") { return nil }
      let bounds =
        range.upperBound == .max
        ? "from \(range.lowerBound) on" : "from \(range.lowerBound) to \(range.upperBound)"
      return UsageError("\(spelling) is a whole number \(bounds), not ‘\(value)’")
    }
  }
}
