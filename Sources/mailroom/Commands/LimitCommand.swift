import Command
import Text

private let file = Parameter<String>.file("FILE", "A topology; - reads standard input.")
private let vary = Parameter<String?>.text(
  "vary",
  "KEY=LOW..HIGH",
  "What varies, and between which values: 'mail.*.volume=1000..64000'."
)
private let holds = Parameter<String?>.text(
  "holds",
  "NAME",
  "What is to hold: an expectation by its words or its number, or no-failure."
)
private let replications = Parameter<Int>.integer(
  "replications",
  1...10_000,
  default: 10,
  "How many runs of equal chance are asked at each value."
)
private let within = Parameter<Int>.integer(
  "within",
  1...50,
  default: 1,
  "How many parts of a hundred the two ends of the answer may lie apart."
)

/// `mailroom limit`: how much a site bears until something no longer holds.
let limitCommand = CommandDeclaration(
  name: "limit",
  summary: "find the largest volume, or other value, that a site bears",
  examples: [
    .init(
      "mailroom limit site.yaml --vary 'mail.*.volume=1000..64000'",
      "the largest volume at which every expectation holds"
    ),
    .init(
      "mailroom limit site.yaml --vary 'pop3.*.users=10..2000' --holds no-failure",
      "until a defect makes something fail"
    ),
  ],
  parameters: [
    file.declaration, vary.declaration, holds.declaration, replications.declaration,
    within.declaration, SweepChoice.workers.declaration, RunChoice.seed.declaration,
    RunChoice.set.declaration,
  ],
  discussion: """
    Each run is asked on a coarse grid first, so that an answer that turns more than once is seen, and
    the first turn is then halved until its ends are near enough. All values see the same arrivals.
    Without --holds, every expectation must hold but those that a defect is reproduced.
    """
) { arguments, console in
  do throws(UsageError) {
    let choice = try RunChoice(arguments)
    guard let span = arguments[vary] else {
      throw UsageError("--vary is needed: --vary 'mail.*.volume=1000..64000'")
    }
    var words = [arguments[file], "--vary", span] + choice.words
    if let holds = arguments[holds] { words += ["--holds", holds] }
    words += ["--replications", "\(arguments[replications])", "--within", "\(arguments[within])"]
    if let seed = choice.seed { words += ["--seed", "\(seed)"] }
    Interruption.watch()
    do throws(FileFailure) {
      return try LimitTask(
        path: arguments[file],
        choice: choice,
        vary: span,
        holds: arguments[holds],
        replications: arguments[replications],
        tolerance: Double(arguments[within]) / 100,
        workers: arguments[SweepChoice.workers] ?? processorCount,
        words: words
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
