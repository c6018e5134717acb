import Kernel
import Plan
import Record
import Testing

/// What is decided where nothing is defective, and what a defect's answer makes of it.
@Suite("Decisions")
struct DecisionTests {
  private static func defect(_ decision: String, _ answer: String) -> String {
    """
    defects:
      Q900001:
        title: A decision gone wrong
        affects: [ { os: NT 4.0 } ]
        trigger: { decision: \(decision) }
        effect: [ { answer: \(answer) } ]
        shows: []
        frees: []
        fixed: []
    """
  }

  private static let branches = """
    title: Two branches
    run: { duration: 12h, seed: 3 }
    hosts:
      FILE1: { os: NT 4.0 Server SP5, disks: { C: { size: 4 GiB }, D: { size: 1 GiB, free: 900 MiB } } }
      MTA1: { os: NT 4.0 Workstation SP5 }
    post-offices:
      BR/ONE: { mailboxes: 50, routes: { BR/FULL: direct } }
      BR/FULL: { mailboxes: 50, host: FILE1, disk: D, routes: { BR/ONE: direct } }
    external: { EXT: { host: MTA1, serves: [BR/ONE, BR/FULL], cycle: 5m } }
    mail: { m: { from: BR/ONE, to: BR/FULL, volume: 60/hour } }
    faults: { full: { disk: 'FILE1\\D', free: 10 KiB, from: 1h, for: 1h } }
    changes: { again: { at: 6h, host: MTA1, does: [ { restart: EXT } ] } }
    """

  @Test(
    "External looks at a full post office in each cycle, or with a defect not before its restart"
  )
  func fullPostOffice() throws {
    let sound = try Stage(Self.branches)
    let defective = try Stage(
      Self.branches,
      adding: Self.defect("external.disk-checked", "never")
    )
    try sound.go(to: .minutes(115))
    #expect(try sound.flow("m").waiting > 40)
    try sound.go(to: .minutes(150))
    #expect(try sound.flow("m").waiting < 20)
    try defective.go(to: .hours(6))
    #expect(try defective.flow("m").waiting > 250)
    try defective.go(to: .hours(7))
    #expect(try defective.flow("m").waiting < 20)
  }

  private static let servers = """
    title: Two sites
    run: { duration: 12h, seed: 4 }
    hosts:
      ONE: { os: NT 4.0 Server SP5 }
      TWO: { os: NT 4.0 Server SP5 }
    exchange:
      ONE: { version: 5.5 SP4, site: NORTH, mailboxes: 50 }
      TWO: { version: 5.5 SP4, site: SOUTH, mailboxes: 50 }
    connectors: { BETWEEN: { between: [ONE, TWO], kind: x400, bandwidth: 2 kbit/s } }
    mail: { m: { from: ONE, to: TWO, volume: 60/hour, traits: { unconvertible: 50%, invalid-address: 50% } } }
    faults: { line: { connector: BETWEEN, from: 1h, for: 10m } }
    changes: { again: { at: 6h, host: ONE, does: [ { restart: MSExchangeMTA } ] } }
    """

  @Test("Associations come back when the network does, or with a defect not before the next start")
  func associations() throws {
    let sound = try Stage(Self.servers)
    let defective = try Stage(
      Self.servers,
      adding: Self.defect("mta.association-recovers", "never")
    )
    try sound.go(to: .minutes(100))
    // Nobody converts it, so its flaws do not matter.
    #expect(try sound.flow("m").waiting < 30)
    try defective.go(to: .hours(6))
    #expect(try defective.flow("m").waiting > 250)
    try defective.go(to: .hours(12))
    #expect(try defective.flow("m").waiting < 30)
  }

  private static let internet = """
    title: The Internet
    run: { duration: 12h, seed: 5 }
    hosts: { ONE: { os: NT 4.0 Server SP5 } }
    exchange: { ONE: { version: 5.5 SP4, mailboxes: 50, internet-mail: { domain: firm.example } } }
    internet: { sound.example: { hosts: { mx.sound.example: {} } } }
    mail:
      out: { from: ONE, to: sound.example, volume: 60/hour, traits: { unconvertible: 20% } }
      in: { from: sound.example, to: ONE, volume: 60/hour, traits: { invalid-address: 20% } }
    """

  @Test("What cannot be converted is set aside with an event, and all else arrives")
  func setAside() throws {
    let stage = try Stage(Self.internet)
    try stage.go(to: .hours(12))
    let (out, into) = (try stage.flow("out"), try stage.flow("in"))
    #expect(out.lost > 80 && out.lost < 220 && out.waiting < 5)
    #expect(out.lost + out.delivered + out.waiting == out.sent)
    #expect(into.lost == 0 && into.returnedCount == 0 && into.delivered > 600)
    #expect(stage.logged("MSExchangeIMC", 4_116, on: "ONE") == Int(out.lost))
    let process = try stage.process("MSExchangeIMC", on: "ONE")
    #expect(process.stopCount == 0)
  }

  @Test("With a defect it is tried again and again, and goes back when its time is over")
  func retry() throws {
    let stage = try Stage(
      Self.internet,
      [
        "domain: firm.example":
          "domain: firm.example, expiry: { urgent: 1h, normal: 2h, non-urgent: 3h }"
      ],
      adding: Self.defect("ims.conversion-failure", "retry")
    )
    try stage.go(to: .hours(12))
    let out = try stage.flow("out")
    let doing = try #require(stage.defect("Q900001", on: "ONE")?.doings.first)
    #expect(out.lost == 0 && out.returnedCount > 60 && out.waiting < 60)
    #expect(doing.mechanism == .answer && doing.what == "ims.conversion-failure: retry")
    // Each was tried after 15 minutes several times.
    #expect(
      doing.count > 4 * out.returnedCount
        && doing.count == UInt64(stage.triggers("Q900001", on: "ONE"))
    )
    #expect(doing.first < doing.last)
  }

  @Test("With a defect it stops the service, at each start until somebody removes it")
  func stop() throws {
    let stage = try Stage(
      Self.internet,
      adding: Self.defect("ims.conversion-failure", "stop") + """

        changes:
          first: { at: 6h, host: ONE, does: [ { start: MSExchangeIMC } ] }
          removed: { at: 8h, host: ONE, does: [ { remove-items: MSExchangeIMC }, { start: MSExchangeIMC } ] }
        """
    )
    try stage.go(to: .hours(8) - .minutes(1))
    #expect(try stage.process("MSExchangeIMC", on: "ONE").stopCount == 2)
    try stage.go(to: .hours(12))
    // The next such message does it again.
    #expect(try stage.process("MSExchangeIMC", on: "ONE").stopCount == 3)
    #expect(try stage.flow("out").lost == 1)
    let stops = try stage.process("MSExchangeIMC", on: "ONE").stops
    #expect(stops.allSatisfy { $0.defect == "Q900001" && $0.reason == .unexpected })
  }
}
