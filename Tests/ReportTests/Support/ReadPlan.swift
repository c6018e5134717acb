import Foundation
import Plan
import Schema
import Topology

/// The plan of a topology.
func readPlan(_ text: String) throws -> SitePlan {
  let reading = Reading()
  guard let plan = Topologies.read(Array(text.utf8), file: "site.yaml", reading) else {
    throw Refused(messages: reading.diagnostics.map { "\($0.rule.code) \($0.message)" })
  }
  return plan
}

/// Why a topology has no plan.
struct Refused: Error {
  let messages: [String]
}

/// The texts of the topologies that come with the project, by name.
func shippedTopologies() throws -> [(name: String, text: String)] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Topologies")
  return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    .filter { $0.hasSuffix(".yaml") }
    .map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
}
