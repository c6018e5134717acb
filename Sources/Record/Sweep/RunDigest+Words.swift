extension RunDigest.Ending {
  /// How a run ended, in a word.
  public var word: String {
    switch self {
    case .complete: "complete"
    case .halted: "halted"
    case .rejected: "rejected"
    }
  }

  /// Why a run did not come to its end; empty where it did.
  public var reason: String {
    switch self {
    case .complete: ""
    case .halted(let reason), .rejected(let reason): reason
    }
  }
}
