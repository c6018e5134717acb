import Kernel
import Plan
import Record
import Simulation
import Testing

@Suite("Mailbags and shares")
struct MailbagTests {
  private static let connector = """
    title: A full mailbag
    run: { duration: 6h, seed: 3, sample: 1h }
    hosts: { HUB: { os: NT 4.0 Server SP4 } }
    exchange:
      HUB:
        version: 5.5 SP4
        mailboxes: 10
        msmail-connector:
          post-office: HQ/SHADOW
          instances: { LAN: { link: lan, serves: [HQ/SALES], poll: 10s } }
    post-offices: { HQ/SALES: { mailboxes: 20, routes: { HQ/SHADOW: direct } } }
    mail:
      m: { from: HUB, to: HQ/SALES, volume: 24000/day, size: { median: 1 KiB, p95: 1 KiB } }
    changes: { stop: { at: 1m, host: HUB, does: [ { stop: LAN } ] } }
    """

  @Test("4,096 records fit into the connector's mailbag; the next message comes back")
  func fullMailbag() throws {
    let stage = try Stage(Self.connector)
    try stage.go(to: .hours(5))
    let queue = try #require(
      stage.record.queues.first { $0.name == "HQ/SHADOW ▸ mailbag for HQ/SALES" }
    )
    #expect(queue.count == 4_096)
    let flow = try stage.flow("m")
    let returned = Int(flow.returned.reduce(0) { $0 + $1.count })
    #expect(returned > 100)
    let counted = try #require(try stage.counter(#"MSExchangeMSMI\Messages Returned"#, on: "HUB"))
    #expect(counted == returned)
    let reports = try stage.flow("(reports)")
    #expect(Int(reports.messages) == returned)
    #expect(reports.returned.isEmpty && reports.delivered > 100)
    #expect(stage.logged("MSExchangeMSMI", 2_010, on: "HUB") == returned)
    #expect(stage.logged("MSExchangeMSMI", 2_117, on: "HUB") == returned)
  }

  @Test("4,096 records fit into the way in of the connector's post office too")
  func fullWayIn() throws {
    let stage = try Stage(
      Self.connector,
      ["from: HUB, to: HQ/SALES": "from: HQ/SALES, to: HUB", "stop: LAN": "stop: MSExchangeMSMI"]
    )
    try stage.go(to: .hours(5))
    let queues = stage.record.queues.filter { $0.name.hasPrefix("HQ/SHADOW") }
    #expect(queues.map(\.count).max() == 4_096, "\(queues)")
    #expect(try stage.flow("m").returned.reduce(0) { $0 + $1.count } > 50)
  }

  @Test("Queues of five and more share what External takes at once; smaller ones go whole")
  func batches() throws {
    let plan = Trial.plan(
      """
      title: Three post offices
      run: { duration: 6h, seed: 3, sample: 1h }
      hosts: { F: { os: NT 4.0 Server SP4 } }
      post-offices:
        N/A: { mailboxes: 9, routes: { N/B: direct, N/C: direct } }
        N/B: { mailboxes: 9, routes: { N/A: direct } }
        N/C: { mailboxes: 9, routes: { N/A: direct } }
      external: { EXT: { host: F, serves: [N/A, N/B, N/C], cycle: 1m, batch: 7 } }
      mail:
        b: { from: N/A, to: N/B, volume: 5000/day }
        c: { from: N/A, to: N/C, volume: 5000/day }
      """
    )
    var run = try SiteRun(plan)
    run.trace(.init())
    let request = StopRequest()
    var moved: [UInt64: [Int]] = [:]
    var pause = Pause.asked
    while pause == .asked {
      pause = run.advance(until: .start + plan.run.duration, unless: request)
      for step in run.takeTrace() where step.what == "arrives" {
        let cycle = (step.time - .start).ticks / 600_000_000
        moved[cycle, default: [0, 0]][step.message.hasPrefix("b") ? 0 : 1] += 1
      }
    }
    #expect(moved.count > 300)
    #expect(moved.values.allSatisfy { $0.reduce(0, +) <= 11 })
    #expect(moved.values.contains { $0.reduce(0, +) > 7 })
  }

  private static let disk = """
    title: A full disk
    run: { duration: 6h, seed: 3, sample: 1h }
    hosts:
      F: { os: NT 4.0 Server SP4 }
      S: { os: NT 4.0 Server SP4, disks: { C: { size: 2 GiB, free: 1 GiB } } }
    post-offices:
      N/A: { mailboxes: 20, routes: { N/B: direct } }
      N/B: { host: S, mailboxes: 20, routes: { N/A: direct } }
    external:
      EXT: { host: F, serves: [N/A, N/B], cycle: 1m, disk-full: 100 KiB, disk-not-full: 5 MiB }
    mail:
      m: { from: N/A, to: N/B, volume: 2000/day, size: { median: 1 KiB, p95: 1 KiB } }
    faults:
      little: { disk: 'S\\C', free: 1 MiB, from: 30m, for: 210m }
      none: { disk: 'S\\C', free: 50 KiB, from: 1h, for: 1h }
    """

  @Test("A full post office takes mail again when enough is free, not when it is a little")
  func fullDisk() throws {
    let stage = try Stage(Self.disk.replacing(#"\\"#, with: #"\"#))
    func delivered(_ minutes: UInt64) throws -> UInt64 {
      try stage.go(to: .minutes(minutes))
      return try stage.flow("m").delivered
    }
    // One megabyte is enough while it has not been full.
    let early = try delivered(58)
    #expect(early > 60)
    let atFault = try delivered(62)
    #expect(try delivered(119) == atFault)
    #expect(try delivered(238) == atFault)
    #expect(try delivered(245) > atFault + 200)

    let other = try Stage(
      Self.disk.replacing(#"\\"#, with: #"\"#),
      ["disk-not-full: 5 MiB": "disk-not-full: 100 KiB"]
    )
    try other.go(to: .minutes(125))
    #expect(try other.flow("m").delivered > atFault + 60)
  }
}
