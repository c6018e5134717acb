/// What a defect can do.
public enum MechanismKind: String, VocabularyWord {
  case leak
  case withhold
  case stop
  case hang
  case block
  case latch
  case poison
  case answer
  case strand
  case grow
  case distort
  case log

  /// What it does.
  public var meaning: String {
    switch self {
    case .leak: "Takes something more that nobody gives back."
    case .withhold: "Keeps something that the event should have given back."
    case .stop: "Ends the process unexpectedly."
    case .hang: "Leaves the process running and doing nothing."
    case .block: "Takes a worker away for good."
    case .latch: "Closes a passage until something opens it again."
    case .poison: "Leaves an item behind that stops the process again at each start."
    case .answer: "Decides something wrongly."
    case .strand: "Leaves one item waiting for ever while others pass."
    case .grow: "Takes more and more by the hour, or by the size of what caused it."
    case .distort: "Makes a counter show what is not so."
    case .log: "Writes an event into the host's log."
    }
  }
}
