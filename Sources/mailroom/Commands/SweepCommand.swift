import Command
import Experiment
import Record
import Text

private let file = Parameter<String>.file("FILE", "A topology; - reads standard input.")
private let out = Parameter<String?>.folder(
  "out",
  "Where points.csv, runs.csv, sweep.json and each run go."
)
private let resume = Parameter<Bool>.flag(
  "resume",
  "Go on with what --out already holds."
)
private let shard = Parameter<String?>.text(
  "shard",
  "I/N",
  "Do one part of N, for a scheduler; auto/N takes its number from SLURM_ARRAY_TASK_ID."
)
private let dryRun = Parameter<Bool>.flag(
  "dry-run",
  "List the points, how long they will take and what they need; run nothing."
)
private let script = Parameter<String?>.text(
  "script",
  "slurm|parallel",
  "Print a script that does the sweep in parts with a scheduler; run nothing."
)
private let format = Parameter<RunFormat>.choice(
  "format",
  default: .text,
  "How the result is printed."
)
private let progress = Parameter<ProgressMode>.choice(
  "progress",
  default: .auto,
  "How progress is shown on standard error."
)
private let quiet = Parameter<Bool>.flag(
  "quiet",
  "Print no result and no progress; the exit code says it."
)
private let failOn = Parameter<FailOn>.choice(
  "fail-on",
  default: .never,
  "What makes the exit code 1; each includes those before it."
)

/// `mailroom sweep`: runs a topology with varied values, many times each, and sums up.
let sweepCommand = CommandDeclaration(
  name: "sweep",
  summary: "run a site with varied values, and say how much it bears",
  examples: [
    .init("mailroom sweep site.yaml", "what the file's sweep block says"),
    .init(
      "mailroom sweep site.yaml --vary 'mail.*.volume=1000..8000 x2'",
      "every flow with 1000, 2000, 4000 and 8000 messages"
    ),
    .init(
      "mailroom sweep site.yaml --vary 'exchange.HUB1.version=[5.5 SP1, 5.5 SP4]'",
      "a service pack, before and after"
    ),
    .init("mailroom sweep site.yaml --precision 2% --max 200", "as often as it takes"),
    .init("mailroom sweep site.yaml --out results --resume", "go on where it was stopped"),
    .init("mailroom sweep site.yaml --out part2 --shard 2/8", "one part of eight"),
  ],
  parameters: [
    file.declaration, SweepChoice.vary.declaration, SweepChoice.zip.declaration,
    SweepChoice.replications.declaration, SweepChoice.precision.declaration,
    SweepChoice.measure.declaration, SweepChoice.most.declaration,
    SweepChoice.workers.declaration, RunChoice.seed.declaration, RunChoice.set.declaration,
    out.declaration, resume.declaration, shard.declaration, dryRun.declaration, script.declaration,
    format.declaration, progress.declaration, quiet.declaration, failOn.declaration,
  ],
  discussion: """
    Every point sees the same arrivals, sizes and choices as far as they exist there, so points can be
    compared run by run. Each run is kept in --out as soon as it is done: whatever ends the sweep,
    --resume goes on, and the files come out the same for any number of workers and parts.
    """
) { arguments, console in
  let choice: RunChoice
  let sweep: SweepChoice
  let share: SweepShare
  do throws(UsageError) {
    choice = try RunChoice(arguments)
    sweep = try SweepChoice(arguments)
    let text = try arguments[shard].map { (text) throws(UsageError) in try ShareText(text) }
    share = text?.share ?? .whole
    if text != nil, arguments[out] == nil { throw UsageError("--shard needs --out DIR") }
    if let word = arguments[script], SweepScript.Scheduler(rawValue: word) == nil {
      throw UsageError(
        "--script knows no ‘\(printable(word))’",
        nearest: SweepScript.Scheduler.allCases.map(\.rawValue)
      )
    }
    if arguments[script] != nil, arguments[file] == "-" {
      throw UsageError("--script needs a topology in a file, which each part reads")
    }
    if arguments[resume], arguments[out] == nil { throw UsageError("--resume needs --out DIR") }
    if let variable = text?.variable, !arguments[quiet] {
      console.complain("mailroom: part \(share.number) of \(share.count), says \(variable)")
    }
  } catch {
    console.complain("mailroom: \(error)")
    return .usage
  }
  Interruption.watch()
  do throws(FileFailure) {
    guard let subject = try SweepSubject(arguments[file], choice, sweep, &console) else {
      return .rejected
    }
    if let measure = sweep.precision?.measure, !subject.measures.contains(measure) {
      let near = nearestNames(to: measure, among: subject.measures.names)
      let error = UsageError("--measure: no run has ‘\(printable(measure))’", nearest: near)
      console.complain("mailroom: \(error)")
      return .usage
    }
    if arguments[dryRun] {
      return try SweepForecast(subject, sweep, out: arguments[out]).show(&console)
    }
    if let scheduler = arguments[script].flatMap(SweepScript.Scheduler.init(rawValue:)) {
      let forecast = try SweepForecast(subject, sweep, out: nil)
      console.write(forecast.script(for: scheduler, out: arguments[out] ?? "sweep-results"))
      return .fine
    }
    let task = SweepTask(
      subject: subject,
      run: SweepRun(
        order: subject.order,
        workers: sweep.workers,
        progress: arguments[quiet] ? .none : arguments[progress]
      ) { subject.subject($0) },
      share: share,
      out: arguments[out],
      resumes: arguments[resume],
      format: arguments[format],
      isQuiet: arguments[quiet],
      failOn: arguments[failOn]
    )
    return try task.perform(&console)
  } catch {
    console.complain("mailroom: \(error)")
    return error.exitCode
  }
}
