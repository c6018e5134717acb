import Command

/// How much is measured.
struct Effort: Hashable, Sendable {
  let repetitions: Int
  let nanosecondsPerRepetition: Double
  /// Whether warming up is cut short, because the figures will not be believed anyway.
  let isQuick: Bool

  static func thorough(repetitions: Int?) -> Effort {
    Effort(repetitions: repetitions ?? 10, nanosecondsPerRepetition: 3e8, isQuick: false)
  }

  static func quick(repetitions: Int?) -> Effort {
    Effort(repetitions: repetitions ?? 3, nanosecondsPerRepetition: 2e7, isQuick: true)
  }
}

/// Measures cases one after the other, ours and the rivals in turn.
struct Runner: ~Copyable {
  let effort: Effort
  /// What can run rivals; `nil` runs none.
  let peers: PeerPrograms?
  /// Rivals that were left out and results that do not agree, once each.
  private(set) var notes: [String] = []

  init(effort: Effort, peers: PeerPrograms?) {
    self.effort = effort
    self.peers = peers
  }

  /// Ours first and then each rival that there is.
  mutating func measure(_ benchmark: Case) -> [Measurement] {
    let batch = benchmark.batch
    let warmUp =
      effort.isQuick ? max(benchmark.warmUp / 10 / batch, 1) * batch : benchmark.warmUp
    let workload = benchmark.prepare()
    var own = OwnContender(workload: workload)
    let answer = own.run(warmUp).answer
    var sessions = open(benchmark, warmUp: warmUp, answer: answer)
    var operations = 0
    // Our own contender does not fail, which its protocol cannot know.
    do throws(PeerFailure) {
      operations = try Calibration.operations(
        of: &own,
        batch: batch,
        nanoseconds: effort.nanosecondsPerRepetition
      )
    } catch { fatalError("\(error)") }

    var samples: [Sample] = []
    // Ours, the first rival, the second, ours again: a disturbance meets all of them.
    for _ in 0..<effort.repetitions where Interruption.exitCode == nil {
      samples.append(own.run(operations).sample)
      for session in sessions { session.repeatOnce() }
    }
    var results = [
      Measurement(
        name: benchmark.name,
        rival: nil,
        samples: samples,
        bytes: workload.bytes,
        counters: workload.counters
      )
    ]
    for session in sessions {
      if let failure = session.failure { note("\(session.name): \(failure)") }
      if session.failure == nil, !session.samples.isEmpty { results.append(session.measurement) }
    }
    sessions = []
    return results
  }

  private mutating func open(_ benchmark: Case, warmUp: Int, answer: UInt64) -> [RivalSession] {
    guard let peers else { return [] }
    var sessions: [RivalSession] = []
    for rival in benchmark.rivals {
      do throws(PeerFailure) {
        let session = try RivalSession(rival, of: benchmark.name, peers)
        try session.warmUp(warmUp, mustAnswer: answer)
        try session.calibrate(batch: benchmark.batch, effort.nanosecondsPerRepetition)
        sessions.append(session)
      } catch {
        note("\(rival.program.title): \(error)")
      }
    }
    return sessions
  }

  private mutating func note(_ text: String) {
    if !notes.contains(text) { notes.append(text) }
  }
}
