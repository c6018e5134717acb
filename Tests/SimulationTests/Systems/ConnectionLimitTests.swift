import Kernel
import Plan
import Record
import Testing

@Suite("Limits of connections")
struct ConnectionLimitTests {
  private static let inbound = """
    title: Two at a time
    run: { duration: 6h, seed: 3, sample: 1h }
    hosts: { HUB: { os: NT 4.0 Server SP4 }, TWO: { os: NT 4.0 Server SP4 } }
    hours: { early: { monday-to-friday: 1 am to 3 am, rest: 0% } }
    exchange:
      HUB: { version: 5.5 SP4, mailboxes: 10, internet-mail: { domain: f.example } }
      TWO:
        version: 5.5 SP4
        mailboxes: 10
        internet-mail:
          domain: two.example
          connections: { inbound: 2 }
          reroute: { r.example: inbound }
    internet:
      far.example: { hosts: { mx.far.example: { latency: 3s, bandwidth: 8 kbit/s } } }
      r.example: { hosts: { mx.r.example: { server: TWO, latency: 3s, bandwidth: 8 kbit/s } } }
    mail:
      foreign: { from: far.example, to: r.example, volume: 600/day, hours: early }
    """

  @Test(
    "No more connections come in than the service takes, from the Internet or a server of ours",
    arguments: ["far.example", "HUB"]
  )
  func mostInbound(sender: String) throws {
    let stage = try Stage(Self.inbound, ["from: far.example": "from: \(sender)"])
    var most = 0
    for second in stride(from: 3_660, to: 10_800, by: 7) {
      try stage.go(to: .seconds(UInt64(second)))
      let count = try #require(try stage.counter(#"MSExchangeIMC\Connections Inbound"#, on: "TWO"))
      most = max(most, count)
    }
    #expect(most == 2)
    #expect(try stage.counter(#"MSExchangeIMC\Connections Total Rejected"#, on: "TWO") ?? 0 > 10)
    try stage.go(to: .hours(6))
    #expect(try stage.counter(#"MSExchangeIMC\Connections Inbound"#, on: "TWO") == 0)
  }

  @Test("All connections have ended when there is no mail any more, whatever became of them")
  func noneLeft() throws {
    let stage = try Stage(
      """
      title: The end of the day
      run: { duration: 8h, seed: 3, sample: 1h }
      hosts: { HUB: { os: NT 4.0 Server SP4 } }
      hours: { early: { monday-to-friday: 1 am to 3 am, rest: 0% } }
      exchange:
        HUB:
          version: 5.5 SP4
          mailboxes: 10
          internet-mail:
            domain: f.example
            expiry: { urgent: 1h, normal: 1h, non-urgent: 1h }
      internet:
        a.example: { hosts: { mx.a.example: { manner: silent } } }
        b.example: { hosts: { mx.b.example: { manner: hangs-up } } }
        c.example: { hosts: { mx.c.example: { latency: 20s } } }
      mail:
        m:
          from: HUB
          to: { a.example: 20%, b.example: 20%, c.example: 60% }
          volume: 20000/day
          hours: early
      changes: { again: { at: 150m, host: HUB, does: [ { restart: MSExchangeIMC } ] } }
      """
    )
    let counter = #"MSExchangeIMC\Connections Outbound"#
    try stage.go(to: .minutes(149))
    #expect(try stage.counter(counter, on: "HUB") == 20)
    try stage.go(to: .minutes(175))
    #expect(try stage.counter(counter, on: "HUB") == 20)
    try stage.go(to: .hours(8))
    #expect(try stage.counter(counter, on: "HUB") == 0)
    #expect(try stage.snapshot(of: "HUB").connections.isEmpty)
    #expect(stage.record.flows.allSatisfy { $0.waiting == 0 })
  }
}
