import Kernel
import Plan
import Record
import Testing

@Suite("Q175982: a mail host that accepts a connection and never greets")
struct Q175982Tests {
  static let site = """
    title: A silent mail host
    run: { duration: 2d, seed: 5, sample: 10m }
    hosts:
      HUB1: { os: NT 4.0 Server SP3, installed: [SNMP] }
    exchange:
      HUB1:
        version: 5.5 RTM
        mailboxes: 50
        internet-mail: { domain: firm.example, connections: { one-host: 4, outbound: 20 }, timers: { banner: 5m } }
    internet:
      partner.example: { hosts: { mx.partner.example: { manner: silent } } }
      elsewhere.example: { hosts: { mx.elsewhere.example: {} } }
    mail:
      to-partner: { from: HUB1, to: partner.example, volume: 6/hour }
      to-others: { from: HUB1, to: elsewhere.example, volume: 60/hour }
    """
  static let outbound = #"MSExchangeIMC\Connections Outbound"#
  static let queued = #"MSExchangeIMC\Queued Outbound"#

  private static func slots(_ stage: Stage) -> Int {
    stage.held("connection-slots", by: "Q175982", on: "HUB1")
  }

  @Test(
    "A connection is lost exactly as long after its accept as the timer says",
    arguments: [("5m", 300), ("2m", 120), ("45s", 45)] as [(String, UInt64)]
  )
  func moment(timer: String, seconds: UInt64) throws {
    let stage = try Stage(Self.site, ["banner: 5m": "banner: \(timer)"])
    // Goes on until somebody has accepted a connection to the silent host.
    var second: UInt64 = 0
    var row: Snapshot.ConnectionRow?
    while row == nil {
      second += 10
      try stage.go(to: .seconds(second))
      row = try stage.snapshot(of: "HUB1").connections.first {
        $0.foreign == "mx.partner.example:25"
      }
    }
    let accepted = try #require(row).since
    #expect(row?.isLeaked == false)
    let due = (accepted - .start) + .seconds(seconds)
    try stage.go(to: due - .milliseconds(1))
    #expect(Self.slots(stage) == 0)
    try stage.go(to: due)
    #expect(Self.slots(stage) == 1)
    #expect(stage.held("sockets", by: "Q175982", on: "HUB1") == 1)
    #expect(stage.defect("Q175982", on: "HUB1")?.firstTrigger == .start + due)
    // It stays to be seen, and becomes older.
    try stage.go(to: due + .hours(3))
    let old = try stage.snapshot(of: "HUB1").connections.first { $0.since == accepted }
    #expect(old?.state == "ESTABLISHED")
    #expect(old?.isLeaked == true)
  }

  @Test(
    "At its domain's limit mail stays queued, while that of others flows",
    arguments: ["5.0 RTM", "5.0 SP1", "5.5 RTM"]
  )
  func domainLimit(version: String) throws {
    let stage = try Stage(Self.site, ["5.5 RTM": version])
    try stage.go(to: .hours(12))
    #expect(Self.slots(stage) == 4)
    #expect(stage.triggers("Q175982", on: "HUB1") == 4)
    let queued = try #require(try stage.counter(Self.queued, on: "HUB1"))
    try stage.go(to: .hours(24))
    #expect(Self.slots(stage) == 4)
    #expect(try #require(stage.defect("Q175982", on: "HUB1")).closures.count == 1)
    let partner = try stage.flow("to-partner")
    #expect(partner.delivered == 0)
    #expect(partner.returned.isEmpty)
    #expect(try #require(try stage.counter(Self.queued, on: "HUB1")) >= queued + 40)
    let others = try stage.flow("to-others")
    #expect(others.delivered + 2 >= others.sent)
    #expect(others.sent > 1_200)
    #expect(try #require(try stage.counter(Self.outbound, on: "HUB1")) >= 4)
    #expect(try stage.process("MSExchangeIMC", on: "HUB1").state == .running)
    let leaked = try stage.snapshot(of: "HUB1").connections.filter(\.isLeaked)
    #expect(leaked.count == 4)
    #expect(leaked.allSatisfy { $0.state == "ESTABLISHED" })
    #expect(leaked.allSatisfy { .start + .hours(24) - $0.since > .hours(6) })
  }

