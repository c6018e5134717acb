import Command
import Text

private let paths = Parameter<[String]>.files(
  "A B",
  isRequired: true,
  "Two topologies, two folders that run --out wrote, or two that sweep --out wrote."
)
private let expectEqual = Parameter<Bool>.flag(
  "expect-equal",
  "Exit with 1 where anything differs."
)

/// `mailroom compare`: two runs or two sweeps side by side.
let compareCommand = CommandDeclaration(
  name: "compare",
  summary: "say how two runs or two sweeps differ",
  examples: [
    .init("mailroom compare before.yaml after.yaml", "run both, with the event in which they part"),
    .init("mailroom compare results-sp1 results-sp2", "two folders of run --out or sweep --out"),
    .init("mailroom compare --expect-equal a b", "in a script"),
  ],
  parameters: [
    paths.declaration, expectEqual.declaration, RunChoice.seed.declaration,
    RunChoice.set.declaration,
  ],
  discussion: """
    Runs of the same seed see the same arrivals, sizes and choices, so what differs is the site's.
    Sweeps are compared point by point of equal values: run by run where the seeds agree, else by
    their means; what chance would do is corrected for the number of comparisons.
    """
) { arguments, console in
  do throws(UsageError) {
    let choice = try RunChoice(arguments)
    guard arguments[paths].count == 2 else {
      throw UsageError("two things are compared, not \(arguments[paths].count)")
    }
    Interruption.watch()
    do throws(FileFailure) {
      return try ComparisonTask(
        paths: arguments[paths],
        choice: choice,
        expectsEqual: arguments[expectEqual]
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
