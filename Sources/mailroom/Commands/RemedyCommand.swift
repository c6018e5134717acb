import Command
import Text

private let file = Parameter<String>.file("FILE", "A topology; - reads standard input.")
private let replications = Parameter<Int>.integer(
  "replications",
  2...10_000,
  default: 5,
  "How often each thing is tried, with other chance."
)
private let out = Parameter<String?>.folder("out", "Where report.html and remedies.json go.")
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
private let quiet = Parameter<Bool>.flag("quiet", "Print no result and no progress.")

/// `mailroom remedy`: tries what could be done about a site's defects, and ranks it.
let remedyCommand = CommandDeclaration(
  name: "remedy",
  summary: "try what could be done about a site's defects, and rank it",
  examples: [
    .init("mailroom remedy site.yaml", "the easiest that suffices, then everything"),
    .init("mailroom remedy --replications 20 site.yaml", "surer of small differences"),
    .init("mailroom remedy --out results site.yaml", "also report.html and remedies.json"),
  ],
  parameters: [
    file.declaration, replications.declaration, SweepChoice.workers.declaration,
    RunChoice.seed.declaration, RunChoice.set.declaration, out.declaration, format.declaration,
    progress.declaration, quiet.declaration,
  ],
  discussion: """
    Tried are each hotfix and service pack that the product tables know for what a defect is in, each
    setting that its gate looks at, restarts of what frees what it took, more memory, other routes and
    another system, each alone and all under equal chance. Where the site fails only after its run, it
    is tried for twice as long as it will take. What is easier comes first, in our own order: settings,
    hotfixes, service packs, restarts, routes, memory, other products.
    """
) { arguments, console in
  do throws(UsageError) {
    let choice = try RunChoice(arguments)
    Interruption.watch()
    do throws(FileFailure) {
      return try RemedyTask(
        path: arguments[file],
        choice: choice,
        replications: arguments[replications],
        workers: arguments[SweepChoice.workers] ?? processorCount,
        out: arguments[out],
        format: arguments[format],
        progress: arguments[quiet] ? .none : arguments[progress],
        isQuiet: arguments[quiet]
      ).perform(&console)
    } catch {
      console.complain("mailroom: \(error)")
      return error.exitCode
    }
  } catch {
    console.complain("mailroom: \(error)")
    return .usage
  }
}
