import Kernel
import Plan
import Record
import Testing

@Suite("What holds for all defects: attribution, patches, what frees")
struct SeveralDefectsTests {
  /// Two defects in one process and one resource, and a third in another.
  static let site = """
    title: Several at once
    run: { duration: 12h, seed: 41, sample: 10m }
    hosts:
      MAIL1: { os: NT 4.0 Server SP3, installed: [SMTPSVC, SNMP] }
    exchange:
      MAIL1: { version: 5.0 SP2, mailboxes: 50 }
    administrators:
      WATCH: { tool: srvinfo, runs: remotely, against: [MAIL1], every: 10m }
    pop3:
      ROAD: { server: MAIL1, users: 20, mechanism: ntlm, check: 30m, hours: always, bad-passwords: 50% }
    defects:
      Q990001:
        title: Counters of SNMP leave memory and a handle
        affects: [ { os: NT 4.0, below: SP4 } ]
        needs: [ { installed: SNMP } ]
        trigger: { event: performance.open, when: { tool: srvinfo, service: SNMP } }
        effect:
          - { leak: private-bytes, amount: { value: 1 KiB to 8 KiB, source: assumed } }
          - { leak: handles, amount: { value: 2, source: assumed } }
        shows: []
        frees: [ { reboot: host, source: assumed } ]
        fixed: []
      Q990002:
        title: Each logoff leaves a handle of the store's in services.exe, which nobody frees
        affects: [ { component: store.exe, from: 5.0.1457, below: 5.0.1461.83 } ]
        trigger: { event: pop3.disconnect }
        effect: [ { leak: handles, amount: { value: 3, source: assumed }, holder: services.exe } ]
        shows: []
        frees: [ { reboot: host, source: assumed } ]
        fixed: []
    """

  /// The same with all gates shut.
  private static func sound() throws -> Stage {
    try Stage(
      site,
      ["NT 4.0 Server SP3": "NT 4.0 Server SP4", "5.0 SP2,": "5.0 SP2, hotfixes: [Q214573],"]
    )
  }

  @Test("Attributions are apart, and their sum is the counter less that of a sound site")
  func sums() throws {
    let stage = try Stage(Self.site)
    let sound = try Self.sound()
    for hour in [2, 5, 9, 12] as [UInt64] {
      // Halfway between two runs of the tool, when none is at work.
      try stage.go(to: .hours(hour) - .minutes(5))
      try sound.go(to: .hours(hour) - .minutes(5))
      for (process, counter, resource) in [
        ("winlogon", "Handle Count", "handles"), ("winlogon", "Private Bytes", "private-bytes"),
        ("services", "Handle Count", "handles"),
      ] {
        let path = "Process(\(process))\\\(counter)"
        let takings = stage.record.defects.filter { $0.host == "MAIL1" }.flatMap(\.takings).filter {
          $0.holder == "\(process).exe" && $0.resource == resource
        }
        #expect(takings.filter { $0.amount > 0 }.count == 2, "\(path)")
        let sum = takings.reduce(0) { $0 + Int($1.amount) }
        let here = try #require(try stage.counter(path, on: "MAIL1"))
        let there = try #require(try sound.counter(path, on: "MAIL1"))
        #expect(here - there == sum, "\(path) at \(hour)h")
      }
    }
    let runs = 71
    #expect(stage.held("handles", by: "Q192265", on: "MAIL1") == runs)
    #expect(stage.held("handles", by: "Q990001", on: "MAIL1") == 2 * runs)
    #expect(
      stage.triggers("Q214573", on: "MAIL1") == stage.held("handles", by: "Q214573", on: "MAIL1")
    )
  }

  @Test("The series of an attribution is what was held when the counters were read")
  func series() throws {
    let stage = try Stage(Self.site)
    let record = try stage.record(at: .hours(12))
    let line = try record.series.values(#"MAIL1\Q192265(winlogon.exe)\handles"#)
    // The tool runs as often as counters are read, and is through a little later.
    for (number, value) in line.enumerated() { #expect(value == max(number - 1, 0)) }
  }

  @Test("What a patch no longer lets grow stays until something frees it")
  func leftover() throws {
    let stage = try Stage(
      Self.site,
      adding: """
        changes:
          fix: { at: 4h, host: MAIL1, does: [ { install: Q214573 } ] }
          restart: { at: 6h, host: MAIL1, does: [ { restart: MSExchangeIS } ] }
          reboot: { at: 10h, does: [ { reboot: MAIL1 } ] }
        """
    )
    func held(_ stage: Stage) -> (own: Int, known: Int) {
      (
        stage.held("handles", by: "Q990002", on: "MAIL1"),
        stage.held("handles", by: "Q214573", on: "MAIL1")
      )
    }
    try stage.go(to: .hours(4))
    let installed = held(stage)
    try stage.go(to: .hours(6) - .seconds(1))
    let late = held(stage)
    // Before the process starts again nothing has changed.
    #expect(installed.own > 0 && late.own > installed.own + 100)
    #expect(late.known > installed.known + 30)
    try stage.go(to: .hours(7))
    let after = held(stage)
    // The store's stop frees what is the store's; what is the security service's own stays.
    #expect(after.known == 0)
    #expect(after.own >= late.own && after.own <= late.own + 60)
    try stage.go(to: .hours(10) - .seconds(1))
    #expect(held(stage) == after)
    try stage.go(to: .hours(12))
    #expect(held(stage) == (0, 0))
  }

  @Test("One defect more changes nothing of the others: chance is each one's own")
  func independence() throws {
    let stage = try Stage(Self.site)
    let fewer = try Stage(
      Self.site,
      ["below: SP4": "below: SP1", "from: 5.0.1457": "from: 5.0.1461"]
    )
    try stage.go(to: .hours(12))
    try fewer.go(to: .hours(12))
    #expect(fewer.triggers("Q990001", on: "MAIL1") == 0)
    for id in ["Q192265", "Q214573"] {
      #expect(stage.triggers(id, on: "MAIL1") == fewer.triggers(id, on: "MAIL1"))
      #expect(
        stage.held("handles", by: id, on: "MAIL1") == fewer.held("handles", by: id, on: "MAIL1")
      )
    }
  }
}
