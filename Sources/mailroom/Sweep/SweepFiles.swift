import Command
import Experiment
import Record
import Report
import Text

/// The files that a whole sweep leaves in its folder, each whole or not at all.
struct SweepFiles {
  let result: SweepResult
  let folder: String

  /// Writes them all; says which could not be written.
  func write() -> [FileFailure] {
    let files: [(String, (borrowing WholeFile) throws(FileFailure) -> Void)] = [
      (PointsCSV.name, points), (RunsCSV.name, runs), ("sweep.json", summary),
      (ReportPage.name, report),
    ]
    var failures: [FileFailure] = []
    for (name, content) in files {
      do throws(FileFailure) {
        let file = try WholeFile("\(folder)/\(name)")
        try content(file)
        try file.commit()
      } catch {
        failures.append(error)
      }
    }
    return failures
  }

  private func points(_ file: borrowing WholeFile) throws(FileFailure) {
    try PointsCSV.lines(of: result) { (text) throws(FileFailure) in
      try file.write(Array(text.utf8))
    }
  }

  private func runs(_ file: borrowing WholeFile) throws(FileFailure) {
    try RunsCSV.lines(of: result) { (text) throws(FileFailure) in
      try file.write(Array(text.utf8))
    }
  }

  private func report(_ file: borrowing WholeFile) throws(FileFailure) {
    try file.write(ReportPage.sweep(result, command: SweepTask.command(result.order)))
  }

  private func summary(_ file: borrowing WholeFile) throws(FileFailure) {
    let text: String
    do throws(NotFinite) {
      text = try result.json.encoded()
    } catch {
      preconditionFailure("a number of a result is not finite: \(error.path)")
    }
    try file.write(Array(text.utf8))
  }
}
