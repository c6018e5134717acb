import Schema
import Testing
import Topology

/// A site ten times as large takes about ten times as long.
@Suite("Topologies in linear time", .serialized)
struct LinearTimeTests {
  @Test("time follows the size of the site", arguments: LargeSites.kinds)
  func ratio(kind: LargeSites.Kind) {
    func seconds(_ bytes: [UInt8]) -> Double {
      ThreadClock.seconds {
        _ = Topologies.compile(bytes, file: "", Reading()) { _ in nil }
      }
    }
    let (small, large) = (Array(kind.text(kind.count).utf8), Array(kind.text(kind.count * 10).utf8))
    _ = seconds(small)
    // The least of several: another thread can only make a run longer. What is the same for all sites
    // is in the lesser time too, so that a quadratic step shows only where the site is large enough.
    var ratio = Double.infinity
    for _ in 0..<3 where ratio > 20 {
      let one = (0..<3).map { _ in seconds(small) }.min()!
      ratio = min(ratio, seconds(large) / one)
    }
    #expect(ratio < 20, "\(kind.testDescription): \(ratio) times for ten times the site")
  }

  @Test("the sites of which the times are taken are what they say")
  func sound() {
    for kind in LargeSites.kinds.dropLast(3) {
      let compiled = Compiled(kind.text(kind.count))
      let isRight =
        compiled.plan != nil && !compiled.codes.contains { $0 != "no-mail" && $0 != "unused-route" }
      #expect(
        isRight
          || compiled.codes.allSatisfy {
            ["no-mail", "unused-route", "gate-shut", "trigger-never", "counter-never-there"]
              .contains($0)
          },
        "\(kind.testDescription) \(compiled.report.prefix(2_000))"
      )
    }
  }

  @Test("more than can be simulated is refused, once, where it becomes too much")
  func tooLarge() {
    let offices = (0..<3).map { "  N\($0)/P######: { mailboxes: 5, count: 100000, routes: {} }\n" }
    let many = Compiled("post-offices:\n" + offices.joined())
    #expect(many.codes == ["too-large"], "\(many.report)")
    let serves = String(repeating: "N0/P#####, ", count: 50)
    let lists = Compiled(
      "hosts: { M: { os: NT 4.0 SP5 } }\npost-offices: { N0/P#####: { mailboxes: 5, count: 99999, routes: {} } }\n"
        + "external: { E: { host: M, serves: [\(serves)N0/P00001] } }"
    )
    #expect(lists.codes == ["too-large"], "\(lists.report)")
  }
}