  @Test("A host that works does not help its domain once the silent one has taken all connections")
  func twoHosts() throws {
    let stage = try Stage(
      Self.site,
      [
        "mx.partner.example: { manner: silent }":
          "mx1.partner.example: { manner: silent }, mx2.partner.example: {}"
      ]
    )
    try stage.go(to: .hours(12))
    #expect(Self.slots(stage) == 4)
    let then = try stage.flow("to-partner")
    #expect(then.delivered > 0)
    try stage.go(to: .hours(24))
    let now = try stage.flow("to-partner")
    #expect(now.delivered == then.delivered)
    #expect(now.waiting > then.waiting + 40)
    let host = try stage.snapshot(of: "HUB1").connections.filter(\.isLeaked).map(\.foreign)
    #expect(host == Array(repeating: "mx1.partner.example:25", count: 4))
    // With the corrected release the other host gets the mail at the next attempt.
    let fixed = try Stage(
      Self.site,
      [
        "mx.partner.example: { manner: silent }":
          "mx1.partner.example: { manner: silent }, mx2.partner.example: {}",
        "5.5 RTM": "5.5 SP1",
      ]
    )
    try fixed.go(to: .hours(24))
    let partner = try fixed.flow("to-partner")
    #expect(partner.delivered + 10 >= partner.sent)
    #expect(try #require(partner.latency).longest <= 21 * 60_000)
  }

  @Test("When lost connections are all that may go out, nothing leaves")
  func wholeLimit() throws {
    let stage = try Stage(Self.site, ["outbound: 20": "outbound: 4"])
    try stage.go(to: .hours(12))
    #expect(Self.slots(stage) == 4)
    // The domain's limit, and that of all.
    #expect(try #require(stage.defect("Q175982", on: "HUB1")).closures.count == 2)
    let before = try stage.flow("to-others").delivered
    let queued = try #require(try stage.counter(Self.queued, on: "HUB1"))
    try stage.go(to: .hours(18))
    #expect(try stage.flow("to-others").delivered == before)
    #expect(try #require(try stage.counter(Self.queued, on: "HUB1")) > queued + 300)
    #expect(try stage.counter(Self.outbound, on: "HUB1") == 4)
  }

  @Test("A restart of the service frees all; a host still silent leaks afresh")
  func restart() throws {
    let stage = try Stage(
      Self.site,
      adding: "changes: { again: { at: 12h, host: HUB1, does: [ { restart: MSExchangeIMC } ] } }"
    )
    try stage.go(to: .hours(12) - .seconds(1))
    #expect(Self.slots(stage) == 4)
    try stage.go(to: .hours(12) + .minutes(2))
    #expect(Self.slots(stage) == 0)
    #expect(stage.held("sockets", by: "Q175982", on: "HUB1") == 0)
    #expect(try stage.snapshot(of: "HUB1").connections.allSatisfy { !$0.isLeaked })
    try stage.go(to: .hours(12) + .minutes(10))
    #expect(Self.slots(stage) == 4)
    #expect(stage.defect("Q175982", on: "HUB1")?.taking("connection-slots")?.taken == 8)
  }

  @Test("After a restart mail flows, where the host has found its speech again")
  func cured() throws {
    let stage = try Stage(
      Self.site,
      ["manner: silent": "manner: sound"],
      adding: """
        faults: { silence: { mail-host: mx.partner.example, manner: silent, from: 1h, for: 9h } }
        changes: { again: { at: 12h, host: HUB1, does: [ { restart: MSExchangeIMC } ] } }
        """
    )
    try stage.go(to: .hours(12) - .seconds(1))
    // The host speaks again for two hours, and still nothing goes to it.
    #expect(Self.slots(stage) == 4)
    let before = try stage.flow("to-partner").waiting
    #expect(before > 20)
    try stage.go(to: .hours(13))
    #expect(Self.slots(stage) == 0)
    let after = try stage.flow("to-partner")
    #expect(after.waiting <= 1)
    #expect(after.returned.isEmpty)
  }

