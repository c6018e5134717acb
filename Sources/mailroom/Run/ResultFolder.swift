import Command
import Experiment
import Plan
import Record
import Report
import Text

/// The folder into which a run's results go, each file whole or not at all.
struct ResultFolder {
  let path: String

  /// Makes the folder at `path` where there is none, and proves that every file can be written there
  /// before the work whose result it will hold.
  init(_ path: String) throws(FileFailure) {
    self.path = path
    try makeFolder(path)
    for name in Self.names { _ = try WholeFile(place(of: name)) }
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

  private static let names = [
    "run.json", PerfmonCSV.name, EventsCSV.name, JUnitXML.name, ReportPage.name,
  ]

  private func place(of name: String) -> String { "\(path)/\(name)" }

  /// Writes all files; says which could not be written.
  func write(_ result: RunResult, of plan: SitePlan, _ source: ReportSource) -> [FileFailure] {
    let contents: [() -> [UInt8]] = [
      { Array(encoded(result.json(source)).utf8) },
      { Array(PerfmonCSV.text(of: result.record).utf8) },
      { Array(EventsCSV.text(of: result.record).utf8) },
      { Array(JUnitXML.text(of: result).utf8) },
      { ReportPage.run(result, of: plan, source) },
    ]
    var failures: [FileFailure] = []
    for (name, content) in zip(Self.names, contents) {
      do throws(FileFailure) {
        try WholeFile(place(of: name)).commit(content())
      } catch {
        failures.append(error)
      }
    }
    return failures
  }

  private func encoded(_ json: JSON) -> String {
    do throws(NotFinite) {
      return try json.encoded()
    } catch {
      preconditionFailure("a number of a result is not finite: \(error.path)")
    }
  }
}
