import Command
import Experiment
import Record
import Report
import Text

/// What `mailroom sweep` was asked for.
struct SweepTask {
  let subject: SweepSubject
  let run: SweepRun
  let share: SweepShare
  let out: String?
  let resumes: Bool
  let format: RunFormat
  let isQuiet: Bool
  let failOn: FailOn

  /// Runs what is missing, writes and prints.
  func perform(_ console: inout Console) throws(FileFailure) -> ExitCode {
    var folder: SweepFolder?
    var known: [RunDigest] = []
    if let out {
      let (taken, found) = try SweepFolder.take(out, for: subject.order, resumes: resumes)
      for complaint in found.complaints { console.complain("mailroom: \(complaint)") }
      (folder, known) = (taken, found.digests)
    }
    let end = try run.run(share: share, known: known, folder: folder)
    if let failure = end.failure { throw failure }
    let result = SweepResult(subject.order, end.digests)
    if let code = Interruption.exitCode {
      console.complain("mailroom: \(remark(onEnding: result))")
      if !isQuiet, folder == nil, !result.digests.isEmpty { print(result, &console) }
      return code
    }
    var code = failOn.exitCode(result)
    if let folder {
      try folder.settle(subject.order, result.digests)
      if share == .whole {
        for failure in SweepFiles(result: result, folder: folder.path).write() {
          console.complain("mailroom: \(failure)")
          code = max(code, failure.exitCode)
        }
      }
    }
    if share != .whole {
      if !isQuiet { print(part: end.digests.count, &console) }
    } else if !isQuiet {
      print(result, &console)
    }
    return code
  }

  /// The command that makes the same again.
  static func command(_ order: SweepOrder) -> String {
    RunChoice.command(["mailroom", "sweep"] + order.words)
  }

  private func print(_ result: SweepResult, _ console: inout Console) {
    switch format {
    case .text:
      console.write(
        SweepText(
          of: result,
          command: Self.command(subject.order),
          style: console.style,
          width: console.width
        ).text
      )
    case .json: result.parts.encode { console.write($0) }
    }
  }

  private func print(part count: Int, _ console: inout Console) {
    console.print(
      "part \(share.number) of \(share.count) is done: \(counted(count, "run")) in \(printable(out ?? ""))"
    )
    console.print("  when all parts are: mailroom merge DIR… --out DIR")
  }

  private func remark(onEnding result: SweepResult) -> String {
    let done = counted(result.digests.count, "run")
    return out == nil
      ? "stopped after \(done); with --out they would have been kept"
      : "stopped after \(done), which are kept; the same command with --resume goes on"
  }
}

extension FailOn {
  /// The exit code of a sweep whose runs were judged.
  func exitCode(_ result: SweepResult) -> ExitCode {
    let hasFailed = result.points.contains { point in point.held.map { $0.share < 1 } ?? false }
    let isNo =
      switch self {
      case .expectation: hasFailed
      case .defect: hasFailed || result.digests.contains { $0.failure != nil }
      case .warning:
        hasFailed || result.digests.contains { $0.failure != nil || $0.ending != .complete }
      case .never: false
      }
    return isNo ? .no : .fine
  }
}
