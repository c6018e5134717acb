/// A modelled world: its state, and what each event does to it.
///
/// The loop calls `handle` for one event after the other. Whatever the world needs in order to go on lies
/// in itself or in the queue, so a run can pause between any two events and go on later.
public protocol World: ~Copyable {
  /// Lets one event happen: changes the world and schedules what follows.
  ///
  /// A `Halt` that is thrown here ends the run.
  mutating func handle(_ event: ScheduledEvent, _ queue: inout BoundedQueue) throws(Halt)

  /// What an event is for the fingerprint. It is asked before the event happens.
  func identity(of event: ScheduledEvent) -> EventIdentity

  /// Whether the caller must do something, such as empty a full trace, before the run goes on.
  ///
  /// Asked after each event; `false` where the world does not say.
  var asksForPause: Bool { get }
}

extension World where Self: ~Copyable {
  /// Nothing to do.
  @inlinable public var asksForPause: Bool { false }
}

/// What an event is, whatever numbers entities and kinds happen to have in memory.
@frozen
public struct EventIdentity: Hashable, Sendable {
  /// The stable name, as 64 bits, of the entity to which the event happens.
  public let name: UInt64

  /// What kind of event it is.
  public let kind: UInt32

  /// An event of kind `kind` that happens to the entity with stable name `name`.
  @inlinable
  public init(name: UInt64, kind: UInt32) {
    self.name = name
    self.kind = kind
  }
}
