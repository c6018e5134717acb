/// Why the loop has come back to its caller.
@frozen
public enum Pause: Hashable, Sendable {
  /// All events up to the horizon have happened, and later ones wait.
  case horizon

  /// As many events as were asked for have happened.
  case budget

  /// The caller's stop request was raised.
  case stopped

  /// Nothing waits.
  case idle

  /// The world asks its caller to do something first.
  case asked

  /// The run cannot go on within its capacities.
  case halted(Halt)
}
