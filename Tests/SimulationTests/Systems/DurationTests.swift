import Kernel
import Plan
import Record
import Testing

@Suite("How long things are tried, and how far mail may go")
struct DurationTests {
  @Test("A sender on the Internet gives up after five days")
  func foreignExpiry() throws {
    let stage = try Stage(
      """
      title: Nobody answers
      run: { duration: 12d, seed: 3, sample: 1h }
      hosts: { HUB: { os: NT 4.0 Server SP4 } }
      exchange: { HUB: { version: 5.5 SP4, mailboxes: 10, internet-mail: { domain: f.example } } }
      internet: { a.example: { hosts: { mx.a.example: {} } } }
      mail: { m: { from: a.example, to: HUB, volume: 48/day } }
      faults: { down: { service: 'HUB\\MSExchangeIMC', from: 1m } }
      """.replacing(#"\\"#, with: #"\"#)
    )
    try stage.go(to: .days(4))
    #expect(try stage.flow("m").returned.isEmpty)
    try stage.go(to: .days(12))
    let flow = try stage.flow("m")
    let returned = flow.returned.reduce(0) { $0 + $1.count }
    // Those of the first seven days, but for a try that is still to come; those before the stop too.
    #expect(returned + flow.delivered > 6 * 48 && returned < 7 * 48 + 48)
  }

  private static let chain = """
    title: A chain
    run: { duration: 6h, seed: 3, sample: 1h }
    hosts: { F: { os: NT 4.0 Server SP4 } }
    post-offices:
      N/A: { mailboxes: 9, routes: { N/B: direct, others: via N/B } }
      N/B: { mailboxes: 9, routes: { N/A: direct, N/C: direct, others: via N/C } }
      N/C: { mailboxes: 9, hop-limit: 2, routes: { N/B: direct, N/D: direct, others: via N/B } }
      N/D: { mailboxes: 9, routes: { N/C: direct, others: via N/C } }
    external: { EXT: { host: F, serves: [N/A, N/B, N/C, N/D], cycle: 1m } }
    mail:
      near: { from: N/A, to: N/C, volume: 240/day }
      far: { from: N/A, to: N/D, volume: 240/day }
    """

  @Test("A message goes as far as the hop limit, and not farther")
  func hops() throws {
    let stage = try Stage(Self.chain)
    try stage.go(to: .hours(6))
    let (near, far) = (try stage.flow("near"), try stage.flow("far"))
    #expect(near.returned.isEmpty && near.delivered > 40)
    #expect(far.delivered == 0)
    #expect(far.returned.reduce(0) { $0 + $1.count } > 40)
    let farther = try Stage(Self.chain, ["hop-limit: 2": "hop-limit: 3"])
    try farther.go(to: .hours(6))
    #expect(try farther.flow("far").delivered > 40)
    #expect(try farther.flow("far").returned.isEmpty)
  }

  private static let retries = """
    title: A share that is away
    run: { duration: 6h, seed: 3, sample: 1h }
    hosts: { F: { os: NT 4.0 Server SP4 } }
    post-offices:
      N/A: { mailboxes: 9, routes: { N/B: direct, others: via N/B } }
      N/B: { mailboxes: 9, routes: { N/A: direct, N/C: direct } }
      N/C: { mailboxes: 9, routes: { N/B: direct, others: via N/B } }
    external: { EXT: { host: F, serves: [N/A, N/B, N/C], cycle: 5m } }
    mail: { m: { from: N/A, to: N/C, volume: 1/day } }
    faults:
      b: { post-office: N/B, from: 0m, for: 4h }
      c: { post-office: N/C, from: 0m, for: 4h }
    """

  @Test("External tries three times, at each post office anew")
  func retryCount() throws {
    let text = Self.retries.replacing("volume: 1/day", with: "volume: 2400/day")
    let away = try Stage(text)
    // What was written in the first five minutes has been tried three times after twenty.
    try away.go(to: .minutes(4))
    let early = try away.flow("m").messages
    try #require(early > 3)
    try away.go(to: .seconds(14 * 60 + 50))
    #expect(try away.flow("m").returned.isEmpty)
    try away.go(to: .seconds(15 * 60 + 30))
    #expect(try away.flow("m").returned.reduce(0) { $0 + $1.count } >= early)

    // Two times at the first and two at the second are never three.
    let back = try Stage(
      text,
      [
        "from: 0m, for: 4h }\n": "from: 0m, for: 12m }\n",
        "N/C, from: 0m, for: 4h": "N/C, from: 0m, for: 23m",
      ]
    )
    try back.go(to: .minutes(11))
    let written = try back.flow("m").messages
    try back.go(to: .hours(4))
    let flow = try back.flow("m")
    #expect(written > 10)
    #expect(flow.returned.isEmpty, "\(flow.returned)")
    #expect(flow.delivered + flow.waiting == flow.sent && flow.delivered > 300)
  }

  @Test("A service starts when what it depends on is ready, and not before")
  func dependencies() throws {
    let stage = try Stage(
      """
      title: A morning
      run: { duration: 6h, seed: 3, sample: 1h }
      hosts: { HUB: { os: NT 4.0 Server SP4 } }
      exchange: { HUB: { version: 5.5 SP4, mailboxes: 10, internet-mail: { domain: f.example } } }
      changes: { boot: { at: 1h, host: HUB, does: [ { reboot: HUB } ] } }
      """
    )
    try stage.go(to: .hours(2))
    let names = [
      "MSExchangeSA", "MSExchangeDS", "MSExchangeIS", "MSExchangeMTA", "MSExchangeIMC",
    ]
    let starts = try names.map { name in
      try #require(try stage.process(name, on: "HUB").stops.first?.restarted, "\(name)")
    }
    // The store and the agent need the directory, each other not; the last one needs both.
    #expect(starts[0] < starts[1])
    #expect(starts[1] < starts[2] && starts[1] < starts[3])
    #expect(starts[2] < starts[4] && starts[3] < starts[4])
  }

  @Test("What was kept out by a disk that was nearly full comes in again when it no longer is")
  func flushMode() throws {
    let stage = try Stage(
      """
      title: Nearly full for an hour
      run: { duration: 6h, seed: 3, sample: 1h }
      hosts: { HUB: { os: NT 4.0 Server SP4 } }
      exchange: { HUB: { version: 5.5 SP4, mailboxes: 10, internet-mail: { domain: f.example, low-disk: 64 MiB } } }
      internet: { a.example: { hosts: { mx.a.example: {} } } }
      mail:
        out: { from: HUB, to: a.example, volume: 2400/day }
        in: { from: a.example, to: HUB, volume: 2400/day }
      faults: { disk: { disk: 'HUB\\C', free: 40 MiB, from: 1h, for: 1h } }
      """.replacing(#"\\"#, with: #"\"#)
    )
    func delivered(_ flow: String, _ minutes: UInt64) throws -> UInt64 {
      try stage.go(to: .minutes(minutes))
      return try stage.flow(flow).delivered
    }
    let (out, incoming) = (try delivered("out", 62), try delivered("in", 62))
    #expect(out > 60 && incoming > 60)
    #expect(try delivered("out", 119) == out)
    #expect(try delivered("in", 119) == incoming)
    #expect(try delivered("out", 150) > out + 80)
    #expect(try delivered("in", 150) > incoming + 30)
    #expect(stage.logged("MSExchangeIMC", 3_018, on: "HUB") == 2)
  }
}
