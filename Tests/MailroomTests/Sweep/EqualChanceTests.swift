import Command
import Experiment
import Kernel
import Plan
import Record
import Schema
import Simulation
import Testing
import Text
import Topology

@testable import mailroom

@Suite("Runs of equal chance, side by side")
struct EqualChanceTests {
  @Test(
    "The difference that a service pack makes varies a tenth as much as between other runs",
    .enabled(if: Programs.isBuilt)
  )
  func variance() throws {
    let path = try #require(Programs.topologies().first { $0.name.hasPrefix("q175982") }?.path)
    let place = try TemporaryFolder("sweep")
    let options = SweepScripts.isLong ? ["--replications", "60"] : ["--set", "run.duration=2d"]
    let finished = try ChildProcess.run(
      Programs.mailroom,
      ["sweep", path, "--vary", "exchange.HUB1.version=[5.5 RTM, 5.5 SP1]", "--quiet"]
        + ["--out", place.path] + options
    )
    try #require(finished.ending == .exited(0), "\(finished.errors)")
    let found = try #require(try SweepFolder.read(place.path))
    let result = SweepResult(found.order, found.digests)
    let difference = try #require(result.difference(of: "mail.delivered", at: 1, from: 0))
    let variance = try #require(difference.variance)
    let independent = try #require(difference.independentVariance)
    print("variance of the difference: \(variance), and \(independent) with other chance")
    #expect(independent > 0)
    #expect(difference.mean > 0)
    #expect(variance <= independent / 10)
  }

  private func plan(
    _ name: String,
    _ changes: [(String, String)] = [],
    days: Int = 1
  ) throws -> SitePlan {
    let text = try #require(ShippedTopologies.text(of: name))
    let all = [("run.duration", "\(days)d")] + changes
    let reading = Reading(
      overrides: all.map { Override(path: $0.0, value: $0.1, origin: "--set") }
    )
    return try #require(Topologies.read(Array(text.utf8), file: name, reading))
  }

  /// Where two runs part, found by stepping through both: after how many events, when, and what happens.
  private func steps(
    _ one: SitePlan,
    _ other: SitePlan
  ) throws -> (UInt64, Instant, Instant, [String?])? {
    var first = try SiteRun(one, seed: 1)
    var second = try SiteRun(other, seed: 1)
    let stop = StopRequest()
    for count in UInt64(0)... {
      let before = [first.eventCounts, second.eventCounts]
      let pauses = (
        first.advance(until: .start + one.run.duration, events: 1, unless: stop),
        second.advance(until: .start + other.run.duration, events: 1, unless: stop)
      )
      let isSame =
        first.fingerprint == second.fingerprint && first.eventCount == second.eventCount
      if !isSame {
        let kinds = zip(before, [first.eventCounts, second.eventCounts]).map { before, after in
          after.first { kind in before.first { $0.name == kind.name }?.count != kind.count }?.name
        }
        return (count, first.now, second.now, kinds)
      }
      if pauses.0 != .budget, pauses.1 != .budget { return nil }
    }
    return nil
  }

  @Test("Two runs part at the event that stepping one by one finds")
  func parting() throws {
    let rtm = try plan("Q175982", days: 2)
    let pairs = [
      (try plan("small"), try plan("small")),
      (try plan("small"), try plan("small", [("mail.within.volume", "9/mailbox/day")])),
      (try plan("small"), try plan("small", days: 2)),
      (try plan("small", days: 2), try plan("small")),
      (
        rtm,
        try plan(
          "Q175982",
          [("exchange.HUB1.version", "5.5 SP1")],
          days: 2
        )
      ),
    ]
    for (number, (one, other)) in pairs.enumerated() {
      let parting = try Parting.between(one, other, seed: 1, unless: StopRequest())
      let expected = try steps(one, other)
      #expect(parting?.sameEvents == expected?.0, "pair \(number)")
      #expect((parting == nil) == (number == 0), "pair \(number)")
      if let parting, let expected {
        if let first = parting.first { #expect(first.time == expected.1) }
        if let second = parting.second { #expect(second.time == expected.2) }
        #expect(parting.first != nil || parting.second != nil)
        #expect([parting.first?.kind, parting.second?.kind] == expected.3, "pair \(number)")
      }
    }
    #expect(try Parting.between(pairs[2].0, pairs[2].1, seed: 1, unless: .init())?.first == nil)
  }

  @Test(
    "Every measure of a run is among the names that its plan has",
    arguments: ["small", "Q260554"]
  )
  func measures(_ name: String) throws {
    let plan = try plan(name)
    let names = MeasureNames(plan)
    let result = try SingleRun(plan).result(unless: StopRequest())
    let digest = RunDigest(result, at: RunPlace(point: 0, replication: 0))
    #expect(digest.measures.count > 10)
    #expect(digest.measures.allSatisfy { names.contains($0.name) })
    #expect(!names.contains("mail.delivred"))
    #expect(Set(names.names).count == names.names.count)
  }
}
