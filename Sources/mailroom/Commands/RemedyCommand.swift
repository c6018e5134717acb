import Command
import Text

private let file = Parameter<String>.file("FILE", "A topology; - reads standard input.")
private let replications = Parameter<Int>.integer(
  "replications",
  2...10_000,
  default: 5,
  "How often each thing is tried, with other chance."
)
private let progress = Parameter<ProgressMode>.choice(
  "progress",
  default: .auto,
  "How progress is shown on standard error."
)

/// `mailroom remedy`: tries what could be done about a site's defects, and ranks it.
let remedyCommand = CommandDeclaration(
  name: "remedy",
  summary: "try what could be done about a site's defects, and rank it",
  examples: [
    .init("mailroom remedy site.yaml", "the easiest that suffices, then everything"),
    .init("mailroom remedy --replications 20 site.yaml", "surer of small differences"),
  ],
  parameters: [
    file.declaration, replications.declaration, SweepChoice.workers.declaration,
    RunChoice.seed.declaration, RunChoice.set.declaration, progress.declaration,
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
        arguments[file],
        choice,
        replications: arguments[replications],
        workers: arguments[SweepChoice.workers] ?? processorCount,
        progress: arguments[progress]
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
