@testable import benchmarks

/// Measurements that never change, for golden files.
enum Fixed {
  static let machine = Machine(
    date: "2030-01-02T03:04:05+00:00",
    hostName: "host",
    processor: "Some CPU, Fast",
    processorCount: 2,
    megahertz: 2_500,
    isScaling: false,
    caches: [.init(type: "Data", level: 1, bytes: 32_768, sharedBy: 2)],
    loadAverages: [0.25, 0.5, 1],
    isDebugBuild: false
  )

  static func sample(_ operations: Int, _ nanoseconds: Double, _ allocations: Int?) -> Sample {
    Sample(
      operations: operations,
      realNanoseconds: nanoseconds,
      processorNanoseconds: nanoseconds / 2,
      allocations: allocations
    )
  }

  static let own = Measurement(
    name: "queue/hold/1e3",
    rival: nil,
    samples: [sample(1_000, 20_000, 0), sample(1_000, 22_000, 0)],
    bytes: 64_000,
    counters: [Counter(name: "mean_wait", value: 8.125)]
  )

  static let rival = Measurement(
    name: "queue/hold/1e3/std::priority_queue",
    rival: "std::priority_queue",
    samples: [sample(100, 8_400, nil), sample(100, 8_400, nil)]
  )

  static let allocating = Measurement(
    name: "odd, \"case\"",
    rival: nil,
    samples: [sample(4, 6_000_000, 2)]
  )

  static var report: Report {
    Report(
      machine: machine,
      conditions: Conditions(),
      measurements: [own, rival, allocating],
      notes: ["SimPy skipped: there is no python3 on PATH"]
    )
  }
}
