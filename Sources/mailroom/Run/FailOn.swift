import Command
import Experiment
import Record

/// What makes the answer no.
enum FailOn: String, CaseIterable, Sendable {
  case expectation
  case defect
  case warning
  case never

  /// The exit code of a run that was judged.
  ///
  /// - Parameter warningCount: warnings about the topology.
  func exitCode(_ result: RunResult, warningCount: Int) -> ExitCode {
    if case .halted = result.record.ending { return .capacity }
    let hasFailed = result.verdicts.contains { $0.outcome == .failed }
    let isUndecided = result.verdicts.contains { $0.outcome == .undecided }
    let isNo =
      switch self {
      case .expectation: hasFailed
      case .defect: hasFailed || !result.findings.isEmpty
      case .warning:
        hasFailed || !result.findings.isEmpty || isUndecided || warningCount > 0
      case .never: false
      }
    return isNo ? .no : .fine
  }
}
