import Kernel
import Plan
import Record
import Testing

@Suite("Q260554: transit between post offices through Exchange 5.5 on Windows 2000")
struct Q260554Tests {
  static let site = """
    title: Transit through Windows 2000
    run: { duration: 24h, seed: 13, sample: 10m }
    hosts:
      HUB1: { os: Windows 2000 Server SP1, installed: [SNMP] }
      MTA1: { os: NT 4.0 Workstation SP4 }
    exchange:
      HUB1:
        version: 5.5 SP3
        mailboxes: 50
        msmail-connector:
          post-office: HQ/SHADOW
          instances:
            PCMTA-LAN: { link: lan, serves: [HQ/SALES, HQ/PLANT, HQ/LAB], poll: 5m }
    post-offices:
      HQ/SALES: { mailboxes: 50, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }
      HQ/PLANT: { mailboxes: 50, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }
      HQ/LAB: { mailboxes: 50, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }
    mail:
      transit: { from: HQ/SALES, to: HQ/PLANT, volume: 20/hour }
      inward: { from: HQ/SALES, to: HUB1, volume: 20/hour }
      outward: { from: HUB1, to: HQ/LAB, volume: 20/hour }
    """
  static let bytes = #"Process(async)\Private Bytes"#
  static let perMessage = 2 << 10

  @Test(
    "The memory of async.exe rises with each message in transit, wherever one looks",
    arguments: ["5.5 RTM", "5.5 SP1", "5.5 SP2", "5.5 SP3"]
  )
  func leak(version: String) throws {
    let stage = try Stage(Self.site, ["5.5 SP3": version])
    let sound = try Stage(Self.site, ["Windows 2000 Server SP1": "NT 4.0 Server SP6"])
    for hour in [4, 8, 16, 24] as [UInt64] {
      try stage.go(to: .hours(hour))
      try sound.go(to: .hours(hour))
      let moved = stage.triggers("Q260554", on: "HUB1")
      #expect(moved > 15 * Int(hour))
      let flow = try stage.flow("transit")
      #expect((flow.delivered...flow.sent).contains(UInt64(moved)))
      #expect(stage.held("private-bytes", by: "Q260554", on: "HUB1") == moved * Self.perMessage)
      let here = try #require(try stage.counter(Self.bytes, on: "HUB1"))
      let there = try #require(try sound.counter(Self.bytes, on: "HUB1"))
      #expect(here - there == moved * Self.perMessage)
      // The task list and the Process Viewer show the same.
      let row = try stage.snapshot(of: "HUB1").processes.first { $0.image == "async.exe" }
      #expect(row?.privateBytes == Int64(here))
    }
  }

  @Test("Once all has arrived, each transit message has cost its memory, and no other message any")
  func exactly() throws {
    let stage = try Stage(
      Self.site,
      ["volume: 20/hour": "volume: 20/hour, hours: morning"],
      adding: "hours: { morning: { monday-to-friday: 1 am to 6 am, rest: 0% } }"
    )
    try stage.go(to: .hours(12))
    let transit = try stage.flow("transit")
    #expect(transit.delivered == transit.sent)
    #expect(transit.messages > 70)
    #expect(stage.triggers("Q260554", on: "HUB1") == Int(transit.messages))
    #expect(try stage.flow("inward").delivered > 70)
    #expect(try stage.flow("outward").delivered > 70)
    let held = Int(transit.messages) * Self.perMessage
    #expect(stage.held("private-bytes", by: "Q260554", on: "HUB1") == held)
  }

  static let direct = "HQ/SHADOW: direct, HQ/PLANT: direct, others: via HQ/SHADOW"

  @Test(
    "Nothing is kept where one of the conditions is not met",
    arguments: [
      [("os: Windows 2000 Server SP1", "os: NT 4.0 Server SP6")],
      [("5.5 SP3", "5.5 SP4")],
      [("version: 5.5 SP3", "version: 5.5 SP3\n    hotfixes: [Q269183]")],
      [("5.5 SP3", "5.0 SP2")],
      [("transit: { from: HQ/SALES, to: HQ/PLANT", "transit: { from: HQ/SALES, to: HUB1")],
      [("link: lan", "link: x25")],
    ]
  )
  func controls(changes: [(String, String)]) throws {
    let (old, new) = changes[0]
    let stage = try Stage(Self.site, [old: new])
    try stage.go(to: .hours(12))
    try expectNothing(stage, transit: "transit")
  }

