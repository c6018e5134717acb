import Kernel
import Plan
import Record
import Testing

@Suite("Q197142: a server that drops the connection after EHLO, while mail is rerouted to it")
struct Q197142Tests {
  static let site = """
    title: Rerouted mail and a dropped EHLO
    run: { duration: 2d, seed: 11, sample: 10m }
    hosts:
      HUB1: { os: NT 4.0 Server SP4 }
    exchange:
      HUB1:
        version: 5.5 SP1
        mailboxes: 50
        internet-mail:
          domain: firm.example
          reroute: { firm.example: inbound, subsidiary.example: mail.subsidiary.example }
    internet:
      subsidiary.example:
        hosts:
          hub1.firm.example: { preference: 10, server: HUB1 }
          mail.subsidiary.example: { preference: 20, product: exchange }
      elsewhere.example: { hosts: { mx.elsewhere.example: {} } }
    faults:
      hang-up: { mail-host: mail.subsidiary.example, manner: drops-after-ehlo, from: 2h, for: 10h }
    mail:
      to-subsidiary: { from: elsewhere.example, to: subsidiary.example, volume: 20/hour }
      to-others: { from: HUB1, to: elsewhere.example, volume: 20/hour }
      from-others: { from: elsewhere.example, to: HUB1, volume: 20/hour }
    """

  @Test("The service stops at the first such connection", arguments: ["5.5 RTM", "5.5 SP1"])
  func stop(version: String) throws {
    let stage = try Stage(Self.site, ["5.5 SP1": version])
    try stage.go(to: .hours(2))
    #expect(try stage.process("MSExchangeIMC", on: "HUB1").state == .running)
    let before = try stage.flow("to-subsidiary")
    #expect(before.delivered + 1 >= before.sent)
    #expect(before.sent > 20)
    try stage.go(to: .hours(6))
    let service = try stage.process("MSExchangeIMC", on: "HUB1")
    #expect(service.state == .stopped)
    #expect(service.stopCount == 1)
    let end = try #require(service.stops.first)
    #expect(end.reason == .unexpected)
    #expect(end.defect == "Q197142")
    #expect(end.time > .start + .hours(2))
    #expect(end.time < .start + .minutes(150))
    #expect(stage.triggers("Q197142", on: "HUB1") == 1)
    #expect(stage.defect("Q197142", on: "HUB1")?.firstTrigger == end.time)
    for other in ["MSExchangeIS", "MSExchangeMTA", "MSExchangeDS", "MSExchangeSA"] {
      #expect(try stage.process(other, on: "HUB1").state == .running)
    }
    #expect(stage.logged("DrWatson", 4_097, on: "HUB1") == 1)
  }

  @Test("While it is stopped its counters are not there, and all Internet mail stands still")
  func standstill() throws {
    let stage = try Stage(Self.site)
    try stage.go(to: .hours(3))
    let others = try stage.flow("to-others").delivered
    let inbound = try stage.flow("from-others").delivered
    #expect(try stage.counter(#"MSExchangeIMC\Queued Outbound"#, on: "HUB1") == nil)
    #expect(try stage.counter(#"Process(msexcimc)\Private Bytes"#, on: "HUB1") == nil)
    #expect(try stage.counter(#"MSExchangeIS Private\Logon Count"#, on: "HUB1") != nil)
    try stage.go(to: .hours(8))
    #expect(try stage.flow("to-others").delivered == others)
    #expect(try stage.flow("from-others").delivered == inbound)
    #expect(try stage.flow("to-others").waiting > 80)
  }

  @Test("It stops again after each start, while message and fault remain; nothing is lost")
  func again() throws {
    let stage = try Stage(
      Self.site,
      adding: """
        changes:
          first: { at: 4h, host: HUB1, does: [ { start: MSExchangeIMC } ] }
          second: { at: 6h, host: HUB1, does: [ { start: MSExchangeIMC } ] }
          third: { at: 8h, host: HUB1, does: [ { start: MSExchangeIMC } ] }
          after-the-fault: { at: 13h, host: HUB1, does: [ { start: MSExchangeIMC } ] }
        """
    )
    for (hour, stops) in [(4, 1), (6, 2), (8, 3), (12, 4)] as [(UInt64, UInt64)] {
      try stage.go(to: .hours(hour) - .minutes(1))
      let service = try stage.process("MSExchangeIMC", on: "HUB1")
      #expect(service.state == .stopped)
      #expect(service.stopCount == stops)
      #expect(stage.triggers("Q197142", on: "HUB1") == Int(stops))
    }
    try stage.go(to: .hours(20))
    #expect(try stage.process("MSExchangeIMC", on: "HUB1").state == .running)
    for name in ["to-subsidiary", "to-others", "from-others"] {
      let flow = try stage.flow(name)
      #expect(flow.returned.isEmpty, "\(name)")
      #expect(flow.lost == 0)
      #expect(flow.delivered + 2 >= flow.sent, "\(name): \(flow.delivered) of \(flow.sent)")
    }
  }

