import Command

/// How the results are printed.
enum Format: String, CaseIterable, Sendable {
  case text
  case json
  case csv
  case gobench
}

/// The parameters of the one command.
enum Options {
  static let filter = Parameter<[String]>.texts(
    "filter",
    "PATTERN",
    "Only cases whose name contains this, or is this where it has * or ?."
  )
  static let list = Parameter<Bool>.flag("list", "Name the cases and measure nothing.")
  static let repetitions = Parameter<Int?>.integer(
    "repetitions",
    1...1_000,
    defaultText: "10, with --quick 3",
    "How often each case is measured."
  )
  static let quick = Parameter<Bool>.flag(
    "quick",
    "Short repetitions: shows that everything works, not how fast it is."
  )
  static let format = Parameter<Format>.choice("format", default: .text, "How results are printed.")
  static let save = Parameter<String?>.file("save", "Also write the run to this file, as JSON.")
  static let compare = Parameter<String?>.file("compare", "Compare with a run that --save wrote.")
  static let peers = Parameter<Bool>.flag(
    "peers",
    "Also build and measure programs of others that do the same."
  )
}

/// The program as its user sees it.
let benchmarksCommand = CommandDeclaration(
  name: "benchmarks",
  summary: "measure the simulator's kernel",
  examples: [
    .init("benchmarks", "measure everything and print a table"),
    .init("benchmarks --filter queue/hold --peers", "the queue beside those of others"),
    .init("benchmarks --save before.json", "keep a run …"),
    .init("benchmarks --compare before.json", "… and see what a change did"),
    .init("benchmarks --quick", "see in seconds that everything runs"),
    .init("taskset -c 1 benchmarks", "without changing the processor"),
  ],
  parameters: [
    Options.filter.declaration, Options.list.declaration, Options.repetitions.declaration,
    Options.quick.declaration, Options.format.declaration, Options.save.declaration,
    Options.compare.declaration, Options.peers.declaration,
  ],
  discussion: """
    json has the layout of Google Benchmark, for its compare.py; gobench is for benchstat.
    Limits are shown beside the figures and never change the exit code.
    """
) { arguments, console in
  do throws(UsageError) {
    let cases = try Filter.select(allCases, arguments[Options.filter])
    if arguments[Options.list] {
      for one in cases { console.print(one.name) }
      return .fine
    }
    let run = BenchmarkRun(cases, arguments)
    do throws(FileFailure) {
      return try run.perform(&console)
    } catch {
      console.complain("benchmarks: \(error)")
      return error.exitCode
    }
  } catch {
    console.complain("benchmarks: \(error)")
    return .usage
  }
}
