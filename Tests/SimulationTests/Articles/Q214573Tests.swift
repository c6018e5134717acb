import Kernel
import Plan
import Record
import Testing

@Suite("Q214573: wrong passwords by NTLM over POP3")
struct Q214573Tests {
  static let site = """
    title: Wrong passwords by NTLM
    run: { duration: 8h, seed: 7, sample: 10m }
    hosts:
      MAIL1: { os: NT 4.0 Server SP4 }
    exchange:
      MAIL1: { version: 5.0 SP2, mailboxes: 50 }
    pop3:
      ROAD: { server: MAIL1, users: 40, mechanism: ntlm, check: 30m, hours: always, bad-passwords: 50% }
    """
  static let handles = #"Process(services)\Handle Count"#
  static let failures = #"MSExchange Internet Protocols\POP3 Logon Failures"#

  /// The site with the corrected store: all that differs is what leaks.
  private static func sound() throws -> Stage {
    try Stage(site, ["5.0 SP2,": "5.0 SP2, hotfixes: [Q214573],"])
  }

  @Test(
    "Each failed logon costs one handle of services.exe, exactly",
    arguments: ["5.0 RTM", "5.0 SP1", "5.0 SP2"]
  )
  func leak(version: String) throws {
    let stage = try Stage(Self.site, ["5.0 SP2": version])
    let sound = try Self.sound()
    for hour in 1...8 {
      try stage.go(to: .hours(UInt64(hour)))
      try sound.go(to: .hours(UInt64(hour)))
      let failures = try #require(try stage.counter(Self.failures, on: "MAIL1"))
      #expect(try sound.counter(Self.failures, on: "MAIL1") == failures)
      #expect(failures > 50 * hour)
      #expect(stage.triggers("Q214573", on: "MAIL1") == failures)
      #expect(stage.held("handles", by: "Q214573", on: "MAIL1") == failures)
      let here = try #require(try stage.counter(Self.handles, on: "MAIL1"))
      let there = try #require(try sound.counter(Self.handles, on: "MAIL1"))
      #expect(here - there == failures)
    }
    let path = #"Process(store)\Handle Count"#
    #expect(try stage.counter(path, on: "MAIL1") == sound.counter(path, on: "MAIL1"))
  }

  @Test("Nothing is left behind where one of the conditions is not met")
  func controls() throws {
    let basic = try Stage(Self.site, ["mechanism: ntlm": "mechanism: basic"])
    let right = try Stage(Self.site, ["bad-passwords: 50%": "bad-passwords: 0%"])
    try expectNothing(basic, failing: true)
    try expectNothing(right, failing: false)
    try expectNothing(try Self.sound(), failing: true)
    for version in ["5.5 RTM", "5.5 SP1", "5.5 SP2", "5.5 SP3", "5.5 SP4"] {
      try expectNothing(try Stage(Self.site, ["5.0 SP2": version]), failing: true)
    }
  }

  private func expectNothing(_ stage: Stage, failing: Bool) throws {
    try stage.go(to: .hours(8))
    let failures = try #require(try stage.counter(Self.failures, on: "MAIL1"))
    #expect((failures > 400) == failing)
    #expect(stage.triggers("Q214573", on: "MAIL1") == 0)
    #expect(stage.held("handles", by: "Q214573", on: "MAIL1") == 0)
    let here = try #require(try stage.counter(Self.handles, on: "MAIL1"))
    let sound = try Self.sound()
    try sound.go(to: .hours(8))
    // What differs is at most what sessions hold at the moment.
    let there = try #require(try sound.counter(Self.handles, on: "MAIL1"))
    #expect(abs(here - there) <= 40)
  }

  @Test("Failures of NTLM that are not POP3's leak nothing")
  func otherProtocol() throws {
    let stage = try Stage(
      Self.site,
      ["bad-passwords: 50%": "bad-passwords: 0%"],
      adding: """
        activities:
          IMAP: { host: MAIL1, process: store.exe, rate: 200/hour, traits: { ntlm: 100%, failed: 100% } }
        """
    )
    try stage.go(to: .hours(8))
    #expect(stage.held("handles", by: "Q214573", on: "MAIL1") == 0)
    #expect(stage.triggers("Q214573", on: "MAIL1") == 0)
  }

  @Test("The end of the connection frees nothing: handles stay when nobody is there any more")
  func disconnect() throws {
    let stage = try Stage(
      Self.site,
      ["hours: always": "hours: morning", "duration: 8h": "duration: 12h"],
      adding: "hours: { morning: { monday-to-friday: 1 am to 4 am, rest: 0% } }"
    )
    try stage.go(to: .hours(5))
    let failures = try #require(try stage.counter(Self.failures, on: "MAIL1"))
    #expect(failures > 100)
    #expect(try stage.snapshot(of: "MAIL1").connections.isEmpty)
    #expect(stage.held("handles", by: "Q214573", on: "MAIL1") == failures)
    try stage.go(to: .hours(12))
    #expect(stage.held("handles", by: "Q214573", on: "MAIL1") == failures)
  }

