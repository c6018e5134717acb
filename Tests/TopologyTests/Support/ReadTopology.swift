import Plan
import Schema
import Topology
import YAML

/// A text read as a topology: its plan, and what was said of it.
struct ReadTopology {
  let plan: SitePlan?
  let reading: Reading

  init(_ text: String) {
    reading = Reading()
    plan = Topologies.read(Array(text.utf8), file: "site.yaml", reading)
  }

  /// Whether anything was said, be it a warning.
  var isSilent: Bool { reading.diagnostics.isEmpty }

  /// The lines of the text on which something was said.
  var lines: [Int] { reading.diagnostics.map { place($0).line } }

  /// What was said, one a line.
  var report: String {
    reading.diagnostics.map {
      "\(place($0).line):\(place($0).column) \($0.rule.code): \($0.message) \($0.fixes)"
    }
    .joined(separator: "\n")
  }

  private func place(_ diagnostic: Diagnostic) -> (line: Int, column: Int) {
    let place = reading.sources[Int(diagnostic.place.source)].place(at: Int(diagnostic.place.start))
    return (place.line, place.column)
  }
}
