import Kernel
import Plan
import Record
import Testing

@Suite("Q192265: remote srvinfo where the SMTP service is installed")
struct Q192265Tests {
  static let site = """
    title: Remote srvinfo
    run: { duration: 8h, seed: 3, sample: 10m }
    hosts:
      WEB1: { os: NT 4.0 Server SP3, memory: 64 MiB, installed: [SMTPSVC, SNMP] }
    administrators:
      WATCH: { tool: srvinfo, runs: remotely, against: [WEB1], every: 10m }
    """
  static let handles = #"Process(winlogon)\Handle Count"#
  static let bytes = #"Process(winlogon)\Private Bytes"#

  @Test(
    "Each remote run costs Winlogon a handle, an open of the key and some memory",
    arguments: [
      "NT 4.0 Server RTM", "NT 4.0 Server SP1", "NT 4.0 Server SP2", "NT 4.0 Server SP3",
      "NT 4.0 Workstation RTM", "NT 4.0 Workstation SP3", "NT 4.0 Terminal Server SP3",
    ]
  )
  func leak(system: String) throws {
    let stage = try Stage(Self.site, ["NT 4.0 Server SP3": system])
    let sound = try Stage(Self.site, ["NT 4.0 Server SP3": "NT 4.0 Server SP4"])
    for hour in 1...8 as ClosedRange<UInt64> {
      // A minute after the full hour the run of that hour has ended.
      let time: Interval = hour == 8 ? .hours(8) : .hours(hour) + .minutes(1)
      try stage.go(to: time)
      try sound.go(to: time)
      let runs = hour == 8 ? 47 : 6 * Int(hour)
      #expect(stage.triggers("Q192265", on: "WEB1") == runs)
      #expect(stage.held("handles", by: "Q192265", on: "WEB1") == runs)
      #expect(stage.held("registry-opens", by: "Q192265", on: "WEB1") == runs)
      #expect(stage.held("private-bytes", by: "Q192265", on: "WEB1") == runs * 4_096)
      let here = try #require(try stage.counter(Self.handles, on: "WEB1"))
      let there = try #require(try sound.counter(Self.handles, on: "WEB1"))
      #expect(here - there == runs)
      let taken = try #require(try stage.counter(Self.bytes, on: "WEB1"))
      let base = try #require(try sound.counter(Self.bytes, on: "WEB1"))
      #expect(taken - base == runs * 4_096)
    }
  }

  @Test(
    "Nothing is left open where one of the conditions is not met",
    arguments: [
      [("installed: [SMTPSVC, SNMP]", "installed: [SNMP]")],
      [("installed: [SMTPSVC, SNMP]", "")],
      [("NT 4.0 Server SP3", "NT 4.0 Server SP4")],
      [("NT 4.0 Server SP3", "NT 4.0 Terminal Server SP4")],
      [("NT 4.0 Server SP3", "NT 4.0 Server SP6")],
      [("NT 4.0 Server SP3", "Windows 2000 Server RTM")],
      [("runs: remotely", "runs: locally")],
      [("tool: srvinfo", "tool: perfmon")],
      [("tool: srvinfo", "tool: regedt32")],
    ]
  )
  func controls(changes: [(String, String)]) throws {
    let (old, new) = changes[0]
    let stage = try Stage(Self.site, [old: new])
    try stage.go(to: .hours(8))
    #expect(stage.triggers("Q192265", on: "WEB1") == 0)
    for resource in ["handles", "registry-opens", "private-bytes"] {
      #expect(stage.held(resource, by: "Q192265", on: "WEB1") == 0)
    }
    let idle = try Stage(Self.site, [old: new, "every: 10m": "every: 7d"])
    try idle.go(to: .hours(8))
    // Nothing else has become more either: the tool's visits leave no trace.
    let process = new.hasPrefix("Windows 2000") ? "regsvc" : "winlogon"
    for counter in ["Handle Count", "Private Bytes"] {
      let path = "Process(\(process))\\\(counter)"
      #expect(try stage.counter(path, on: "WEB1") == idle.counter(path, on: "WEB1"))
    }
  }

  @Test("Run locally the tool itself pays, and its end frees that")
  func local() throws {
    let stage = try Stage(Self.site, ["runs: remotely": "runs: locally"])
    try stage.go(to: .minutes(10) + .milliseconds(90))
    let winlogon = try #require(try stage.counter(Self.handles, on: "WEB1"))
    try stage.go(to: .minutes(11))
    #expect(try stage.counter(Self.handles, on: "WEB1") == winlogon)
    #expect(try stage.process("winlogon.exe", on: "WEB1").state == .running)
    #expect(stage.record.defects.allSatisfy { $0.takings.allSatisfy { $0.amount == 0 } })
  }

