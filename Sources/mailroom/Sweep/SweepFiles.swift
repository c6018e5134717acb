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
    ResultFiles(in: folder).write([
      (PointsCSV.name, points), (RunsCSV.name, runs), ("sweep.json", summary),
      (ReportPage.name, report),
    ])
  }

  private func points(_ file: borrowing WholeFile) throws(FileFailure) {
    try PointsCSV.lines(of: result) { (text) throws(FileFailure) in try file.write(text) }
  }

  private func runs(_ file: borrowing WholeFile) throws(FileFailure) {
    try RunsCSV.lines(of: result) { (text) throws(FileFailure) in try file.write(text) }
  }

  private func report(_ file: borrowing WholeFile) throws(FileFailure) {
    try file.write(ReportPage.sweep(result, command: SweepTask.command(result.order)))
  }

  private func summary(_ file: borrowing WholeFile) throws(FileFailure) {
    try result.parts.encode { (text) throws(FileFailure) in try file.write(text) }
  }
}
