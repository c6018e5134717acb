import Command
import Experiment
import Kernel
import Plan
import Record
import Report
import Schema
import Text
import Topology

/// What `mailroom remedy` was asked for.
struct RemedyTask {
  let path: String
  let choice: RunChoice
  let replications: Int
  let workers: Int
  let out: String?
  let format: RunFormat
  let progress: ProgressMode
  let isQuiet: Bool

  /// Looks at the site as it is, tries what could be done, writes and prints what helps.
  func perform(_ console: inout Console) throws(FileFailure) -> ExitCode {
    let text = try TopologyText(path)
    let topology = text.read(choice.overrides)
    let remarks = DiagnosticText.render([topology.reading], style: console.style)
    if !remarks.isEmpty, !isQuiet || topology.reading.hasErrors { console.complain(remarks) }
    guard let plan = topology.plan else { return .rejected }
    let files = try out.map { (folder) throws(FileFailure) in try RemedyFiles(folder) }
    let stop = StopRequest()
    let result: RunResult
    do throws(Halt) {
      result = try SingleRun(plan, seed: choice.seed, chunkEvents: SiteDriver.eventsEach)
        .result(unless: stop) { _ in if Interruption.exitCode != nil { stop.raise() } }
    } catch {
      console.complain("mailroom: \(printable(topology.name)): \(error)")
      return .capacity
    }
    if let code = Interruption.exitCode { return stopped(code, &console) }
    let trial = RemedyTrial(result, plan)
    let options = text.remedies(
      choice.overrides,
      for: result.findings.map { Ailment(defect: $0.defect, host: $0.host) },
      periods: trial.periods
    )
    let sweep: SweepResult
    if result.findings.isEmpty {
      // There is nothing to try, and the one run tells all that there is to tell.
      let digest = RunDigest(result, at: RunPlace(point: 0, replication: 0))
      sweep = SweepResult(order([], plan, trial, replications: 1), [digest])
    } else {
      let order = order(options, plan, trial, replications: replications)
      sweep = SweepResult(order, try digests(order, options, text, trial))
    }
    if let code = Interruption.exitCode { return stopped(code, &console) }
    return show(record(sweep, options, result, plan, trial), files, &console)
  }

  private func stopped(_ code: ExitCode, _ console: inout Console) -> ExitCode {
    console.complain("mailroom: stopped before all was tried; nothing is written")
    return code
  }

  /// A sweep of the site as it is and with each option alone.
  private func order(
    _ options: [RemedyOption],
    _ plan: SitePlan,
    _ trial: RemedyTrial,
    replications: Int
  ) -> SweepOrder {
    let values = ["as it is"] + options.map(\.words)
    return SweepOrder(
      title: plan.title,
      program: version,
      identity: 0,
      words: [path],
      seed: choice.seed ?? plan.run.seed,
      start: plan.run.start,
      duration: trial.duration,
      expectations: [],
      axes: [Study.Axis(key: "remedy", values: values)],
      points: values.map { Study.Point(values: [$0]) },
      goal: SweepOrder.Goal(times: replications)
    )
  }

  private func digests(
    _ order: SweepOrder,
    _ options: [RemedyOption],
    _ text: TopologyText,
    _ trial: RemedyTrial
  ) throws(FileFailure) -> [RunDigest] {
    let base = choice.overrides + trial.changes
    let run = SweepRun(order: order, workers: workers, progress: progress) { point in
      SweepSubject.subject(text.read(base + (point == 0 ? [] : options[point - 1].changes)))
    }
    return try run.run(share: .whole, known: [], folder: nil).digests
  }

  private func record(
    _ sweep: SweepResult,
    _ options: [RemedyOption],
    _ result: RunResult,
    _ plan: SitePlan,
    _ trial: RemedyTrial
  ) -> RemedyRecord {
    let ranking = RemedyRanking(sweep, efforts: options.map(\.effort.rawValue))
    return RemedyRecord(
      title: plan.title,
      program: version,
      command: command,
      seed: sweep.order.seed,
      start: plan.run.start,
      duration: trial.duration,
      replications: sweep.order.goal.most,
      causes: result.findings.map {
        RemedyRecord.Cause(defect: $0.defect, title: $0.title, host: $0.host)
      },
      base: ranking.base.outcome,
      remedies: ranking.lines.map { line in
        let option = options[line.option]
        return RemedyRecord.Remedy(
          words: option.words,
          kind: option.effort.words,
          effect: line.effect,
          changes: option.changes.map { RemedyRecord.Change(key: $0.path, value: $0.value) },
          command: command(trial.changes + option.changes),
          outcome: line.point.outcome,
          delay: line.delay,
          undelivered: line.undelivered
        )
      },
      assumptions: result.assumptions(of: plan)
    )
  }

  private func show(
    _ record: RemedyRecord,
    _ files: RemedyFiles?,
    _ console: inout Console
  ) -> ExitCode {
    let failures = files?.write(record) ?? []
    for failure in failures { console.complain("mailroom: \(failure)") }
    if !isQuiet {
      switch format {
      case .text:
        console.write(RemedyText(of: record, style: console.style, width: console.width).text)
      case .json: console.write(RemedyFiles.text(of: record))
      }
    }
    return failures.map(\.exitCode).max() ?? .fine
  }

  private var seed: [String] { choice.seed.map { ["--seed", "\($0)"] } ?? [] }

  /// The command that tries the same again.
  private var command: String {
    RunChoice.command(
      ["mailroom", "remedy", "--replications", "\(replications)"] + seed + choice.words + [path]
    )
  }

  /// The command that runs the site with changes.
  private func command(_ changes: [Override]) -> String {
    RunChoice.command(
      ["mailroom", "run"] + seed + choice.words
        + changes.flatMap { ["--set", "\($0.path)=\($0.value)"] } + [path]
    )
  }
}
