/// What can be wrong with a message: traits that servers know, beside those that only defects ask for.
public enum MessageFlaw: String, VocabularyWord {
  case unconvertible
  case invalidAddress = "invalid-address"

  /// What comes of it where nothing is defective.
  public var meaning: String {
    switch self {
    case .unconvertible:
      "Cannot be converted: the Internet Mail Service sets it aside, the interchange returns it."
    case .invalidAddress: "Has an address that cannot be: the interchange returns it."
    }
  }

  /// The most that fits into a packet between the Internet Mail Service and the Information Store, and of
  /// it one header: a message with more of both cannot be converted either (Q193639).
  public static let headerLimitsBytes = (each: 21 << 10, all: 32 << 10)
}
