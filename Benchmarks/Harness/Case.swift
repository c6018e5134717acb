/// Something that is measured: what it is called, how it is set up, and what it is held against.
struct Case: Sendable {
  /// Words and sizes between slashes: `queue/hold/1e3`.
  let name: String

  /// How many operations cannot be divided: a repetition does a multiple of it.
  let batch: Int

  /// How many operations come before anything is timed, and are compared with the rivals' by their answer.
  let warmUp: Int

  /// The figures to stay within.
  let limits: [Limit]

  /// Programs of others that do the same.
  let rivals: [Rival]

  /// Makes the workload; not timed.
  let prepare: @Sendable () -> any Workload

  init(
    _ name: String,
    batch: Int = 1,
    warmUp: Int? = nil,
    limits: [Limit] = [],
    rivals: [Rival] = [],
    prepare: @escaping @Sendable () -> any Workload
  ) {
    self.name = name
    self.batch = batch
    self.warmUp = warmUp ?? batch
    self.limits = limits
    self.rivals = rivals
    self.prepare = prepare
  }
}

/// A figure that a case should stay within; missing it is shown and is never an error.
enum Limit: Hashable, Sendable {
  /// At most so many nanoseconds an operation.
  case nanoseconds(Double)
  /// At most so many times what another case takes for an operation.
  case times(Double, of: String)
  /// At least so many times as fast as a rival in the same run.
  case fasterThan(rival: String, times: Double)
  /// A counter of the case's own is at most this.
  case counter(String, atMost: Double)
}

/// Another program that does what a case does.
struct Rival: Sendable {
  /// How the table names it.
  let name: String

  /// What runs it.
  let program: PeerProgram

  /// The request that sets it up, a line of words.
  let request: String

  /// Whether it must come to our answer, digit by digit.
  let givesOurAnswer: Bool

  /// What it reads after the request.
  let payload: @Sendable () -> [UInt8]

  init(
    name: String,
    program: PeerProgram,
    request: String,
    givesOurAnswer: Bool = true,
    payload: @escaping @Sendable () -> [UInt8] = { [] }
  ) {
    self.name = name
    self.program = program
    self.request = request
    self.givesOurAnswer = givesOurAnswer
    self.payload = payload
  }
}
