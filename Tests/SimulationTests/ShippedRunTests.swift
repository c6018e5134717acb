import Foundation
import Kernel
import Plan
import Schema
import Simulation
import Testing
import Topology

/// The topologies that come with the program, run.
@Suite("The shipped topologies run")
struct ShippedRunTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Topologies")

  static let names: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  static func plan(_ name: String) throws -> SitePlan {
    let bytes = try Array(Data(contentsOf: folder.appending(path: name)))
    return try #require(Topologies.read(bytes, file: name, Reading()))
  }

  /// A run to a time, in steps, with the books looked at after each; its fingerprint.
  static func run(_ plan: SitePlan, until end: Instant, steps: UInt64) throws -> String {
    var run = try SiteRun(plan)
    let stop = StopRequest()
    for step in 1...steps {
      _ = run.advance(until: Instant(ticks: end.ticks / steps * step), unless: stop)
      #expect(run.audit() == nil, "after step \(step)")
    }
    _ = run.advance(until: end, unless: stop)
    return run.fingerprint.description
  }

  @Test("nothing is lost, and steps of any size make the same run", arguments: names)
  func steps(name: String) throws {
    let plan = try Self.plan(name)
    let end = Instant.start + min(plan.run.duration, .days(3))
    let one = try Self.run(plan, until: end, steps: 1)
    let many = try Self.run(plan, until: end, steps: 37)
    #expect(one == many)
    #expect(Self.names.count >= 7)
  }
}
