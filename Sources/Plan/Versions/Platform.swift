/// The processor's platform.
public enum Platform: String, VocabularyWord {
  case x86
  case alpha

  /// What it is.
  public var meaning: String {
    switch self {
    case .x86: "Intel's processors."
    case .alpha: "Digital's Alpha processors."
    }
  }
}
