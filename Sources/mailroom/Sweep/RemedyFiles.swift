import Command
import Record
import Report
import Text

/// The files that a ranking of remedies leaves in its folder, each whole or not at all.
struct RemedyFiles {
  private let folder: String

  /// Makes the folder where there is none, and proves that every file can be written there before the work
  /// whose result it will hold.
  init(_ folder: String) throws(FileFailure) {
    self.folder = folder
    try makeFolder(folder)
    for name in [Self.recordName, ReportPage.name] { _ = try WholeFile("\(folder)/\(name)") }
  }

  private static let recordName = "remedies.json"

  /// Writes them all; says which could not be written.
  func write(_ record: RemedyRecord) -> [FileFailure] {
    let contents: [(String, [UInt8])] = [
      (Self.recordName, Array(Self.text(of: record).utf8)),
      (ReportPage.name, ReportPage.remedies(record)),
    ]
    var failures: [FileFailure] = []
    for (name, bytes) in contents {
      do throws(FileFailure) {
        try WholeFile("\(folder)/\(name)").commit(bytes)
      } catch {
        failures.append(error)
      }
    }
    return failures
  }

  /// A record as it is written and printed.
  static func text(of record: RemedyRecord) -> String {
    do throws(NotFinite) {
      return try record.json.encoded()
    } catch {
      preconditionFailure("a number of a record is not finite: \(error.path)")
    }
  }
}
