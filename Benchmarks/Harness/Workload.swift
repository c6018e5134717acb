/// A case that is set up: its state lives in an instance, and only `run` is timed.
protocol Workload: AnyObject {
  /// What its structures hold at most, in bytes; 0 where it has none.
  var bytes: Int { get }

  /// Figures of the case's own, asked for after the last repetition.
  var counters: [Counter] { get }

  /// Does so many operations and continues where the last call ended.
  ///
  /// The answer depends on all that was done, so that none of it can be optimised away; a rival that
  /// does the same gives the same answer.
  func run(_ operations: Int) -> UInt64
}

extension Workload {
  var bytes: Int { 0 }
  var counters: [Counter] { [] }
}

/// A named figure of a case's own.
struct Counter: Hashable, Sendable {
  /// How machine-readable formats name it, in words joined by `_`.
  let name: String
  let value: Double
}
