import Kernel
import Plan
import Record
import Simulation
import Testing

/// What a plan counts before a run is enough for the run.
@Suite("Counted capacities")
struct CapacityLawTests {
  @Test("a random site keeps no more series than were counted", arguments: 0..<40 as Range<UInt64>)
  func series(seed: UInt64) throws {
    let plan = Trial.plan(RandomTopology.whole(seed: seed).text)
    let kept = try SiteRun(plan).seriesCount
    #expect(kept <= plan.capacities.series, "seed \(seed)")
  }

  @Test("a shipped site keeps no more series than were counted", arguments: ShippedRunTests.names)
  func shippedSeries(name: String) throws {
    let plan = try ShippedRunTests.plan(name)
    let kept = try SiteRun(plan).seriesCount
    #expect(kept > 0)
    #expect(kept <= plan.capacities.series)
  }

  @Test("a mover that hangs lets mail pile up to the end of the run, and it does not halt")
  func hungMover() throws {
    let sibling = try #require(MailSiblings.all.first { $0.id == "Q114124" })
    let stage = try sibling.stage()
    try stage.go(to: .days(2))
    // Twelve an hour, from about the tenth hour on.
    #expect(try stage.flow("between").waiting > 300)
  }

  @Test(
    "Mail that nobody moves, or that is moved too slowly, piles up, and the run does not halt",
    arguments: [
      // Nobody puts it into mailboxes; it is taken away from the first hour on; each takes a minute.
      ("does: dispatch", "faults: { off: { service: 'MTA1\\MAILER' } }", 4_096),
      ("link: lan", "faults: { off: { host: MTA1 } }", 20_000),
      ("link: x25", "", 5_000),
    ]
  )
  func backlog(external: String, fault: String, least: UInt64) throws {
    let text = """
      title: Two branches
      run: { duration: 30d, seed: 3 }
      hosts: { MTA1: { os: NT 4.0 Workstation SP5 } }
      post-offices:
        BR/ONE: { mailboxes: 50, routes: { BR/TWO: direct, BR/THREE: direct, BR/FOUR: direct,
                                           BR/FIVE: direct, BR/SIX: direct } }
        BR/TWO: { mailboxes: 50, routes: { BR/ONE: direct } }
        BR/THREE: { mailboxes: 50, routes: { BR/ONE: direct } }
        BR/FOUR: { mailboxes: 50, routes: { BR/ONE: direct } }
        BR/FIVE: { mailboxes: 50, routes: { BR/ONE: direct } }
        BR/SIX: { mailboxes: 50, routes: { BR/ONE: direct } }
      external:
        EXT:
          host: MTA1
          serves: [BR/ONE, BR/TWO, BR/THREE, BR/FOUR, BR/FIVE, BR/SIX]
          cycle: 5m
          \(external)
        MAILER: { host: MTA1, serves: [BR/ONE, BR/TWO, BR/THREE, BR/FOUR, BR/FIVE, BR/SIX], does: mailer }
      mail:
        m:
          from: BR/ONE
          to: { BR/TWO: 20%, BR/THREE: 20%, BR/FOUR: 20%, BR/FIVE: 20%, BR/SIX: 20% }
          volume: 60/hour
          size: { median: 100 KiB, p95: 101 KiB }
      \(fault)
      """
    let plan = Trial.plan(text)
    #expect(plan.capacities.budget.total < 256 << 20)
    let record = try Trial.record(plan)
    #expect(record.ending == .complete)
    let flow = try #require(record.flows.first { $0.name == "m" })
    #expect(flow.waiting >= least, "\(flow)")
    #expect(flow.waiting + flow.delivered + flow.returnedCount == flow.sent)
  }
}
