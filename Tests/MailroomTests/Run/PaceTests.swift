import Kernel
import Plan
import Schema
import Testing
import Topology

@testable import Experiment
@testable import mailroom

@Suite("The paces that a leak may follow")
struct PaceTests {
  /// The paces of a shipped site's leak, and that of office hours.
  private func paces(
    _ id: String,
    _ changes: [String: String] = [:]
  ) throws -> (all: [Activity], office: Activity) {
    let text = try #require(ShippedTopologies.text(of: id))
    let overrides = changes.map { Override(path: $0.key, value: $0.value, origin: "--set") }
    let plan = try #require(
      Topologies.read(Array(text.utf8), file: id, Reading(overrides: overrides))
    )
    let defect = try #require(plan.defects.first { $0.id == id })
    let site = try #require(plan.sites.first { plan.defects[$0.defect].id == id })
    let host = plan.hosts[site.host.index].name
    let office = try #require(plan.hours.first { $0.name == "office" })
    return (
      Paces(plan).possible(for: [(defect, host)]),
      Activity(office, startingOn: plan.run.start.weekday)
    )
  }

  @Test("What people and tools do comes at their own hours alone")
  func people() throws {
    let (people, office) = try paces("Q214573")
    #expect(people == [office])
    #expect(pace(try paces("Q214573", ["pop3.ROAD.hours": "always"]).all) == [1])
    // The other population's hours are not asked: it logs on in another way.
    #expect(try paces("Q214573", ["pop3.HOME.hours": "always"]).all == [office])
    #expect(pace(try paces("Q192265").all) == [1])
    #expect(try paces("Q192265", ["administrators.NIGHT-WATCH.hours": "office"]).all == [office])
  }

  @Test("Mail may be carried later than it is written, and in the end by the clock")
  func mail() throws {
    for id in ["Q260554", "Q175982"] {
      let (all, office) = try paces(id)
      #expect(all.first == office)
      #expect(all.last == .clock)
      #expect(all.count > 5)
      let busiest = all.map(\.busiest)
      #expect(busiest == busiest.sorted(by: >))
    }
  }

  private func pace(_ all: [Activity]) -> [Double] { all.map(\.busiest) }
}