  @Test(
    "Only a stop of the Information Store frees them",
    arguments: [
      ("restart: MSExchangeDS", true), ("restart: MSExchangeMTA", false),
      ("restart: MSExchangeIMC", false), ("stop: MSExchangeIMC", false),
      ("restart: MSExchangeIS", true), ("stop: MSExchangeIS", true), ("reboot: MAIL1", true),
    ]
  )
  func release(step: String, frees: Bool) throws {
    let stage = try Stage(
      Self.site,
      ["mailboxes: 50": "mailboxes: 50, internet-mail: { domain: firm.example }"],
      adding: "changes: { then: { at: 4h, host: MAIL1, does: [ { \(step) } ] } }"
    )
    try stage.go(to: .minutes(239))
    let before = stage.held("handles", by: "Q214573", on: "MAIL1")
    #expect(before > 200)
    try stage.go(to: .minutes(241))
    // Within two minutes some more logons fail.
    let after = stage.held("handles", by: "Q214573", on: "MAIL1")
    if frees { #expect(after < 20) } else { #expect(after >= before) }
    let taken = try #require(stage.defect("Q214573", on: "MAIL1")?.taking("handles")?.taken)
    #expect(taken >= before)
  }

  @Test("A fix stops the growth when the store starts again, and not before")
  func patch() throws {
    let stage = try Stage(
      Self.site,
      adding: """
        changes:
          fix: { at: 3h, host: MAIL1, does: [ { install: Q214573 } ] }
          wrong-service: { at: 4h, host: MAIL1, does: [ { restart: MSExchangeMTA } ] }
          right-service: { at: 6h, host: MAIL1, does: [ { restart: MSExchangeIS } ] }
        """
    )
    var held: [Int] = []
    for hour in [3, 4, 5] as [UInt64] {
      try stage.go(to: .hours(hour))
      held.append(stage.held("handles", by: "Q214573", on: "MAIL1"))
    }
    try stage.go(to: .minutes(359))
    held.append(stage.held("handles", by: "Q214573", on: "MAIL1"))
    #expect(held[0] > 150)
    #expect(zip(held, held.dropFirst()).allSatisfy { $1 > $0 + 40 }, "\(held)")
    try stage.go(to: .hours(8))
    #expect(stage.held("handles", by: "Q214573", on: "MAIL1") == 0)
    let defect = try #require(stage.defect("Q214573", on: "MAIL1"))
    #expect(defect.inForce.count == 1)
    let end = try #require(defect.inForce.first?.until)
    #expect(end >= .start + .hours(6))
    #expect(end < .start + .minutes(361))
    #expect(defect.idleTriggers > 60)
    #expect(defect.lastTrigger.map { $0 < .start + .hours(6) } == true)
  }

  @Test("The store's counters are not there while it is stopped, and those of services.exe are")
  func absence() throws {
    let stage = try Stage(
      Self.site,
      adding: #"""
        changes:
          stop: { at: 2h, host: MAIL1, does: [ { stop: MSExchangeIS } ] }
          start: { at: 3h, host: MAIL1, does: [ { start: MSExchangeIS } ] }
        observe: ['*\Process(*)\Handle Count']
        """#,
    )
    try stage.go(to: .minutes(150))
    #expect(try stage.counter(Self.failures, on: "MAIL1") == nil)
    #expect(try stage.counter(#"Process(store)\Handle Count"#, on: "MAIL1") == nil)
    #expect(try stage.counter(Self.handles, on: "MAIL1") != nil)
    try stage.go(to: .hours(4))
    #expect(try stage.counter(Self.failures, on: "MAIL1") != nil)
    let series = stage.record.series
    let store = try series.values(#"MAIL1\Process(store)\Handle Count"#)
    // A sample each ten minutes; that of the second hour may be taken before or after the stop.
    #expect(store[..<12].allSatisfy { $0 != nil })
    #expect(store[13..<18].allSatisfy { $0 == nil })
    #expect(store[20...].allSatisfy { $0 != nil })
    let services = try series.values(#"MAIL1\Process(services)\Handle Count"#)
    #expect(services.allSatisfy { $0 != nil })
  }

  @Test("In the end services.exe has no more handles to give, and fails")
  func exhaustion() throws {
    let stage = try Stage(
      Self.site,
      [
        "users: 40": "users: 2000", "bad-passwords: 50%": "bad-passwords: 100%, retries: 0",
        "check: 30m": "check: 10m",
      ]
    )
    try stage.go(to: .hours(1))
    let symptoms = try #require(stage.record.hosts.first).symptoms
    let own = symptoms.filter { $0.process == "services.exe" }
    #expect(own.map(\.symptom) == [.slow, .rpcBusy, .stop])
    #expect(own.allSatisfy { $0.resource == "handles" })
    let process = try stage.process("services.exe", on: "MAIL1")
    #expect(process.stops.first?.reason == .exhausted)
    #expect(process.stops.first?.defect == "Q214573")
  }
}
