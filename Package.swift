// swift-tools-version: 6.2
import PackageDescription

// One list, and no target opts out of it.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Mailroom",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "mailroom", targets: ["mailroom"]),
    .executable(name: "benchmarks", targets: ["benchmarks"]),
    .library(name: "Kernel", targets: ["Kernel"]),
  ],
  dependencies: [],
  targets: [
    .target(name: "Kernel", swiftSettings: settings),
    .target(name: "Text", swiftSettings: settings),
    .target(name: "Command", dependencies: ["Text"], swiftSettings: settings),
    .target(name: "YAML", swiftSettings: settings),
    .target(name: "Schema", dependencies: ["YAML", "Text", "Kernel"], swiftSettings: settings),
    .target(name: "Plan", dependencies: ["Kernel"], swiftSettings: settings),
    .target(
      name: "KnowledgeBase",
      dependencies: ["Schema", "Plan", "Text", "Kernel"],
      resources: [.embedInCode("Articles"), .embedInCode("Products/Tables")],
      swiftSettings: settings
    ),
    .target(
      name: "Topology",
      dependencies: ["KnowledgeBase", "Schema", "Plan", "YAML", "Text", "Kernel"],
      swiftSettings: settings
    ),
    .target(
      name: "Record",
      dependencies: ["Plan", "Kernel", "Text"],
      exclude: ["Encoding/README.md"],
      swiftSettings: settings
    ),
    .target(
      name: "Simulation",
      dependencies: ["Record", "Plan", "Kernel"],
      swiftSettings: settings
    ),
    .target(
      name: "Experiment",
      dependencies: ["Simulation", "Record", "Plan", "Text", "Kernel"],
      swiftSettings: settings
    ),
    .target(
      name: "Report",
      dependencies: ["Experiment", "Record", "Plan", "Text", "Kernel"],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "mailroom",
      dependencies: [
        "Command", "Report", "Experiment", "Simulation", "Record", "Topology", "KnowledgeBase",
        "Schema", "Plan", "Text", "Kernel",
      ],
      // The program makes these itself, or does not hand them out.
      exclude: ["Topologies/mailroom.schema.json", "Topologies/README.md"],
      // A link to the folder Topologies: there is one source of what `init` writes.
      resources: [.embedInCode("Topologies")],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "Command", "Simulation", "Record", "Topology", "Schema", "Plan", "Text", "Kernel",
        "AllocationCounter",
      ],
      path: "Benchmarks",
      exclude: ["Topologies/mailroom.schema.json", "Topologies/README.md"],
      // Topologies is a link to the folder, as in the program.
      resources: [.embedInCode("Peers/Programs"), .embedInCode("Topologies")],
      swiftSettings: settings
    ),
    .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
    .testTarget(
      name: "KernelTests",
      dependencies: ["Kernel", "AllocationCounter"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: ["Command", "Text", "mailroom", "benchmarks"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "BenchmarksTests",
      dependencies: ["benchmarks", "Command", "Text", "Kernel"],
      swiftSettings: settings
    ),
    .testTarget(name: "TextTests", dependencies: ["Text"], swiftSettings: settings),
    .testTarget(
      name: "SchemaTests",
      dependencies: ["Schema", "YAML", "Text", "Kernel"],
      swiftSettings: settings
    ),
    .testTarget(name: "YAMLTests", dependencies: ["YAML"], swiftSettings: settings),
    .testTarget(name: "PlanTests", dependencies: ["Plan", "Kernel"], swiftSettings: settings),
    .testTarget(
      name: "KnowledgeBaseTests",
      dependencies: ["KnowledgeBase", "Schema", "Plan", "Kernel", "Text", "YAML"],
      exclude: ["Siblings"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "MailroomTests",
      dependencies: [
        "mailroom", "Command", "Report", "Experiment", "Simulation", "Record", "Topology",
        "KnowledgeBase", "Schema", "Plan", "Text", "Kernel",
      ],
      exclude: ["Golden"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "TopologyTests",
      dependencies: ["Topology", "KnowledgeBase", "Schema", "Plan", "YAML", "Text", "Kernel"],
      exclude: ["Diagnostics"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "RecordTests",
      dependencies: ["Record", "Plan", "Text", "Kernel"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "Simulation", "Record", "Topology", "Schema", "Plan", "Text", "Kernel",
        "AllocationCounter",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ExperimentTests",
      dependencies: ["Experiment", "Simulation", "Record", "Plan", "Kernel"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ReportTests",
      dependencies: [
        "Report", "Experiment", "Record", "Topology", "Schema", "Plan", "Text", "Kernel",
      ],
      swiftSettings: settings
    ),
    .testTarget(name: "TidyTests", swiftSettings: settings),
  ]
)
