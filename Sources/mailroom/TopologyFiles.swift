import Command
import Plan
import Schema
import Topology

/// A topology that was read from a file: its plan, or what is wrong with it.
struct ReadTopology {
  let reading: Reading
  let plan: SitePlan?

  /// Reads the file at `path`; `-` is standard input.
  init(_ path: String) throws(FileFailure) {
    let limit = Topologies.byteLimit
    let bytes = try path == "-" ? readStandardInput(limit: limit) : readFile(path, limit: limit)
    reading = Reading()
    plan = Topologies.read(bytes, file: path == "-" ? "standard input" : path, reading)
  }
}
