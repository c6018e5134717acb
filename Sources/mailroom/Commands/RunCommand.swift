import Command

private let files = Parameter<[String]>.files(
  "FILE",
  isRequired: true,
  "Topologies; - reads standard input."
)
private let until = Parameter<String?>.text(
  "until",
  "T",
  "Stop at this moment: 30h, 2d4h, '5 Mar 1998 10 am'."
)
private let out = Parameter<String?>.folder(
  "out",
  "Where report.html, run.json, perfmon.csv and more go."
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
  default: .expectation,
  "What makes the exit code 1; each includes those before it."
)

/// `mailroom run`: simulates topologies and judges what happened.
let runCommand = CommandDeclaration(
  name: "run",
  summary: "simulate a site and say what brings it down",
  examples: [
    .init("mailroom run site.yaml", "the verdict, then mail, hosts, assumptions"),
    .init(
      "mailroom run --out results site.yaml",
      "also report.html, run.json, perfmon.csv and more"
    ),
    .init("mailroom run --set run.duration=30d site.yaml", "with another value than the file has"),
    .init("mailroom run --until 2d4h --seed 7 site.yaml", "another seed, and not to the end"),
    .init("mailroom run --quiet *.yaml && echo all held", "in a script"),
  ],
  parameters: [
    files.declaration, RunChoice.seed.declaration, until.declaration, RunChoice.set.declaration,
    out.declaration, format.declaration, progress.declaration, quiet.declaration,
    failOn.declaration,
  ],
  discussion: """
    Ctrl-C ends a run within a second; what was seen until then is judged, printed and written, and
    the exit code is 130. With several FILEs each has its own folder in --out, and the exit code is
    the gravest. `--fail-on warning` also counts expectations that could not be decided.
    """
) { arguments, console in
  let order: RunOrder
  do throws(UsageError) {
    order = RunOrder(
      files: arguments[files],
      choice: try RunChoice(arguments),
      until: arguments[until],
      out: arguments[out],
      format: arguments[format],
      progress: arguments[quiet] ? .none : arguments[progress],
      isQuiet: arguments[quiet],
      failOn: arguments[failOn]
    )
    try order.check()
  } catch {
    console.complain("mailroom: \(error)")
    return .usage
  }
  Interruption.watch()
  var code = ExitCode.fine
  for (number, path) in order.files.enumerated() where Interruption.exitCode == nil {
    do throws(FileFailure) {
      code = max(code, try order.run(path, isFirst: number == 0, &console))
    } catch {
      console.complain("mailroom: \(error)")
      code = max(code, error.exitCode)
    }
  }
  return max(code, Interruption.exitCode ?? .fine)
}
