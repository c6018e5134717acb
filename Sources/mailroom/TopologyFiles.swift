import Command
import Kernel
import Plan
import Schema
import Topology

/// A topology's file, read once and compiled as often as one likes, even if it changes meanwhile.
struct TopologyText: Sendable {
  /// What diagnostics call the file.
  let name: String
  let bytes: [UInt8]
  /// The folder in which the files of defects lie that the topology names.
  private let folder: String

  /// Reads the file at `path`; `-` is standard input.
  init(_ path: String) throws(FileFailure) {
    let limit = Topologies.byteLimit
    bytes = try path == "-" ? readStandardInput(limit: limit) : readFile(path, limit: limit)
    name = path == "-" ? "standard input" : path
    folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// Compiles it, changed by `overrides`.
  func read(_ overrides: [Override], wish: SweepWish? = nil) -> ReadTopology {
    let reading = Reading(overrides: overrides)
    var others: [[UInt8]] = []
    let compiled = Topologies.compile(bytes, file: name, reading, wish: wish) { name in
      guard let bytes = load(name) else { return nil }
      others.append(bytes)
      return bytes
    }
    return ReadTopology(
      name: name,
      reading: reading,
      others: others,
      plan: compiled?.plan,
      study: compiled?.study
    )
  }

  /// What could be done about defects on the site.
  func remedies(
    _ overrides: [Override],
    for ailments: [Ailment],
    periods: [Interval]
  ) -> [RemedyOption] {
    Topologies.remedies(
      bytes,
      file: name,
      Reading(overrides: overrides),
      for: ailments,
      periods: periods,
      load: load
    )
  }

  /// The content of a file of defects, which lies beside the topology that names it.
  private func load(_ name: String) -> [UInt8]? {
    try? readFile(name.hasPrefix("/") ? name : folder + name, limit: Topologies.byteLimit)
  }
}

/// A topology that was read from a file: its plan and its sweep, or what is wrong with it.
struct ReadTopology {
  /// What diagnostics call the file.
  let name: String
  let reading: Reading
  /// The files of defects that it names.
  let others: [[UInt8]]
  let plan: SitePlan?
  let study: Study?

  fileprivate init(
    name: String,
    reading: Reading,
    others: [[UInt8]],
    plan: SitePlan?,
    study: Study?
  ) {
    self.name = name
    self.reading = reading
    self.others = others
    self.plan = plan
    self.study = study
  }

  /// Reads the file at `path`, changed by `overrides`; `-` is standard input.
  init(_ path: String, overrides: [Override] = []) throws(FileFailure) {
    self = try TopologyText(path).read(overrides)
  }
}
