extension Ledger {
  /// That over which amounts are summed and limits stand, at four levels.
  ///
  /// The order of the cases is the order in which limits are asked: the first that stands against a
  /// take is the one that refuses it.
  @frozen
  public enum Scope: Hashable, Sendable, BitwiseCopyable {
    /// What a holder holds of a resource under one key.
    case slot(Resource, Process, Key)
    /// What all accounts that draw from a pool hold.
    case pool(Pool)
    /// What a holder holds of a resource under any key or none: the counter of that process.
    case process(Resource, Process)
    /// What all holders on a host hold of a resource.
    case host(Resource, Host)
  }
}