  @Test("One post office alone has nobody to pass mail to")
  func onlyOne() throws {
    let stage = try Stage(
      Self.site,
      [
        "serves: [HQ/SALES, HQ/PLANT, HQ/LAB]": "serves: [HQ/SALES]",
        "  HQ/PLANT: { mailboxes: 50, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }\n": "",
        "  HQ/LAB: { mailboxes: 50, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }\n": "",
        "  transit: { from: HQ/SALES, to: HQ/PLANT, volume: 20/hour }\n": "",
        "to: HQ/LAB": "to: HQ/SALES",
      ]
    )
    try stage.go(to: .hours(12))
    try expectNothing(stage, transit: "inward")
  }

  @Test("Post offices that reach each other directly do not pass the connector")
  func directToEachOther() throws {
    let stage = try Stage(
      Self.site,
      [
        "HQ/SALES: { mailboxes: 50, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }":
          "HQ/SALES: { mailboxes: 50, routes: { \(Self.direct) } }"
      ],
      adding: "external: { EXT: { host: MTA1, serves: [HQ/SALES, HQ/PLANT], cycle: 5m } }"
    )
    try stage.go(to: .hours(12))
    try expectNothing(stage, transit: "transit")
  }

  @Test("Transit that External carries by way of a hub never meets async.exe")
  func throughExternal() throws {
    let stage = try Stage(
      Self.site,
      [
        "HQ/SALES: { mailboxes: 50, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }":
          "HQ/SALES: { mailboxes: 50, routes: { HQ/SHADOW: direct, HQ/LAB: direct, HQ/PLANT: via HQ/LAB, others: via HQ/SHADOW } }",
        "HQ/LAB: { mailboxes: 50, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }":
          "HQ/LAB: { mailboxes: 50, routes: { HQ/SHADOW: direct, HQ/PLANT: direct, others: via HQ/SHADOW } }",
      ],
      adding: "external: { EXT: { host: MTA1, serves: [HQ/SALES, HQ/PLANT, HQ/LAB], cycle: 5m } }"
    )
    try stage.go(to: .hours(12))
    try expectNothing(stage, transit: "transit")
  }

  private func expectNothing(_ stage: Stage, transit: String) throws {
    #expect(stage.triggers("Q260554", on: "HUB1") == 0)
    #expect(stage.held("private-bytes", by: "Q260554", on: "HUB1") == 0)
    #expect(try stage.flow(transit).delivered > 150)
  }

  @Test("A connector without its own post office is refused")
  func withoutPostOffice() {
    let complaints = Stage.complaints(Self.site, ["post-office: HQ/SHADOW": ""])
    #expect(complaints.contains { $0.contains("post-office") }, "\(complaints)")
  }

  @Test("Pairs are asked one by one: where one post office is indirect, the other pair still leaks")
  func pairs() throws {
    let stage = try Stage(
      Self.site,
      [
        "HQ/LAB: { mailboxes: 50, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }":
          "HQ/LAB: { mailboxes: 50, routes: { HQ/PLANT: direct, others: via HQ/PLANT } }",
        "HQ/PLANT: { mailboxes: 50, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }":
          "HQ/PLANT: { mailboxes: 50, routes: { HQ/SHADOW: direct, HQ/LAB: direct, others: via HQ/SHADOW } }",
        "serves: [HQ/SALES, HQ/PLANT, HQ/LAB], poll: 5m }":
          "serves: [HQ/SALES, HQ/PLANT], poll: 5m }\n      routes: { HQ/LAB: via HQ/PLANT }",
        "outward: { from: HUB1, to: HQ/LAB": "indirect: { from: HQ/SALES, to: HQ/LAB",
      ],
      adding: "external: { EXT: { host: MTA1, serves: [HQ/PLANT, HQ/LAB], cycle: 5m } }"
    )
    try stage.go(to: .hours(24))
    let transit = try stage.flow("transit")
    let indirect = try stage.flow("indirect")
    #expect(indirect.delivered > 300)
    let moved = stage.triggers("Q260554", on: "HUB1")
    #expect((transit.delivered...transit.sent).contains(UInt64(moved)))
  }

