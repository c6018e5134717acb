public import Kernel

/// How a defect shows to an administrator.
public enum Sign: Hashable, Sendable {
  /// A counter moves.
  case counter(CounterPath, Trend)
  /// An event stands in the event log.
  case event(source: String, id: Int)
  /// Connections stay established for longer than this.
  case connections(olderThan: Interval)
  /// A service has stopped by itself.
  case serviceStopped(String)
  /// A process, or a host, does nothing any more.
  case hang(ProcessOrHost)
}

/// How a value moves.
public enum Trend: String, VocabularyWord {
  case rising
  case level
  case falling

  /// What the word asks for.
  public var meaning: String {
    switch self {
    case .rising:
      "After the warm-up the values climb by more than their noise, in the last third of the time as"
        + " well as before."
    case .level: "After the warm-up the values stay within their noise."
    case .falling: "After the warm-up the values sink by more than their noise."
    }
  }
}
