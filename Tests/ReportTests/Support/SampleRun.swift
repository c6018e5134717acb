import Experiment
import Kernel
import Plan
import Record

/// A run of two hosts in which one defect took handles, made by hand.
struct SampleRun {
  /// What stands where a name comes from a topology.
  var name = "MAIL1"
  /// How the run ended.
  var ending = RunRecord.Ending.complete
  /// How many flows there were.
  var flowCount = 2
  /// How many samples share a bin.
  var perBin = 1

  static let start = CivilDate(year: 1998, month: 3, day: 2)!

  static func at(_ hours: UInt64, _ minutes: UInt64 = 0) -> Instant {
    .start + .hours(hours) + .minutes(minutes)
  }

  var record: RunRecord {
    RunRecord(
      title: "POP3 logons by NTLM with wrong passwords on \(name)",
      seed: 214_573,
      replication: 0,
      start: Self.start,
      duration: .days(14),
      warmUp: .days(1),
      ending: ending,
      end: ending == .complete ? Self.at(336) : Self.at(100, 30),
      eventCount: 1_234_567,
      fingerprint: 0x0123_4567_89AB_CDEF,
      eventCounts: [NamedCount("pop3.logon", 123)],
      flows: (0..<flowCount).map(flow),
      queues: [
        QueueRecord(
          name: "\(name) ▸ Internet Mail Service ▸ partner.example",
          count: 12,
          bytes: 70_000,
          oldest: Self.at(90)
        ),
        QueueRecord(name: "empty", count: 0, bytes: 0, oldest: .start),
      ],
      hosts: [
        HostRecord(
          name: name,
          system: "NT 4.0 Server SP4",
          symptoms: [
            SymptomRecord(
              symptom: .slow,
              resource: "handles",
              process: "services.exe",
              first: Self.at(300),
              last: nil
            )
          ],
          reboots: [Self.at(264)]
        ),
        HostRecord(name: "QUIET", system: "NT 4.0 Server SP4", symptoms: [], reboots: []),
      ],
      processes: [
        ProcessRecord(
          host: name,
          image: "store.exe",
          service: "MSExchangeIS",
          version: FileVersion("5.0.1460"),
          state: .running,
          starts: 2,
          stops: [.init(time: Self.at(264), reason: .asked, defect: nil, restarted: Self.at(265))],
          stopCount: 1
        ),
        ProcessRecord(
          host: name,
          image: "services.exe",
          service: nil,
          version: nil,
          state: .hanging,
          starts: 1,
          stops: [.init(time: Self.at(310), reason: .hang, defect: "Q214573", restarted: nil)],
          stopCount: 1
        ),
      ],
      log: LogRecord(
        entries: [
          .init(
            time: Self.at(8, 1) + .milliseconds(250),
            host: name,
            source: "MSExchangeIS",
            id: 1_000,
            text: "The user \"A, B\" of \(name) could not log on."
          )
        ],
        totals: []
      ),
      defects: [],
      series: series
    )
  }

  private func flow(_ number: Int) -> FlowRecord {
    FlowRecord(
      name: number == 0 ? "within" : "flow-\(number) of \(name)",
      messages: 40_000,
      sent: 42_000,
      delivered: 41_900 - UInt64(number),
      returned: number == 0 ? [] : [NamedCount("the host did not answer", 12)],
      lost: 0,
      waiting: UInt64(number),
      latency: number == 3
        ? nil
        : .init(count: 41_900, mean: 3_100, p50: 3_000, p95: 9_400, p99: 75_000, longest: 99_000),
      withinCounts: []
    )
  }

  private var series: SeriesRecord {
    func bin(_ value: Int64) -> SeriesRecord.Bin {
      .init(
        count: perBin,
        first: value,
        least: value,
        greatest: value + 3,
        mean: Double(value) + 1.5,
        last: value + 3
      )
    }
    func counter(
      _ path: String,
      _ kind: SeriesRecord.Kind,
      _ divisor: Int64,
      _ bins: [SeriesRecord.Bin?]
    ) -> SeriesRecord.Counter {
      let known = CounterPath("HOST\\" + path)!
      return .init(path: known.on(name), kind: kind, divisor: divisor, bins: bins)
    }
    return SeriesRecord(
      first: Self.at(0),
      asked: .minutes(15),
      kept: .minutes(15) * UInt64(perBin),
      sampleCount: 3 * perBin,
      counters: [
        counter("Process(services)\\Handle Count", .level, 1, [bin(1_000), bin(1_010), nil]),
        counter("MSExchangeIS\\RPC Packets/sec", .rate, 1_000, [nil, bin(1_500), bin(2_500)]),
        counter("LogicalDisk(C:)\\% Free Space", .level, 1_000, [bin(0), bin(97), bin(1_247)]),
        counter("Q214573\\handles", .attribution, 1, [bin(1), bin(2), bin(3)]),
      ]
    )
  }

