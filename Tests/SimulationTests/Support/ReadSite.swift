import Plan
import Schema
import Topology
import YAML

/// A text read as a topology, and the lines on which it has errors.
struct ReadSite {
  let plan: SitePlan?
  /// Lines with errors, counted from 1.
  let errorLines: [Int]
  let report: String

  init(_ text: String) {
    let reading = Reading()
    plan = Topologies.read(Array(text.utf8), file: "site.yaml", reading)
    let errors = reading.diagnostics.filter { $0.severity == .error }
    let lines = errors.map {
      reading.sources[Int($0.place.source)].place(at: Int($0.place.start)).line
    }
    errorLines = lines
    report = zip(lines, errors).map { "\($0): \($1.rule.code) \($1.message)" }
      .joined(separator: "\n")
  }
}
