import Command
import Record
import Report
import Text

/// The files that a ranking of remedies leaves in its folder.
struct RemedyFiles {
  private let files: ResultFiles

  /// Makes the folder where there is none, and proves that the files can be written there.
  init(_ folder: String) throws(FileFailure) {
    files = try ResultFiles(making: folder, for: [Self.recordName, ReportPage.name])
  }

  private static let recordName = "remedies.json"

  /// Writes them all; says which could not be written.
  func write(_ record: RemedyRecord) -> [FileFailure] {
    files.write([
      (Self.recordName, { (file) throws(FileFailure) in try file.write(Self.text(of: record)) }),
      (
        ReportPage.name,
        { (file) throws(FileFailure) in try file.write(ReportPage.remedies(record)) }
      ),
    ])
  }

  /// A record as it is written and printed.
  static func text(of record: RemedyRecord) -> String {
    JSONParts.value { record.json }.encoded()
  }
}
