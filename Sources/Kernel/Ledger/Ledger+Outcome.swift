extension Ledger {
  /// Which limit stood against a take. Nothing has changed anywhere.
  @frozen
  public struct Refusal: Hashable, Sendable {
    /// The first scope, in the order of the levels, that has no room.
    public let scope: Scope

    /// Whether it is not a capacity but the end of arithmetic, Int.max, that stands there.
    public let isOverflow: Bool

    /// A refusal at `scope`.
    public init(scope: Scope, isOverflow: Bool) {
      self.scope = scope
      self.isOverflow = isOverflow
    }
  }

  /// What became of a take.
  @frozen
  public enum Taking: Hashable, Sendable {
    /// It is held.
    case granted(Lease)
    /// A limit stands against it.
    case refused(Refusal)

    /// The lease, if there is one.
    @inlinable public var lease: Lease? {
      if case .granted(let lease) = self { lease } else { nil }
    }

    /// The refusal, if there is one.
    @inlinable public var refusal: Refusal? {
      if case .refused(let refusal) = self { refusal } else { nil }
    }
  }

  /// What became of many equal leaks.
  @frozen
  public struct Leaked: Hashable, Sendable {
    /// How many were granted.
    public let count: Int

    /// What stood against the next one, if not all were granted.
    public let refusal: Refusal?

    /// `count` granted leaks, and what stood against the next one.
    public init(count: Int, refusal: Refusal?) {
      self.count = count
      self.refusal = refusal
    }
  }

  /// What a stop or a reboot freed.
  @frozen
  public struct Freed: Hashable, Sendable {
    /// How many accounts were looked at, whatever they held.
    public var visited: Int

    /// How many of them held something.
    public var emptied: Int

    /// Nothing, unless told otherwise.
    public init(visited: Int = 0, emptied: Int = 0) {
      self.visited = visited
      self.emptied = emptied
    }

    static func += (left: inout Freed, right: Freed) {
      left.visited += right.visited
      left.emptied += right.emptied
    }
  }
}
