import Command
import Experiment
import Plan
import Record
import Report
import Text

/// The folder into which a run's results go, each file whole or not at all.
struct ResultFolder {
  private let files: ResultFiles

  /// Makes the folder at `path` where there is none, and proves that every file can be written there.
  init(_ path: String) throws(FileFailure) {
    files = try ResultFiles(making: path, for: Self.names)
  }

  /// The folder of one of several topologies, under `path`: it is named as the file.
  init(_ path: String, for file: String) throws(FileFailure) {
    try makeFolder(path)
    try self.init("\(path)/\(Self.stem(of: file))")
  }

  /// What a file is called without its folder and what ends it.
  static func stem(of file: String) -> String {
    if file == "-" { return "standard-input" }
    let name = file.split(separator: "/").last ?? "topology"
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
    return String(name[..<dot])
  }

  private static let json = "run.json"
  private static let names = [
    json, PerfmonCSV.name, EventsCSV.name, JUnitXML.name, ReportPage.name,
  ]

  /// Writes all files; says which could not be written.
  func write(_ result: RunResult, of plan: SitePlan, _ source: ReportSource) -> [FileFailure] {
    files.write([
      (
        Self.json,
        { (file) throws(FileFailure) in
          try result.parts(source).encode { (text) throws(FileFailure) in try file.write(text) }
        }
      ),
      (
        PerfmonCSV.name,
        { (file) throws(FileFailure) in
          try PerfmonCSV.lines(of: result.record) { (text) throws(FileFailure) in
            try file.write(text)
          }
        }
      ),
      (
        EventsCSV.name,
        { (file) throws(FileFailure) in
          try EventsCSV.lines(of: result.record) { (text) throws(FileFailure) in
            try file.write(text)
          }
        }
      ),
      (
        JUnitXML.name,
        { (file) throws(FileFailure) in try file.write(JUnitXML.text(of: result)) }
      ),
      (
        ReportPage.name,
        { (file) throws(FileFailure) in
          try file.write(ReportPage.run(result, of: plan, source))
        }
      ),
    ])
  }
}