  @Test("The SMTP service need not run, and its restart frees nothing")
  func service() throws {
    let stage = try Stage(
      Self.site,
      adding: """
        changes:
          restart: { at: 2h, host: WEB1, does: [ { restart: SMTPSVC } ] }
          stop: { at: 4h, host: WEB1, does: [ { stop: SMTPSVC } ] }
        """
    )
    for (minutes, runs) in [(121, 12), (241, 24), (421, 42)] as [(UInt64, Int)] {
      try stage.go(to: .minutes(minutes))
      #expect(stage.held("handles", by: "Q192265", on: "WEB1") == runs)
      #expect(stage.held("private-bytes", by: "Q192265", on: "WEB1") == runs * 4_096)
    }
    #expect(try stage.process("SMTPSVC", on: "WEB1").state == .stopped)
  }

  @Test("A reboot frees everything, and it begins anew")
  func reboot() throws {
    let stage = try Stage(
      Self.site,
      adding: "changes: { again: { at: 245m, does: [ { reboot: WEB1 } ] } }"
    )
    try stage.go(to: .minutes(244))
    #expect(stage.held("handles", by: "Q192265", on: "WEB1") == 24)
    try stage.go(to: .minutes(249))
    for resource in ["handles", "registry-opens", "private-bytes"] {
      #expect(stage.held(resource, by: "Q192265", on: "WEB1") == 0)
    }
    try stage.go(to: .minutes(301))
    #expect(stage.held("handles", by: "Q192265", on: "WEB1") == 6)
    #expect(stage.defect("Q192265", on: "WEB1")?.taking("handles")?.taken == 30)
  }

  @Test("A service pack helps from the next start of the computer on, and not before")
  func patch() throws {
    let stage = try Stage(
      Self.site,
      adding: """
        changes:
          install: { at: 2h, host: WEB1, does: [ { install: NT 4.0 SP4 } ] }
          restart: { at: 3h, host: WEB1, does: [ { restart: SMTPSVC } ] }
          reboot: { at: 5h, does: [ { reboot: WEB1 } ] }
        """
    )
    try stage.go(to: .minutes(299))
    #expect(stage.held("handles", by: "Q192265", on: "WEB1") == 29)
    try stage.go(to: .hours(8))
    #expect(stage.held("handles", by: "Q192265", on: "WEB1") == 0)
    let defect = try #require(stage.defect("Q192265", on: "WEB1"))
    #expect(defect.triggers == 29)
    #expect(defect.idleTriggers >= 16)
    #expect(defect.inForce.count == 1)
    #expect(defect.inForce.first?.until.map { $0 >= .start + .hours(5) } == true)
  }

  @Test("Slow, RPC Server Busy, Out of Virtual Memory, hang: in this order, as memory gives out")
  func symptoms() throws {
    let stage = try Stage(
      Self.site,
      ["memory: 64 MiB": "memory: 32 MiB, pagefile: 11 MiB", "every: 10m": "every: 2s"]
    )
    try stage.go(to: .hours(8))
    let host = try #require(stage.record.hosts.first)
    let own = host.symptoms.filter { $0.process == nil && $0.resource == "private-bytes" }
    #expect(own.map(\.symptom) == [.slow, .rpcBusy, .outOfVirtualMemory, .hang])
    #expect(zip(own, own.dropFirst()).allSatisfy { $0.first < $1.first })
    let winlogon = try stage.process("winlogon.exe", on: "WEB1")
    #expect(winlogon.state == .hanging)
    #expect(winlogon.stops.first?.defect == "Q192265")
    // Only a start of the computer ends that.
    let rebooted = try Stage(
      Self.site,
      ["memory: 64 MiB": "memory: 32 MiB, pagefile: 11 MiB", "every: 10m": "every: 2s"],
      adding: "changes: { again: { at: 7h, does: [ { reboot: WEB1 } ] } }"
    )
    try rebooted.go(to: .hours(7) + .minutes(5))
    #expect(try rebooted.process("winlogon.exe", on: "WEB1").state == .running)
    #expect(rebooted.held("private-bytes", by: "Q192265", on: "WEB1") < 61 * 4_096)
  }
}