  @Test("A report of what does not arrive is not in transit")
  func reports() throws {
    let stage = try Stage(
      Self.site,
      [
        "HQ/PLANT: { mailboxes: 50, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }":
          "HQ/PLANT: { mailboxes: 50, hop-limit: 1, routes: { HQ/SHADOW: direct, HQ/LAB: direct, others: via HQ/SHADOW } }",
        "HQ/LAB: { mailboxes: 50, routes: { HQ/SHADOW: direct, others: via HQ/SHADOW } }":
          "HQ/LAB: { mailboxes: 50, routes: { HQ/PLANT: direct, others: via HQ/PLANT } }",
        "serves: [HQ/SALES, HQ/PLANT, HQ/LAB], poll: 5m }":
          "serves: [HQ/SALES, HQ/PLANT], poll: 5m }\n      routes: { HQ/LAB: via HQ/PLANT }",
        "outward: { from: HUB1, to: HQ/LAB": "indirect: { from: HQ/SALES, to: HQ/LAB",
      ],
      adding: "external: { EXT: { host: MTA1, serves: [HQ/PLANT, HQ/LAB], cycle: 5m } }"
    )
    try stage.go(to: .hours(24))
    #expect(try stage.flow("indirect").delivered == 0)
    #expect(try stage.flow("(reports)").delivered > 300)
    let transit = try stage.flow("transit")
    let moved = stage.triggers("Q260554", on: "HUB1")
    #expect((transit.delivered...transit.sent).contains(UInt64(moved)))
  }

  @Test(
    "A restart of the instance frees the memory, and that of others does not",
    arguments: [
      ("restart: PCMTA-LAN", true), ("stop: PCMTA-LAN", true), ("reboot: HUB1", true),
      ("restart: MSExchangeMSMI", false), ("restart: SNMP", false),
    ]
  )
  func release(step: String, frees: Bool) throws {
    let stage = try Stage(
      Self.site,
      adding: "changes: { then: { at: 12h, host: HUB1, does: [ { \(step) } ] } }"
    )
    try stage.go(to: .minutes(719))
    let before = stage.held("private-bytes", by: "Q260554", on: "HUB1")
    #expect(before > 150 * Self.perMessage)
    try stage.go(to: .minutes(721))
    let after = stage.held("private-bytes", by: "Q260554", on: "HUB1")
    if frees { #expect(after < 10 * Self.perMessage) } else { #expect(after >= before) }
  }

  @Test("A fix stops the growth when the instance starts again, and not before")
  func patch() throws {
    let stage = try Stage(
      Self.site,
      adding: """
        changes:
          fix: { at: 6h, host: HUB1, does: [ { install: Q269183 }, { restart: MSExchangeMSMI } ] }
          restart: { at: 12h, host: HUB1, does: [ { restart: PCMTA-LAN } ] }
        """
    )
    try stage.go(to: .hours(6))
    let early = stage.triggers("Q260554", on: "HUB1")
    try stage.go(to: .hours(12) - .seconds(1))
    let late = stage.triggers("Q260554", on: "HUB1")
    #expect(late > early + 80)
    #expect(stage.held("private-bytes", by: "Q260554", on: "HUB1") == late * Self.perMessage)
    try stage.go(to: .hours(24))
    #expect(stage.triggers("Q260554", on: "HUB1") == late)
    #expect(stage.held("private-bytes", by: "Q260554", on: "HUB1") == 0)
    #expect(try #require(stage.defect("Q260554", on: "HUB1")).idleTriggers > 150)
  }
}
