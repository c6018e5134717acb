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
  let progress: ProgressMode
  private let text: TopologyText

  init(
    _ path: String,
    _ choice: RunChoice,
    replications: Int,
    workers: Int,
    progress: ProgressMode
  ) throws(FileFailure) {
    self.path = path
    self.choice = choice
    self.replications = replications
    self.workers = workers
    self.progress = progress
    text = try TopologyText(path)
  }

  /// Looks at the site as it is, tries what could be done, and prints what helps.
  func perform(_ console: inout Console) throws(FileFailure) -> ExitCode {
    let topology = text.read(choice.overrides)
    let remarks = DiagnosticText.render([topology.reading], style: console.style)
    if !remarks.isEmpty { console.complain(remarks) }
    guard let plan = topology.plan else { return .rejected }
    let stop = StopRequest()
    let result: RunResult
    do throws(Halt) {
      result = try SingleRun(plan, seed: choice.seed, chunkEvents: SiteDriver.eventsEach)
        .result(unless: stop) { _ in if Interruption.exitCode != nil { stop.raise() } }
    } catch {
      console.complain("mailroom: \(printable(topology.name)): \(error)")
      return .capacity
    }
    if let code = Interruption.exitCode { return code }
    guard !result.findings.isEmpty else {
      console.print("No defect is set off in this run, so there is nothing to remedy.")
      return .fine
    }
    let trial = trial(result, plan)
    let options = text.remedies(
      choice.overrides,
      for: result.findings.map { Ailment(defect: $0.defect, host: $0.host) },
      periods: trial.periods
    )
    return try rank(options, plan, trial, &console)
  }

  /// How long the options are tried, and how often something is restarted.
  private struct Trial {
    let duration: Interval
    let periods: [Interval]
    /// Whether the file says another time.
    let isLonger: Bool
  }

  /// Where a site will fail only after its run, it is tried for twice that time, a year at most.
  private func trial(_ result: RunResult, _ plan: SitePlan) -> Trial {
    let forecast = HarmForecast(result.findings)
    var duration = plan.run.duration
    if forecast.seen == nil, let expected = forecast.expected,
      let twice = Interval(seconds: (2 * expected / 86_400).rounded(.up) * 86_400)
    {
      duration = max(duration, min(twice, .days(366)))
    }
    let until = forecast.seen ?? forecast.expected ?? duration.seconds
    let periods: [Interval] = [.days(7), .days(1), .hours(6), .hours(1)]
    // A restart that comes after the failure prevents nothing.
    let early = periods.filter { $0.seconds < until }
    return Trial(
      duration: duration,
      periods: Array((early.isEmpty ? [.hours(1)] : early).prefix(2)),
      isLonger: duration > plan.run.duration
    )
  }

  private func rank(
    _ options: [RemedyOption],
    _ plan: SitePlan,
    _ trial: Trial,
    _ console: inout Console
  ) throws(FileFailure) -> ExitCode {
    let longer =
      trial.isLonger
      ? [
        Override(
          path: "run.duration",
          value: "\(trial.duration.ticks / Interval.days(1).ticks)d",
          origin: "--set"
        )
      ]
      : []
    let order = SweepOrder(
      title: plan.title,
      program: version,
      identity: 0,
      words: [path],
      seed: choice.seed ?? plan.run.seed,
      start: plan.run.start,
      duration: trial.duration,
      expectations: [],
      axes: [Study.Axis(key: "remedy", values: ["as it is"] + options.map(\.words))],
      points: [Study.Point(values: ["as it is"])]
        + options.map { Study.Point(values: [$0.words]) },
      goal: SweepOrder.Goal(times: replications)
    )
    let (text, base) = (text, choice.overrides + longer)
    let run = SweepRun(order: order, workers: workers, progress: progress) { point in
      SweepSubject.subject(text.read(base + (point == 0 ? [] : options[point - 1].changes)))
    }
    let end = try run.run(share: .whole, known: [], folder: nil)
    if let code = Interruption.exitCode { return code }
    let ranking = RemedyRanking(
      SweepResult(order, end.digests),
      efforts: options.map(\.effort.rawValue)
    )
    console.write(
      RemedyText(
        of: ranking,
        order,
        options: options.map { option in
          RemedyText.Option(
            words: option.words,
            kind: option.effort.words,
            command: command(longer + option.changes)
          )
        },
        style: console.style,
        width: console.width
      ).text
    )
    return .fine
  }

  /// The command that runs the site with changes.
  private func command(_ changes: [Override]) -> String {
    RunChoice.command(
      ["mailroom", "run"] + choice.words
        + changes.flatMap { ["--set", "\($0.path)=\($0.value)"] } + [path]
    )
  }
}
