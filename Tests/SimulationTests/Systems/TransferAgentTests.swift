import Kernel
import Plan
import Record
import Testing

@Suite("Associations of transfer agents")
struct TransferAgentTests {
  private static func site(_ agent: String, _ volume: String, _ more: String) -> String {
    """
    title: Two sites
    run: { duration: 8h, seed: 3, sample: 1h }
    hosts: { ONE: { os: NT 4.0 Server SP4 }, TWO: { os: NT 4.0 Server SP4 } }
    exchange:
      ONE: { version: 5.5 SP4, site: NORTH, mailboxes: 50, transfer-agent: { \(agent) } }
      TWO: { version: 5.5 SP4, site: SOUTH, mailboxes: 50 }
    connectors: { BETWEEN: { between: [ONE, TWO], kind: site } }
    mail: { m: { from: ONE, to: TWO, volume: \(volume) } }
    \(more)
    """
  }

  private static let away = "faults: { line: { connector: BETWEEN, from: 0m, for: 8h } }"

  @Test("So often an association is tried, and then all that waits goes back")
  func openRetries() throws {
    let stage = try Stage(
      Self.site("open-retries: 3, open-interval: 10m", "120/hour", Self.away)
    )
    var second: UInt64 = 0
    while try stage.flow("m").sent == 0 {
      second += 1
      try #require(second < 3_600)
      try stage.go(to: .seconds(second))
    }
    try stage.go(to: .seconds(second + 19 * 60))
    #expect(try stage.flow("m").returned.isEmpty)
    let sent = try stage.flow("m").sent
    try stage.go(to: .seconds(second + 21 * 60))
    #expect(try stage.flow("m").returned.reduce(0) { $0 + $1.count } >= sent)
    // A report is as old as itself, and not as what it is about.
    let reports = try stage.flow("(reports)")
    #expect(reports.delivered >= sent)
    #expect(try #require(reports.latency).longest < 60_000)
  }

  @Test("What waits for longer than it may goes back when the association is tried again")
  func expiry() throws {
    let stage = try Stage(
      Self.site(
        "open-interval: 10m, expiry: { urgent: 1h, normal: 1h, non-urgent: 1h }",
        "120/hour",
        Self.away
      )
    )
    try stage.go(to: .minutes(59))
    #expect(try stage.flow("m").returned.isEmpty)
    try stage.go(to: .hours(6))
    #expect(try stage.flow("m").returned.reduce(0) { $0 + $1.count } > 400)
    let end = stage.record.end
    #expect(stage.record.queues.allSatisfy { end - $0.oldest <= .minutes(71) })
  }

  @Test("A further association is opened for one message more than is said, and not before")
  func further() throws {
    let stage = try Stage(
      Self.site(
        "further-association-at: 5",
        "2400/hour, size: { median: 4 MiB, p95: 4 MiB }",
        ""
      )
    )
    let path = #"MSExchangeMTA Connections(TWO)\"#
    var most: [Int: Int] = [:]
    var (open, time) = (0, Interval.zero)
    while open <= 3 {
      time = time + .milliseconds(250)
      try #require(time < .hours(1))
      try stage.go(to: time)
      open = try stage.counter(path + "Current Outbound Associations", on: "ONE") ?? 0
      let count = try stage.counter(path + "Queue Length", on: "ONE") ?? 0
      most[open] = max(most[open] ?? 0, count)
    }
    // Five wait for each, and one is on its way on each.
    for number in 1...3 { #expect(most[number] == 6 * number) }
  }

  @Test("A message that sticks until its agent starts again goes on then")
  func stuck() throws {
    let stage = try Stage(
      Self.site("open-interval: 1m", "240/hour", "")
        + """
        changes: { again: { at: 4h, host: ONE, does: [ { restart: MSExchangeMTA } ] } }
        defects:
          Q900001:
            title: t
            trigger: { event: mta.transfer, probability: 10% }
            effect: [ { strand: mta.queue, until: restart } ]
            shows: []
            frees: []
            fixed: []
        """
    )
    try stage.go(to: .minutes(239))
    let stuck = stage.triggers("Q900001", on: "ONE")
    #expect(stuck > 50)
    #expect(try Int(stage.flow("m").waiting) >= stuck)
    try stage.go(to: .minutes(250))
    // One in ten of them sticks again.
    #expect(try Int(stage.flow("m").waiting) < stuck / 2)
  }

  @Test("Control blocks come back when either side stops", arguments: ["ONE", "TWO"])
  func blocks(host: String) throws {
    let stage = try Stage(
      Self.site(
        "control-blocks: 20, open-interval: 1m",
        "1200/hour",
        "operators: { AGAIN: { every: 20m, host: \(host), does: [ { restart: MSExchangeMTA } ] } }"
      )
    )
    let free = #"MSExchangeMTA\Free Control Blocks"#
    try stage.go(to: .minutes(19))
    let before = try #require(try stage.counter(free, on: "ONE"))
    #expect((15...20).contains(before))
    try stage.go(to: .minutes(7 * 60 + 59))
    #expect(try #require(try stage.counter(free, on: "ONE")) >= before - 1)
    let flow = try stage.flow("m")
    #expect(flow.delivered > 9_000 && flow.waiting < 100)
  }
}
