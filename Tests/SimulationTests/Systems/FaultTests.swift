import Kernel
import Plan
import Record
import Simulation
import Testing

@Suite("Faults")
struct FaultTests {
  @Test("A fault that ends leaves another alone that began meanwhile")
  func overlap() throws {
    let stage = try Stage(
      """
      title: Two faults
      run: { duration: 8h, seed: 3, sample: 1h }
      hosts: { HUB: { os: NT 4.0 Server SP4 } }
      exchange:
        HUB: { version: 5.5 SP4, mailboxes: 10, internet-mail: { domain: f.example, retry: [1m] } }
      internet: { a.example: { hosts: { mx.a.example: {} } } }
      mail: { m: { from: HUB, to: a.example, volume: 2400/day } }
      faults:
        first: { mail-host: mx.a.example, manner: silent, from: 1h, for: 2h }
        second: { mail-host: mx.a.example, manner: refuses, from: 2h, for: 3h }
      """
    )
    func delivered(_ minutes: UInt64) throws -> UInt64 {
      try stage.go(to: .minutes(minutes))
      return try stage.flow("m").delivered
    }
    let before = try delivered(62)
    #expect(before > 60)
    #expect(try delivered(299) == before)
    #expect(try delivered(310) > before + 300)
  }

  @Test("What is too old when a service starts goes back, and not out")
  func tooOldAtStart() throws {
    let stage = try Stage(
      """
      title: A long stop
      run: { duration: 8h, seed: 3, sample: 1h }
      hosts: { HUB: { os: NT 4.0 Server SP4 } }
      exchange:
        HUB:
          version: 5.5 SP4
          mailboxes: 10
          internet-mail:
            domain: f.example
            retry: [15m]
            expiry: { urgent: 1h, normal: 1h, non-urgent: 1h }
      internet: { a.example: { hosts: { mx.a.example: {} } } }
      mail: { m: { from: HUB, to: a.example, volume: 2400/day } }
      faults:
        busy: { mail-host: mx.a.example, manner: busy, from: 0m, for: 3h }
      changes:
        down: { at: 30m, host: HUB, does: [ { stop: MSExchangeIMC } ] }
        up: { at: 270m, host: HUB, does: [ { start: MSExchangeIMC } ] }
      """
    )
    try stage.go(to: .minutes(29))
    let sent = try stage.flow("m").sent
    #expect(sent > 30)
    try stage.go(to: .minutes(269))
    #expect(try stage.flow("m").returned.isEmpty)
    #expect(try stage.flow("m").delivered == 0)
    try stage.go(to: .minutes(280))
    #expect(try stage.flow("m").returned.reduce(0) { $0 + $1.count } >= sent)
  }

  @Test("A server that stops cuts those who are sending to it")
  func peer() throws {
    let site = """
      title: The other side stops
      run: { duration: 4h, seed: 3, sample: 1h }
      hosts: { HUB: { os: NT 4.0 Server SP4 }, TWO: { os: NT 4.0 Server SP4 } }
      exchange:
        HUB: { version: 5.5 SP4, mailboxes: 10, internet-mail: { domain: f.example } }
        TWO:
          version: 5.5 SP4
          mailboxes: 10
          internet-mail: { domain: two.example, reroute: { r.example: inbound } }
      internet:
        r.example: { hosts: { mx.r.example: { server: TWO, latency: 2s, bandwidth: 8 kbit/s } } }
      mail: { m: { from: HUB, to: r.example, volume: 2400/day } }
      changes:
        stop: { at: 1h, host: TWO, does: [ { stop: MSExchangeIMC } ] }
        start: { at: 2h, host: TWO, does: [ { start: MSExchangeIMC } ] }
      """
    let plan = Trial.plan(site)
    var run = try SiteRun(plan)
    run.trace(.init())
    let request = StopRequest()
    var taken: [Instant] = []
    var pause = Pause.asked
    while pause == .asked {
      pause = run.advance(until: .start + plan.run.duration, unless: request)
      let steps = run.takeTrace().filter {
        $0.what == "is taken over" && $0.place == "MTA or Internet Mail Service of TWO"
      }
      taken += steps.map(\.time)
    }
    #expect(taken.filter { $0 < .start + .hours(1) }.count > 50)
    #expect(taken.filter { $0 > .start + .hours(1) && $0 < .start + .hours(2) }.isEmpty)
    #expect(taken.filter { $0 > .start + .hours(2) }.count > 100)
    #expect(run.audit() == nil)

    let stage = try Stage(
      site,
      ["volume: 2400/day": "volume: 600/day, hours: early", "at: 1h,": "at: 90m,"],
      adding:
        "hours: { early: { monday-to-friday: 1 am to 2 am, rest: 0% } }"
    )
    try stage.go(to: .hours(4))
    #expect(try stage.counter(#"MSExchangeIMC\Connections Inbound"#, on: "TWO") == 0)
    #expect(try stage.counter(#"MSExchangeIMC\Connections Outbound"#, on: "HUB") == 0)
    #expect(try stage.flow("m").waiting == 0)
  }
}
