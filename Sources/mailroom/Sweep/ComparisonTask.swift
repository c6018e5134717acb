import Command
import Experiment
import Kernel
import Plan
import Record
import Report
import Schema
import Text

/// What `mailroom compare` was asked for.
struct ComparisonTask {
  let paths: [String]
  let choice: RunChoice
  let expectsEqual: Bool

  /// What stands at a path.
  private enum Subject {
    case plan(SitePlan)
    case run(RunComparison.Side)
    case sweep(SweepResult)
  }

  /// Compares and prints; the answer is no where equals were expected and are not.
  func perform(_ console: inout Console) throws(FileFailure) -> ExitCode {
    guard let first = try subject(paths[0], &console), let second = try subject(paths[1], &console)
    else { return .rejected }
    var text = ComparisonText(paths[0], paths[1], style: console.style, width: console.width)
    let isEqual: Bool
    switch (first, second) {
    case (.sweep(let one), .sweep(let other)):
      let comparison = SweepComparison(one, other)
      text.add(comparison)
      isEqual = comparison.isEqual
    case (.sweep, _), (_, .sweep):
      console.complain("mailroom: a sweep is compared with a sweep, and a run with a run")
      return .usage
    default:
      do throws(Halt) {
        guard let one = try side(first, paths[0]), let other = try side(second, paths[1]) else {
          return Interruption.exitCode ?? .fine
        }
        let comparison = RunComparison(one, other)
        let parting =
          comparison.isEqual ? nil : try parting(first, second, one.record.seed)
        text.add(comparison, parting, one, other)
        isEqual = comparison.isEqual
      } catch {
        console.complain("mailroom: \(error)")
        return .capacity
      }
    }
    if let code = Interruption.exitCode { return code }
    console.write(text.text)
    return expectsEqual && !isEqual ? .no : .fine
  }

  /// What stands at a path: a folder of `sweep --out` or `run --out`, a `run.json`, or a topology.
  private func subject(_ path: String, _ console: inout Console) throws(FileFailure) -> Subject? {
    if let found = try SweepFolder.read(path) {
      for complaint in found.complaints { console.complain("mailroom: \(complaint)") }
      return .sweep(SweepResult(found.order, found.digests))
    }
    if let side = try run(path.hasSuffix(".json") ? path : "\(path)/run.json", named: path) {
      return .run(side)
    }
    return try ReadTopology.forRun(path, choice, &console).plan.map { .plan($0) }
  }

  /// The run in a file; nil where there is no such file.
  private func run(
    _ file: String,
    named name: String
  ) throws(FileFailure) -> RunComparison.Side? {
    let text: String
    do throws(FileFailure) {
      text = try readText(file)
    } catch {
      // A path that is no folder may be a topology.
      if file != name { return nil }
      throw error
    }
    do {
      let json = try JSON(parsing: text)
      let verdicts = (json["verdicts"]?.elements ?? []).compactMap { verdict in
        verdict["outcome"]?.text.flatMap(Verdict.Outcome.init(rawValue:)).map {
          (verdict["expectation"]?.text ?? "", $0)
        }
      }
      return RunComparison.Side(
        name: name,
        record: try RunRecord(json["record"] ?? .null),
        verdicts: verdicts
      )
    } catch {
      throw FileFailure(.cannotRead, "\(printable(file)) is no run of this program: \(error)")
    }
  }

  /// A run, done now where it was not before; nil where it was interrupted.
  private func side(
    _ subject: Subject,
    _ name: String
  ) throws(Halt) -> RunComparison.Side? {
    switch subject {
    case .run(let side): return side
    case .sweep: return nil
    case .plan(let plan):
      let stop = StopRequest()
      let result = try SingleRun(plan, seed: choice.seed, chunkEvents: SiteDriver.eventsEach)
        .result(unless: stop) { _ in if Interruption.exitCode != nil { stop.raise() } }
      if stop.isRaised { return nil }
      return RunComparison.Side(
        name: name,
        record: result.record,
        verdicts: result.verdicts.map { ($0.text, $0.outcome) }
      )
    }
  }

  /// Where two topologies part under the seed of the first; nothing is known of runs that are over.
  private func parting(
    _ first: Subject,
    _ second: Subject,
    _ seed: UInt64
  ) throws(Halt) -> Parting? {
    guard case .plan(let one) = first, case .plan(let other) = second,
      choice.seed ?? one.run.seed == choice.seed ?? other.run.seed
    else { return nil }
    return try Parting.between(one, other, seed: seed, unless: StopRequest())
  }
}
