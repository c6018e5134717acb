import Synchronization

/// A flag that asks a running loop to pause, and that a signal handler or another thread may raise.
public struct StopRequest: ~Copyable, Sendable {
  private let flag = Atomic(false)

  /// A request that is not raised.
  public init() {}

  /// Asks for a pause; safe in a signal handler.
  public func raise() {
    flag.store(true, ordering: .relaxed)
  }

  /// Takes the request back.
  public func lower() {
    flag.store(false, ordering: .relaxed)
  }

  /// Whether a pause is asked for.
  public var isRaised: Bool { flag.load(ordering: .relaxed) }
}
