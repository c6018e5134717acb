import Command
import Experiment
import Record
import Report
import Text

/// What `mailroom merge` was asked for.
struct MergeTask {
  let folders: [String]
  let out: String
  let isQuiet: Bool

  /// Puts the runs of all folders together, and says which are missing.
  func perform(_ console: inout Console) throws(FileFailure) -> ExitCode {
    var order: (order: SweepOrder, folder: String)?
    var runs: [RunPlace: (digest: RunDigest, folder: String)] = [:]
    // Whoever merges twice, or into one of the parts, loses nothing.
    for path in folders + [out] {
      guard let found = try SweepFolder.read(path) else {
        if path == out, !folders.contains(out) { continue }
        throw FileFailure(.noInput, "\(printable(path)) holds no sweep")
      }
      for complaint in found.complaints { console.complain("mailroom: \(complaint)") }
      if let order, order.order.identity != found.order.identity {
        throw FileFailure(
          .cannotRead,
          "\(printable(path)) and \(printable(order.folder)) hold different sweeps:"
            + " \(SweepTask.command(found.order)) and \(SweepTask.command(order.order))"
        )
      }
      if let order, order.order.goal != found.order.goal {
        throw FileFailure(
          .cannotRead,
          "\(printable(path)) and \(printable(order.folder)) run each point differently often:"
            + " \(SweepTask.command(found.order)) and \(SweepTask.command(order.order))"
        )
      }
      // The same order may be worded differently, and the first folder is no better than the last.
      if order.map({ Self.isBefore(found.order, $0.order) }) ?? true { order = (found.order, path) }
      for digest in found.digests {
        if let other = runs[digest.place], other.digest != digest {
          throw FileFailure(
            .cannotRead,
            "run \(digest.place.replication + 1) of point \(digest.place.point + 1) differs between"
              + " \(printable(other.folder)) and \(printable(path))"
          )
        }
        runs[digest.place] = (digest, path)
      }
    }
    guard let order = order?.order else {
      throw FileFailure(.noInput, "there is no folder to merge")
    }
    return try write(order, runs.values.map(\.digest), &console)
  }

  private static func isBefore(_ order: SweepOrder, _ other: SweepOrder) -> Bool {
    order.words.lexicographicallyPrecedes(other.words)
  }

  private func write(
    _ order: SweepOrder,
    _ digests: [RunDigest],
    _ console: inout Console
  ) throws(FileFailure) -> ExitCode {
    let all = SweepResult(order, digests)
    let (folder, _) = try SweepFolder.take(out, for: order, resumes: true)
    try folder.settle(order, all.digests)
    guard all.missing.isEmpty else {
      let missing = all.missing.prefix(10).map { "\($0.point + 1).\($0.replication + 1)" }
      let more = all.missing.count > 10 ? " and \(all.missing.count - 10) more" : ""
      console.complain(
        """
        mailroom: \(counted(all.missing.count, "run")) missing (point.run): \
        \(missing.joined(separator: ", "))\(more)
          \(SweepTask.command(order)) \(RunChoice.command(["--out", out, "--resume"]))
        """
      )
      return .incomplete
    }
    var code = ExitCode.fine
    for failure in SweepFiles(result: all, folder: folder.path).write() {
      console.complain("mailroom: \(failure)")
      code = max(code, failure.exitCode)
    }
    if !isQuiet {
      console.write(
        SweepText(
          of: all,
          command: SweepTask.command(order),
          style: console.style,
          width: console.width
        ).text
      )
    }
    return code
  }
}
