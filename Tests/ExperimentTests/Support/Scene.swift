import Kernel
import Plan
import Record

@testable import Experiment

/// A site of one host and what a run of it left, made by hand.
struct Scene {
  var days = 14.0
  var end: Double?
  var warmUp = 0.0
  var sampleMinutes = 15.0
  var start = CivilDate(year: 1999, month: 1, day: 4)!
  var expectations: [Expectation] = []
  var defects: [Defect] = []
  var found: [DefectRecord] = []
  var flows: [FlowRecord] = []
  var stops: [String: [ProcessRecord.Stop]] = [:]
  var stopCounts: [String: UInt64] = [:]
  var states: [String: ProcessRecord.State] = [:]
  var log = LogRecord(entries: [], totals: [])
  var hours: [HoursPlan] = []
  var ending: RunRecord.Ending = .complete
  var fingerprint: UInt64 = 0
  private(set) var counters: [SeriesRecord.Counter] = []

  static let images = [
    ("store.exe", "MSExchangeIS"), ("services.exe", nil), ("msexcimc.exe", "MSExchangeIMC"),
  ]

  /// Keeps a counter as it is.
  mutating func add(_ counter: SeriesRecord.Counter) { counters.append(counter) }

  /// Keeps a counter that has these values at these times, in days; answers its place.
  @discardableResult
  mutating func keep(
    _ path: String,
    _ kind: SeriesRecord.Kind = .level,
    divisor: Int64 = 1,
    _ value: (Double) -> Double?
  ) -> Int {
    let step = sampleMinutes / 1_440
    let count = Int(((end ?? days) / step + 1e-9).rounded(.down)) + 1
    let bins = (0..<count).map { index -> SeriesRecord.Bin? in
      value(Double(index) * step).map {
        let value = Int64(($0 * Double(divisor)).rounded())
        return .init(
          count: 1,
          first: value,
          least: value,
          greatest: value,
          mean: Double(value),
          last: value
        )
      }
    }
    counters.append(.init(path: CounterPath(path)!, kind: kind, divisor: divisor, bins: bins))
    return counters.count - 1
  }

  static func instant(_ days: Double) -> Instant { Instant(ticks: UInt64(days * 864e9)) }

  static func interval(_ days: Double) -> Interval { Interval(ticks: UInt64(days * 864e9)) }

  mutating func expect(_ claim: Expectation.Claim, _ span: Expectation.Span = .wholeRun) {
    expectations.append(Expectation(claim: claim, span: span, text: "as written"))
  }

  /// What becomes of one claim.
  func verdict(_ claim: Expectation.Claim, _ span: Expectation.Span = .wholeRun) -> Verdict {
    var scene = self
    scene.expectations = []
    scene.expect(claim, span)
    return scene.result.verdicts[0]
  }

  func outcome(
    _ claim: Expectation.Claim,
    _ span: Expectation.Span = .wholeRun
  ) -> Verdict.Outcome { verdict(claim, span).outcome }

  var result: RunResult { RunResult(record, of: plan) }

  var record: RunRecord {
    RunRecord(
      title: "Scene",
      seed: 1,
      replication: 0,
      start: start,
      duration: Self.interval(days),
      warmUp: Self.interval(warmUp),
      ending: ending,
      end: Self.instant(end ?? days),
      eventCount: 0,
      fingerprint: fingerprint,
      eventCounts: [],
      flows: flows,
      queues: [],
      hosts: [HostRecord(name: "HUB1", system: "NT 4.0", symptoms: [], reboots: [])],
      processes: Self.images.map { image, service in
        ProcessRecord(
          host: "HUB1",
          image: image,
          service: service,
          version: nil,
          state: states[image] ?? .running,
          starts: 1,
          stops: stops[image] ?? [],
          stopCount: stopCounts[image] ?? UInt64(stops[image]?.count ?? 0)
        )
      },
      log: log,
      defects: found,
      series: SeriesRecord(
        first: .start,
        asked: Self.interval(sampleMinutes / 1_440),
        kept: Self.interval(sampleMinutes / 1_440),
        sampleCount: counters.first?.bins.count ?? 0,
        counters: counters
      )
    )
  }

  var plan: SitePlan {
    let baseline = Baseline(handles: 100, threads: 10, privateBytes: 1, breathThousandths: 0)
    return SitePlan(
      title: "Scene",
      run: RunPlan(
        start: start,
        duration: Self.interval(days),
        warmUp: Self.interval(warmUp),
        sample: Self.interval(sampleMinutes / 1_440),
        seed: 1,
        memoryBytes: 1 << 30
      ),
      hosts: [
        HostPlan(
          name: "HUB1",
          system: OperatingSystem(.windowsNT4, .server, servicePack: 0),
          processors: 1,
          memoryBytes: 1 << 27,
          pagefileBytes: 1 << 27,
          disks: [],
          processes: Self.images.indices.map { ProcessID($0) },
          facts: []
        )
      ],
      hostGroups: [],
      disks: [],
      processes: Self.images.map { image, service in
        ProcessPlan(
          image: image,
          version: nil,
          service: service,
          host: HostID(0),
          dependsOn: [],
          startsWithHost: true,
          ends: .withService,
          startDelay: .zero,
          baseline: baseline
        )
      },
      postOffices: [],
      postOfficeGroups: [],
      movers: [],
      servers: [],
      connectors: [],
      domains: [],
      mailHosts: [],
      hours: hours,
      flows: [],
      populations: [],
      administrations: [],
      activities: hours.indices.map {
        ActivityPlan(
          name: "a\($0)",
          process: ProcessID(0),
          perDayMillionths: 1,
          hours: HoursID($0),
          traits: []
        )
      },
      script: [],
      defects: defects,
      sites: [],
      probes: [],
      expectations: expectations,
      assumptions: [],
      routes: [],
      capacities: Capacities(
        copies: 1,
        queues: 0,
        connections: 0,
        events: 1,
        timers: 1,
        ledger: .init(processes: 1, resources: 1, sites: 1, accounts: 1),
        series: 1,
        binsEach: 1,
        histograms: 1,
        logEntries: 1
      )
    )
  }
}

extension HoursPlan {
  /// Monday to Friday, eight to six, and a twentieth of it at other times.
  static let office = HoursPlan(
    name: "office",
    parts: (0..<7).flatMap { day -> [Part] in
      let night = Part(startMinute: day * 1_440, thousandths: 50)
      guard day < 5 else { return [night] }
      return [
        night, Part(startMinute: day * 1_440 + 480, thousandths: 1_000),
        Part(startMinute: day * 1_440 + 1_080, thousandths: 50),
      ]
    }
  )
}