  @Test(
    "Restarts of other services free nothing",
    arguments: ["restart: SNMP", "stop: SNMP"]
  )
  func otherServices(step: String) throws {
    let stage = try Stage(
      Self.site,
      adding: "changes: { then: { at: 12h, host: HUB1, does: [ { \(step) } ] } }"
    )
    try stage.go(to: .hours(13))
    #expect(Self.slots(stage) == 4)
  }

  @Test(
    "No connection is lost where the host does anything else",
    arguments: [
      "slow", "silent-after-banner", "refuses", "unreachable", "hangs-up", "busy", "sound",
      "drops-after-ehlo", "drops-after-answer", "rejects-ehlo", "rejects",
    ]
  )
  func manners(manner: String) throws {
    let stage = try Stage(Self.site, ["manner: silent": "manner: \(manner)"])
    try stage.go(to: .hours(24))
    expectNoLoss(stage)
    let others = try stage.flow("to-others")
    #expect(others.delivered + 2 >= others.sent)
    let partner = try stage.flow("to-partner")
    switch manner {
    case "sound", "slow", "rejects-ehlo", "drops-after-ehlo":
      #expect(partner.delivered + 3 >= partner.sent)
    case "rejects": #expect(partner.returned.map(\.count).reduce(0, +) + 1 >= partner.sent)
    default: #expect(partner.delivered == 0)
    }
  }

  @Test("A greeting a second before the timer is in time, and at its very instant too late")
  func boundary() throws {
    let inTime = try Stage(Self.site, ["manner: silent": "manner: slow"])
    try inTime.go(to: .hours(6))
    expectNoLoss(inTime)
    #expect(try inTime.flow("to-partner").delivered > 10)
    // The greeting takes 100 ms and the way there and back: together exactly the timer.
    let late = try Stage(
      Self.site,
      ["manner: silent": "latency: 450ms", "banner: 5m": "banner: 1s"]
    )
    try late.go(to: .hours(6))
    #expect(Self.slots(late) == 4)
    let early = try Stage(
      Self.site,
      ["manner: silent": "latency: 449ms", "banner: 5m": "banner: 1s"]
    )
    try early.go(to: .hours(6))
    expectNoLoss(early)
  }

  @Test(
    "Corrected releases lose nothing: the message is tried again",
    arguments: ["5.0 SP2", "5.5 SP1", "5.5 SP4"]
  )
  func fixed(version: String) throws {
    let stage = try Stage(Self.site, ["5.5 RTM": version])
    try stage.go(to: .hours(24))
    expectNoLoss(stage)
    let defect = try #require(stage.defect("Q175982", on: "HUB1"))
    #expect(defect.idleTriggers > 50)
    #expect(try #require(try stage.counter(Self.outbound, on: "HUB1")) <= 5)
    let others = try stage.flow("to-others")
    #expect(others.delivered + 2 >= others.sent)
  }

  private func expectNoLoss(_ stage: Stage) {
    #expect(stage.triggers("Q175982", on: "HUB1") == 0)
    #expect(Self.slots(stage) == 0)
    #expect(stage.held("sockets", by: "Q175982", on: "HUB1") == 0)
    let snapshot = try? stage.snapshot(of: "HUB1")
    #expect(snapshot?.connections.contains { $0.isLeaked } == false)
  }

  @Test("A service pack helps from the service's next start on, and not before")
  func patch() throws {
    let stage = try Stage(
      Self.site,
      ["one-host: 4": "one-host: 100", "outbound: 20": "outbound: 200"],
      adding: """
        changes:
          install: { at: 4h, host: HUB1, does: [ { install: 5.5 SP1 } ] }
          other: { at: 6h, host: HUB1, does: [ { restart: SNMP } ] }
          restart: { at: 8h, host: HUB1, does: [ { restart: MSExchangeIMC } ] }
        """
    )
    try stage.go(to: .hours(4))
    let early = Self.slots(stage)
    try stage.go(to: .hours(8) - .seconds(1))
    let late = Self.slots(stage)
    #expect(early > 10)
    #expect(late > early + 10)
    try stage.go(to: .hours(12))
    #expect(Self.slots(stage) == 0)
    let defect = try #require(stage.defect("Q175982", on: "HUB1"))
    #expect(defect.triggers == UInt64(late))
    #expect(defect.idleTriggers > 10)
    #expect(defect.inForce.count == 1)
  }
}
