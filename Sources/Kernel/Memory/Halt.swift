/// A run cannot go on within its capacities: which one was reached, and how large it was.
///
/// A limit of the modelled world is an outcome and never a halt. A halt ends one run and keeps what the
/// run has recorded.
public struct Halt: Error, Hashable, Sendable {
  /// The capacity that was reached, as the budget names it.
  public let capacity: Capacity

  /// What it could hold.
  public let limit: Int

  /// A halt because `capacity` held all of its `limit` entries.
  @inlinable
  public init(_ capacity: Capacity, limit: Int) {
    self.capacity = capacity
    self.limit = limit
  }

  /// The capacities that the kernel's structures are created with.
  @frozen
  public enum Capacity: UInt8, CaseIterable, Sendable {
    /// Events and timers that wait in the queue.
    case events
    /// Timers that are armed.
    case timers
    /// Accounts of the ledger.
    case accounts
    /// Named slots and other keyed limits of the ledger.
    case limits
    /// Hosts of the ledger.
    case hosts
    /// Holders and owners of the ledger.
    case processes
    /// Pools of the ledger.
    case pools
    /// Ladders of the ledger.
    case ladders
    /// Rungs of all ladders of the ledger.
    case rungs
    /// Things that wait in queues.
    case copies
    /// Queues that exist only while something is in them.
    case places
    /// Connections at the same time.
    case sessions
    /// Ways that are found beforehand.
    case routes
  }
}

extension Halt: CustomStringConvertible {
  /// One line for people: what was full, and how large it was.
  public var description: String {
    "the run needs more than its \(limit) \(capacity)"
  }
}
