/// The targets of the package and what each may import. A target that is not listed is refused.
struct Room {
  let name: String
  let folder: String
  let imports: Set<String>

  /// The C library under its names on the systems we know; always behind `#if canImport`.
  static let cLibrary: Set<String> = ["Glibc", "Musl", "Darwin"]

  private static let testing: Set<String> = ["Testing", "Foundation", "Synchronization"]

  static let all: [Room] =
    [
      station("Kernel", cLibrary.union(["Synchronization"])),
      station("YAML", []),
      station("Text", []),
      station("Schema", ["YAML", "Text", "Kernel"]),
      station("Plan", ["Kernel"]),
      station("KnowledgeBase", ["Schema", "Plan", "Text", "Kernel"]),
      station("Topology", ["Schema", "KnowledgeBase", "Plan", "YAML", "Text", "Kernel"]),
      station("Record", ["Plan", "Text", "Kernel"]),
      station("Simulation", ["Kernel", "Plan", "Record"]),
      station(
        "Experiment",
        ["Simulation", "Record", "Plan", "Text", "Kernel", "Synchronization"]
      ),
      station("Report", ["Experiment", "Record", "Plan", "Text", "Kernel"]),
      station("Command", cLibrary.union(["Text", "Synchronization"])),
      station(
        "mailroom",
        [
          "Command", "Text", "Kernel", "Schema", "Plan", "KnowledgeBase", "Topology", "Record",
          "Simulation", "Experiment", "Report", "Synchronization",
        ]
      ),
      Room(
        name: "benchmarks",
        folder: "Benchmarks",
        imports: cLibrary.union([
          "Kernel", "Command", "Text", "Simulation", "Record", "Topology", "Schema", "Plan",
          "AllocationCounter", "Synchronization",
        ])
      ),
      Room(
        name: "TidyTests",
        folder: "Tests/TidyTests",
        imports: ["Testing", "Foundation"]
      ),
      // Written in C, so that its imports are the C compiler's affair.
      Room(name: "AllocationCounter", folder: "Tests/AllocationCounter", imports: []),
    ]
    + [
      "Kernel", "Text", "YAML", "Schema", "Plan", "KnowledgeBase", "Topology", "Record",
      "Simulation",
      "Experiment", "Report", "Command", "Mailroom", "Benchmarks",
    ].map(tests)

  /// A room under Sources.
  private static func station(_ name: String, _ imports: Set<String>) -> Room {
    Room(name: name, folder: "Sources/\(name)", imports: imports)
  }

  /// The tests of a room: they see it, what it stands on, and what tests have.
  private static func tests(_ name: String) -> Room {
    let stations: Set<String> = [
      "Kernel", "Text", "YAML", "Schema", "Plan", "KnowledgeBase", "Topology", "Record",
      "Simulation",
      "Experiment", "Report", "Command",
    ]
    return Room(
      name: "\(name)Tests",
      folder: "Tests/\(name)Tests",
      imports: testing.union(cLibrary).union(stations).union([
        "AllocationCounter", name.lowercased(),
      ])
    )
  }

  /// The room in which the file at `path` lies.
  static func holding(_ path: String) -> Room? {
    all.first { path.hasPrefix($0.folder + "/") }
  }

  /// Folders of which each must be a room's.
  static func unlistedFolders(sources: [String], tests: [String]) -> [String] {
    let known = Set(all.map(\.folder))
    return (sources.map { "Sources/\($0)" } + tests.map { "Tests/\($0)" })
      .filter { !known.contains($0) && !exemptFolders.contains($0) }
      .map { "\($0): no room of this name is listed in Rooms.swift" }
  }

  /// Folders under Tests that are no target: what tests read, and how tables were derived.
  private static let exemptFolders: Set<String> = [
    "Tests/Browser", "Tests/Derivations", "Tests/Golden", "Tests/Schedulers",
  ]
}
