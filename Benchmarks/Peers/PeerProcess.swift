import Command

/// Why a rival does not take part.
struct PeerFailure: Error, Hashable, Sendable, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// A rival's process. It is set up by one request with binary numbers behind it and says `ready`; each
/// `run N` is answered by the real and the processor's nanoseconds and the answer of the operations.
struct PeerProcess: ~Copyable, Contender {
  private var child: ChildProcess

  private init(_ child: consuming ChildProcess) {
    self.child = child
  }

  /// Starts the rival's program and waits until it is set up.
  static func open(_ rival: Rival, _ programs: PeerPrograms) throws(PeerFailure) -> PeerProcess {
    var process = PeerProcess(try start(programs.commandLine(of: rival.program)))
    let reply = try process.ask(Array((rival.request + "\n").utf8) + rival.payload())
    guard reply == "ready" else { throw PeerFailure("\(rival.name) says: \(reply)") }
    return process
  }

  private static func start(_ command: (String, [String])) throws(PeerFailure) -> ChildProcess {
    do throws(SystemFailure) {
      return try ChildProcess(command.0, command.1)
    } catch {
      throw PeerFailure("\(command.0) does not start: \(error.reason)")
    }
  }

  mutating func run(_ operations: Int) throws(PeerFailure) -> (sample: Sample, answer: UInt64) {
    let reply = try ask(Array("run \(operations)\n".utf8))
    let words = reply.split(separator: " ")
    guard words.count == 3, let real = Double(words[0]), let processor = Double(words[1]),
      let answer = UInt64(words[2])
    else { throw PeerFailure("an answer that nobody understands: \(reply)") }
    let sample = Sample(
      operations: operations,
      realNanoseconds: max(real, 1),
      processorNanoseconds: max(processor, 1),
      allocations: nil
    )
    return (sample, answer)
  }

  private mutating func ask(_ request: [UInt8]) throws(PeerFailure) -> String {
    do throws(SystemFailure) {
      try child.send(request)
      if let line = try child.readLine() { return line }
    } catch {
      throw PeerFailure("it ended before it answered: \(error.reason)")
    }
    throw PeerFailure("it ended before it answered")
  }
}
