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
    for path in folders {
      guard let found = try SweepFolder.read(path) else {
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
      order = order ?? (found.order, path)
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

  private func write(
    _ order: SweepOrder,
    _ digests: [RunDigest],
    _ console: inout Console
  ) throws(FileFailure) -> ExitCode {
    let result = SweepResult(order, digests)
    // Whoever merges twice, or into one of the parts, loses nothing.
    let (folder, old) = try SweepFolder.take(out, for: order, resumes: true)
    let all = SweepResult(order, result.digests + old.digests.filter { !digests.contains($0) })
    try folder.settle(order, all.digests)
    guard all.missing.isEmpty else {
      let missing = all.missing.prefix(10).map { "\($0.point + 1).\($0.replication + 1)" }
      let more = all.missing.count > 10 ? " and \(all.missing.count - 10) more" : ""
      console.complain(
        """
        mailroom: \(counted(all.missing.count, "run")) missing (point.run): \
        \(missing.joined(separator: ", "))\(more)
          \(SweepTask.command(order)) --out \(out) --resume
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
