/// A rival in a case: its process, and the repetitions that it has done.
final class RivalSession {
  /// The case and the rival.
  let name: String
  private(set) var samples: [Sample] = []
  /// Why it stopped answering, if it did.
  private(set) var failure: PeerFailure?

  private let rival: Rival
  private var process: PeerProcess
  private var operations = 1

  init(_ rival: Rival, of name: String, _ programs: PeerPrograms) throws(PeerFailure) {
    self.rival = rival
    self.name = name + "/" + rival.name
    process = try PeerProcess.open(rival, programs)
  }

  /// Does the operations that nobody times, whose answer must be ours where the rival promises it.
  func warmUp(_ operations: Int, mustAnswer answer: UInt64) throws(PeerFailure) {
    let theirs = try process.run(operations).answer
    guard theirs == answer || !rival.givesOurAnswer else {
      throw PeerFailure("\(name) left out: it computes something else than ours")
    }
  }

  func calibrate(batch: Int, _ nanoseconds: Double) throws(PeerFailure) {
    operations = try Calibration.operations(of: &process, batch: batch, nanoseconds: nanoseconds)
  }

  /// One repetition; after a failure, none.
  func repeatOnce() {
    guard failure == nil else { return }
    do throws(PeerFailure) {
      samples.append(try process.run(operations).sample)
    } catch {
      failure = error
    }
  }

  var measurement: Measurement {
    Measurement(name: name, rival: rival.name, samples: samples)
  }
}