  @Test(
    "It runs on where one of the conditions is not met",
    arguments: [
      [("version: 5.5 SP1", "version: 5.5 SP2")],
      [("version: 5.5 SP1", "version: 5.5 SP3")],
      [("version: 5.5 SP1", "version: 5.5 SP1\n    hotfixes: [Q197142]")],
      [("version: 5.5 SP1", "version: 5.0 RTM")],
      [("version: 5.5 SP1", "version: 5.0 SP2")],
      [("product: exchange", "product: other")],
      [("drops-after-ehlo", "drops-after-answer")],
      [("drops-after-ehlo", "hangs-up")],
      [("drops-after-ehlo", "rejects-ehlo")],
      [("drops-after-ehlo", "silent-after-banner")],
      [("drops-after-ehlo", "refuses")],
      [("domain: firm.example", "domain: firm.example\n      ehlo: false")],
    ]
  )
  func controls(changes: [(String, String)]) throws {
    let (old, new) = changes[0]
    let stage = try Stage(Self.site, [old: new])
    try stage.go(to: .hours(30))
    let service = try stage.process("MSExchangeIMC", on: "HUB1")
    #expect(service.state == .running)
    #expect(service.stopCount == 0)
    #expect(stage.triggers("Q197142", on: "HUB1") == 0)
    for name in ["to-others", "from-others", "to-subsidiary"] {
      let flow = try stage.flow(name)
      #expect(flow.delivered + 2 >= flow.sent, "\(name): \(flow.delivered) of \(flow.sent)")
      #expect(flow.lost == 0)
    }
  }

  @Test("Without a table nothing is rerouted: such mail is refused when the text is read")
  func withoutRerouting() {
    let table = "reroute: { firm.example: inbound, subsidiary.example: mail.subsidiary.example }"
    for other in ["", "reroute: { firm.example: inbound }"] {
      let complaints = Stage.complaints(Self.site, [table: other])
      #expect(complaints.contains { $0.contains("no server here reroutes mail") })
    }
  }

  @Test(
    "A message of its own to the same server stops nothing, be there a table or none",
    arguments: [
      "reroute: { firm.example: inbound, subsidiary.example: mail.subsidiary.example }",
      "reroute: { firm.example: inbound }", "",
    ]
  )
  func ownMessage(table: String) throws {
    let stage = try Stage(
      Self.site,
      [
        "to-subsidiary: { from: elsewhere.example, to: subsidiary.example":
          "own: { from: HUB1, to: subsidiary.example",
        "hub1.firm.example: { preference: 10, server: HUB1 }": "",
        "reroute: { firm.example: inbound, subsidiary.example: mail.subsidiary.example }": table,
      ]
    )
    try stage.go(to: .hours(11))
    #expect(try stage.process("MSExchangeIMC", on: "HUB1").stopCount == 0)
    #expect(stage.triggers("Q197142", on: "HUB1") == 0)
    let own = try stage.flow("own")
    #expect(own.sent > 150)
    #expect(own.delivered + 1 >= own.sent)
  }

  @Test("With the fix the message goes by HELO at once, and arrives during the fault")
  func hello() throws {
    let stage = try Stage(
      Self.site,
      ["version: 5.5 SP1": "version: 5.5 SP1\n    hotfixes: [Q197142]"]
    )
    try stage.go(to: .hours(11))
    let flow = try stage.flow("to-subsidiary")
    #expect(flow.delivered + 1 >= flow.sent)
    #expect(try #require(flow.latency).longest < 60_000)
    let defect = try #require(stage.defect("Q197142", on: "HUB1"))
    #expect(defect.inForce.isEmpty)
    #expect(defect.idleTriggers > 150)
  }

  @Test("A service pack that is installed while it is stopped helps at the next start")
  func patch() throws {
    let stage = try Stage(
      Self.site,
      adding: """
        changes:
          early: { at: 1h, host: HUB1, does: [ { install: 5.5 SP2 } ] }
          late: { at: 4h, host: HUB1, does: [ { start: MSExchangeIMC } ] }
        """
    )
    try stage.go(to: .hours(3))
    // Installed, and not yet loaded: it still stops.
    #expect(try stage.process("MSExchangeIMC", on: "HUB1").state == .stopped)
    try stage.go(to: .hours(11))
    #expect(try stage.process("MSExchangeIMC", on: "HUB1").state == .running)
    #expect(stage.triggers("Q197142", on: "HUB1") == 1)
    let flow = try stage.flow("to-subsidiary")
    #expect(flow.delivered + 1 >= flow.sent)
  }
}
