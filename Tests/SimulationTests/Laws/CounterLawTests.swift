import Kernel
import Plan
import Record
import Testing

/// What Performance Monitor reads of a service lies in the service's own memory.
@Suite("Counters of services")
struct CounterLawTests {
  private static let site = """
    title: Counters
    run: { duration: 12h, seed: 3, sample: 1h }
    hosts: { HUB: { os: NT 4.0 Server SP4 }, TWO: { os: NT 4.0 Server SP4 } }
    exchange:
      HUB:
        version: 5.0 SP2
        mailboxes: 10
        internet-mail: { domain: firm.example, connections: { inbound: 1 } }
        msmail-connector:
          post-office: HQ/SHADOW
          instances: { LAN: { link: lan, serves: [HQ/SALES], poll: 5m } }
      TWO: { version: 5.5 SP4, mailboxes: 10 }
    connectors: { C: { between: [HUB, TWO], kind: site } }
    post-offices: { HQ/SALES: { mailboxes: 20, routes: { HQ/SHADOW: direct } } }
    internet:
      a.example: { hosts: { mx.a.example: { latency: 3s } } }
      b.example: { hosts: { mx.b.example: { manner: rejects } } }
      c.example: { hosts: { mx.c.example: { manner: refuses } } }
    pop3: { P: { server: HUB, users: 20, mechanism: ntlm, hours: always, bad-passwords: 50% } }
    mail:
      out: { from: HUB, to: { a.example: 60%, b.example: 20%, c.example: 20% }, volume: 3000/day }
      in: { from: a.example, to: HUB, volume: 3000/day }
      sales: { from: HUB, to: { HQ/SALES: 50%, TWO: 50% }, volume: 1000/day }
      home: { from: HQ/SALES, to: HUB, volume: 1000/day }
    changes:
      stop:
        at: 4h
        host: HUB
        does: [ { stop: LAN }, { stop: MSExchangeMSMI }, { stop: MSExchangeIMC },
                { stop: MSExchangeMTA }, { stop: MSExchangeIS } ]
      start:
        at: 5h
        host: HUB
        does: [ { start: LAN }, { start: MSExchangeMSMI }, { start: MSExchangeIMC } ]
    """

  /// Counters of services on the server, with their values and whether they count since the start.
  private static func counters(_ stage: Stage) throws -> [(
    name: String, isTotal: Bool, value: Double?
  )] {
    let objects = CounterObject.all.filter { $0.image != nil }
    return try stage.snapshot(of: "HUB").counters.compactMap { row in
      let parts = row.name.split(separator: "\\")
      guard let object = objects.first(where: { $0.name == parts[0].prefix { $0 != "(" } }),
        let counter = object.counters.first(where: { $0.name == parts[1] })
      else { return nil }
      return (row.name, counter.kind == .total, row.value)
    }
  }

  @Test("are not there while it is down, and begin at zero when it starts again")
  func restart() throws {
    let stage = try Stage(Self.site)
    try stage.go(to: .minutes(239))
    let before = try Self.counters(stage)
    #expect(before.count > 40)
    #expect(before.allSatisfy { $0.value != nil })
    let totals = before.filter { $0.isTotal && $0.value! > 0 }
    // Nobody sends here what cannot be converted, and no mail goes in circles.
    #expect(totals.count > 20, "\(before.filter { $0.isTotal && $0.value! == 0 })")

    try stage.go(to: .minutes(270))
    #expect(try Self.counters(stage).allSatisfy { $0.value == nil })

    try stage.go(to: .seconds(5 * 3_600 + 90))
    let after = try Self.counters(stage)
    #expect(after.allSatisfy { $0.value != nil })
    for (old, new) in zip(before, after) where old.isTotal && old.value! > 10 {
      #expect(old.name == new.name)
      #expect(new.value! < old.value!, "\(old.name)")
    }
    #expect(after.filter { $0.isTotal && $0.value == 0 }.count > 5)
  }
}
