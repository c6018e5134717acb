/// A workload that is a value and a loop over it, for what needs no type of its own.
///
/// The loop belongs into the closure, written out, with nothing generic and no other closure in it:
/// only then is it compiled for what it calls.
final class StateWorkload<State: ~Copyable>: Workload {
  private var state: State
  private let loop: (inout State, Int) -> UInt64
  private var answer: UInt64 = 0

  /// `loop` does so many operations and returns a number that depends on them all.
  init(_ state: consuming State, _ loop: @escaping (inout State, Int) -> UInt64) {
    self.state = state
    self.loop = loop
  }

  func run(_ operations: Int) -> UInt64 {
    answer &+= loop(&state, operations)
    return answer
  }
}
