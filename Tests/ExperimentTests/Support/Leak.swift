import Kernel
import Plan
import Record

@testable import Experiment

/// A defect that takes handles of services.exe, and how it is found on HUB1.
enum Leak {
  static func defect(
    _ signs: [Sign],
    event: EventKind = .activity,
    effects: [Effect] = [
      Effect(
        .leak(
          .kind(.handles),
          Amount(1...1, .once, .text),
          holder: .image("services.exe"),
          owner: .image("store.exe"),
          isKeyed: false
        )
      )
    ]
  ) -> Defect {
    Defect(
      id: "Q1",
      title: "A leak",
      gate: Gate(alternatives: [], needs: []),
      trigger: Trigger(cause: .event(event)),
      effects: effects,
      pools: [],
      signs: signs,
      remedies: [Sourced(.stop(service: "MSExchangeIS"), .text), Sourced(.reboot, .assumed)],
      fixes: [.release(product: "Exchange 5.5", release: "SP4"), .hotfix("Q269183")]
    )
  }

  static func found(
    id: String = "Q1",
    triggers: UInt64 = 100,
    first: Double? = 0,
    last: Double? = nil,
    from: Double = 0,
    until: Double? = nil,
    idle: UInt64 = 0,
    takings: [DefectRecord.Taking] = [],
    closures: [DefectRecord.Closure] = []
  ) -> DefectRecord {
    DefectRecord(
      id: id,
      host: "HUB1",
      processes: ["store.exe"],
      inForce: [.init(from: Scene.instant(from), until: until.map(Scene.instant))],
      triggers: triggers,
      firstTrigger: first.map(Scene.instant),
      lastTrigger: (last ?? first).map(Scene.instant),
      idleTriggers: idle,
      takings: takings,
      closures: closures
    )
  }

  /// A limit without steps, of which everybody together holds an amount.
  static func limit(_ capacity: Int64, amount: Int64, series: Int?) -> DefectRecord.Taking.Limit {
    .init(name: "all", capacity: capacity, amount: amount, rungs: [], series: series)
  }

  static func taking(
    _ resource: String = "handles",
    amount: Int64,
    taken: Int64? = nil,
    series: Int? = nil,
    limit: DefectRecord.Taking.Limit? = nil
  ) -> DefectRecord.Taking {
    .init(
      resource: resource,
      isBytes: false,
      holder: "services.exe",
      amount: amount,
      taken: taken ?? amount,
      series: series,
      limit: limit
    )
  }
}

/// Chance for one test, from its name and a number that it prints where it fails.
func chance(_ name: String, _ seed: Int) -> RandomStream {
  RandomStream(
    seed: UInt64(seed),
    replication: 0,
    entity: StableName("ExperimentTests"),
    purpose: StableName(name)
  )
}
