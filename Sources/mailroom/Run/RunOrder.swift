import Command
import Experiment
import Kernel
import Plan
import Record
import Report
import Schema
import Simulation
import Text

/// How a result is printed.
enum RunFormat: String, CaseIterable, Sendable {
  case text
  case json
}

/// What `mailroom run` was asked for.
struct RunOrder {
  let files: [String]
  let choice: RunChoice
  let until: String?
  let out: String?
  let format: RunFormat
  let progress: ProgressMode
  let isQuiet: Bool
  let failOn: FailOn

  /// Refuses files whose results would lie in one folder.
  func check() throws(UsageError) {
    guard let out, files.count > 1 else { return }
    var stems: Set<String> = []
    for file in files where !stems.insert(ResultFolder.stem(of: file)).inserted {
      let folder = printable("\(out)/\(ResultFolder.stem(of: file))")
      throw UsageError("two FILEs would both write to \(folder); give them different names")
    }
  }

  /// Runs one topology, judges, writes and prints.
  func run(_ path: String, isFirst: Bool, _ console: inout Console) throws(FileFailure) -> ExitCode
  {
    let topology = try ReadTopology.forRun(path, choice, isQuiet: isQuiet, &console)
    guard let plan = topology.plan else { return .rejected }
    if topology.study != nil, !isQuiet {
      console.complain("mailroom: the sweep of \(printable(topology.name)) is not run here")
    }
    var horizon = Instant.start + plan.run.duration
    do throws(UsageError) {
      if let until {
        horizon = min(horizon, try MomentText.instant(until, of: plan, option: "--until"))
      }
    } catch {
      console.complain("mailroom: \(error)")
      return .usage
    }
    let folder = try self.folder(for: path)
    let result: RunResult
    do throws(Halt) {
      result = try self.result(of: plan, until: horizon)
    } catch {
      console.complain("mailroom: \(printable(topology.name)): \(Self.words(error, at: .start))")
      return .capacity
    }
    let record = result.record
    let source = self.source(path, seed: record.seed)
    let failures = folder?.write(result, of: plan, source) ?? []
    for failure in failures { console.complain("mailroom: \(failure)") }
    if !isQuiet {
      if !isFirst, format == .text { console.write("\n") }
      console.write(text(of: result, plan, source, console))
    }
    if case .halted(let halt) = record.ending {
      console.complain(
        "mailroom: \(printable(topology.name)): \(Self.words(halt, at: record.end))"
      )
    }
    let code = failOn.exitCode(result, warningCount: topology.reading.warningCount)
    return failures.map(\.exitCode).max().map { max($0, code) } ?? code
  }

  private func folder(for path: String) throws(FileFailure) -> ResultFolder? {
    guard let out else { return nil }
    return files.count == 1 ? try ResultFolder(out) : try ResultFolder(out, for: path)
  }

  /// Runs the plan until `horizon`, or until somebody interrupts, and judges.
  private func result(of plan: SitePlan, until horizon: Instant) throws(Halt) -> RunResult {
    let request = StopRequest()
    var progress = RunProgress(self.progress, until: horizon)
    defer { progress.finish() }
    let run = SingleRun(
      plan,
      seed: choice.seed,
      until: horizon,
      chunkEvents: SiteDriver.eventsEach
    )
    return try run.result(unless: request) { run in
      progress.look(run)
      if Interruption.exitCode != nil { request.raise() }
    }
  }

  private func text(
    of result: RunResult,
    _ plan: SitePlan,
    _ source: ReportSource,
    _ console: borrowing Console
  ) -> String {
    switch format {
    case .text:
      SummaryText(
        of: result,
        plan: plan,
        source: source,
        style: console.style,
        width: console.width
      ).text
    case .json: result.parts(source).encoded()
    }
  }

  private func source(_ path: String, seed: UInt64) -> ReportSource {
    var words = ["mailroom", "run", "--seed", "\(seed)"] + choice.words
    if let until { words += ["--until", until] }
    return ReportSource(
      command: RunChoice.command(words + [path]),
      version: version,
      planCommand: RunChoice.command(["mailroom", "plan", path])
    )
  }

  /// What was full, and what helps.
  private static func words(_ halt: Halt, at end: Instant) -> String {
    let when = end == .start ? "before the first event" : "after \(SiteClock.about(end - .start))"
    return "\(halt), \(when)"
      + "\n  less volume in ‘mail’ and ‘pop3’, fewer users, or an earlier --until needs fewer"
  }
}