  var result: RunResult {
    RunResult(
      record: record,
      verdicts: [
        Verdict(
          text: "reproduces: Q214573",
          outcome: .held,
          evidence: ["It was set off 1,234 times.", "This is left out where it held."]
        ),
        Verdict(
          text: "counter: '\(name)\\Process(store)\\Handle Count', is: level",
          outcome: .failed,
          evidence: ["It rose by 112 a day.", "A second sentence, of \(name)."]
        ),
        Verdict(text: "not: Q192265", outcome: .undecided, evidence: ["The run ended before."]),
      ],
      findings: [finding]
    )
  }

  private var finding: Finding {
    Finding(
      defect: "Q214573",
      title: "XADM: Store Handle Leak with Invalid POP3 NTLM Authentication",
      host: name,
      triggers: 1_234,
      firstTrigger: Self.at(8, 2),
      failures: (0..<7).map {
        .init(time: Self.at(310 + $0), what: "services.exe of \(name) hangs")
      },
      outlooks: [
        Outlook(
          what: "handles of services.exe",
          isBytes: false,
          amount: 1_234,
          perDay: .init(value: 112.4, low: 108, high: 116.2),
          limit: "handles of services.exe on \(name)",
          capacity: 10_000,
          steps: [
            .init(amount: 1_000, symptom: .slow, reached: Self.at(300), expected: nil),
            .init(
              amount: 10_000,
              symptom: .hang,
              reached: nil,
              expected: .init(value: 7_700_000, low: 7_000_000, high: 8_600_000)
            ),
            .init(
              amount: 20_000,
              symptom: .corrupt,
              reached: nil,
              expected: .init(value: .infinity, low: 9e9, high: .infinity)
            ),
          ],
          limitAmount: 1_300,
          series: 3,
          limitSeries: 0
        )
      ],
      fixes: ["hotfix Q214573", "Exchange 5.5 RTM"],
      remedies: [Sourced("a stop of MSExchangeIS", .text), Sourced("a reboot", .assumed)]
    )
  }

  var plan: SitePlan {
    SitePlan(
      title: record.title,
      run: RunPlan(
        start: Self.start,
        duration: .days(14),
        warmUp: .days(1),
        sample: .minutes(15),
        seed: 214_573,
        memoryBytes: 1 << 30
      ),
      hosts: [],
      hostGroups: [],
      disks: [],
      processes: [],
      postOffices: [],
      postOfficeGroups: [],
      movers: [],
      servers: [],
      connectors: [],
      domains: [],
      mailHosts: [],
      hours: [],
      flows: [],
      populations: [],
      administrations: [],
      activities: [],
      script: [],
      defects: ["Q214573", "Q192265"].map(Self.defect),
      sites: [],
      probes: [],
      expectations: [],
      assumptions: [
        .init(name: "population: session", value: "20s", reason: "", provenance: .assumed),
        .init(name: "connections: inbound", value: "30", reason: "", provenance: .article("Q1")),
        .init(name: "Q192265: frees.1", value: "reboot", reason: "", provenance: .assumed),
        .init(name: "Q214573: limit", value: "10000", reason: "", provenance: .widelyKnown),
      ],
      routes: [],
      capacities: Capacities(
        copies: 1,
        queues: 1,
        connections: 1,
        events: 1,
        timers: 1,
        ledger: Ledger.Capacity(processes: 1, resources: 1, sites: 1, accounts: 1),
        series: 1,
        binsEach: 2,
        histograms: 1,
        logEntries: 1
      )
    )
  }

  private static func defect(_ id: String) -> Defect {
    Defect(
      id: id,
      title: "",
      gate: Gate(alternatives: [], needs: []),
      trigger: Trigger(cause: .every(Sourced(.hours(1), .assumed))),
      effects: [],
      pools: [],
      signs: [],
      remedies: [],
      fixes: []
    )
  }
}
