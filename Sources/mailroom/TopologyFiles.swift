import Command
import Plan
import Schema
import Topology

/// A topology that was read from a file: its plan and its sweep, or what is wrong with it.
struct ReadTopology {
  /// What diagnostics call the file.
  let name: String
  let reading: Reading
  let plan: SitePlan?
  let study: Study?

  /// Reads the file at `path`, changed by `overrides`; `-` is standard input.
  init(_ path: String, overrides: [Override] = []) throws(FileFailure) {
    let limit = Topologies.byteLimit
    let bytes = try path == "-" ? readStandardInput(limit: limit) : readFile(path, limit: limit)
    name = path == "-" ? "standard input" : path
    reading = Reading(overrides: overrides)
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    let compiled = Topologies.compile(
      bytes,
      file: name,
      reading
    ) { name in
      // A file of defects lies beside the topology that names it.
      try? readFile(name.hasPrefix("/") ? name : folder + name, limit: limit)
    }
    plan = compiled?.plan
    study = compiled?.study
  }
}
