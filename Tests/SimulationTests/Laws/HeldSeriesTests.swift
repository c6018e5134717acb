import Kernel
import Plan
import Record
import Simulation
import Testing

@Suite("What is held on the way to a limit is kept")
struct HeldSeriesTests {
  private static func record(_ name: String) throws -> RunRecord {
    var run = try SiteRun(try ShippedRunTests.plan(name))
    _ = run.advance(until: .start + .days(3), unless: StopRequest())
    return run.record(.partial)
  }

  @Test(
    "Each taking and each limit names its own series",
    arguments: ShippedRunTests.names.filter { $0.hasPrefix("q") && !$0.hasPrefix("q197142") }
  )
  func places(name: String) throws {
    let record = try Self.record(name)
    let counters = record.series.counters
    var count = 0
    for found in record.defects {
      for taking in found.takings {
        #expect((taking.series != nil) == (taking.taken > 0))
        guard let place = taking.series else { continue }
        count += 1
        let path = "\(found.host)\\\(found.id)(\(taking.holder))\\\(taking.resource)"
        #expect("\(counters[place].path)" == path)
        #expect(counters[place].kind == .attribution)
        guard let limit = taking.limit, let held = limit.series else { continue }
        let own = "\(found.host)\\Held(\(taking.holder))\\\(taking.resource)"
        #expect(
          [own, "\(found.host)\\Held\\\(taking.resource)"].contains("\(counters[held].path)")
        )
        #expect(counters[held].kind == .held)
        // All together hold no less than one of them.
        for (all, part) in zip(counters[held].bins, counters[place].bins) {
          if let all, let part { #expect(all.greatest >= part.last) }
        }
      }
    }
    #expect(count > 0)
    let others = counters.filter { !$0.kind.isCounter }.count
    #expect(others <= 2 * count, "nothing is kept of what was not taken")
  }

  @Test("What a caller holds between two samples is in it")
  func moments() throws {
    let series = try Self.record("q192265-srvinfo-and-smtp-service.yaml").series
    let seen = try series.values(#"WEB1\Process(winlogon)\Handle Count"#)
    let held = try series.values(#"WEB1\Held(winlogon.exe)\handles"#)
    var more = 0
    for (seen, held) in zip(seen, held) {
      guard let seen, let held else { continue }
      #expect(held >= seen)
      if held > seen { more += 1 }
    }
    #expect(more > seen.count / 2)
  }
}
