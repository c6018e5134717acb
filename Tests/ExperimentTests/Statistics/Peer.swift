import Foundation

/// SciPy and lifelines, where the Python at hand has them.
enum Peer {
  /// A data set on which both sides compute the same.
  struct Question: Encodable, Sendable {
    /// Degrees of freedom, a value and a probability for Student's distribution.
    let student: [Double]
    /// Values and their partners.
    let first: [Double]
    let second: [Double]
    let share: Double
    let confidence: Double
    let probabilities: [Double]
    let successes: Int
    let tries: Int
    let times: [Double]
    let failed: [Bool]
    let horizon: Double
  }

  /// What the other side makes of it.
  struct Answer: Decodable, Sendable {
    let student: [Double]
    let summary: [Double]
    let paired: [Double]
    let holm: [Double]
    let wilson: [Double]
    /// Bounds and coverage; empty where there is no interval.
    let order: [Double]
    /// Time, number at risk, failures, share, and its bounds.
    let steps: [[Double]]
    let restrictedMean: Double
    /// The times by which a share has failed; nil where it was not reached.
    let failure: [Double?]
  }

  enum Outcome: Sendable {
    case answered([Answer])
    /// No Python, or not these packages.
    case missing
    case failed(String)
  }

  /// Whether its absence is a failure; otherwise the test is skipped.
  static let isRequired = ProcessInfo.processInfo.environment["MAILROOM_PEERS"] == "required"

  static let outcome = ask(Inputs.all)

  private static func ask(_ questions: [Question]) -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: "peer-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let input = folder.appending(path: "questions.json")
      try JSONEncoder().encode(questions).write(to: input)
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["python3", "-c", script, input.path]
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      let answer = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      switch process.terminationStatus {
      case 0: return .answered(try JSONDecoder().decode([Answer].self, from: answer))
      case 3, 126, 127: return .missing
      default: return .failed("python3 ended with \(process.terminationStatus)")
      }
    } catch {
      return .failed("\(error)")
    }
  }
}
