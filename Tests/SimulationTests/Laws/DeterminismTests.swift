import Kernel
import Plan
import Record
import Simulation
import Testing

/// The same seed gives the same record to the last bit, and what does not concern a stream of chance
/// does not shift it.
@Suite("Determinism")
struct DeterminismTests {
  @Test("a run leaves the same in pauses of any length", arguments: 0..<3 as Range<UInt64>)
  func pauses(seed: UInt64) throws {
    let plan = Trial.plan(RandomTopology.whole(seed: seed).text)
    let whole = try Trial.record(plan)
    let parts = try Trial.record(plan) { chance in
      (Interval(ticks: 1 + chance.next() % Interval.hours(2).ticks), 1 + chance.below(500))
    }
    #expect(whole == parts, "seed \(seed)")
    let other = try Trial.record(plan, seed: seed + 1_000_000)
    if whole.flows.contains(where: { $0.messages > 10 }) {
      #expect(whole.fingerprint != other.fingerprint, "seed \(seed)")
    }
  }

  @Test("another host, flow, tool and service pack shift no arrival")
  func streams() throws {
    func arrivals(host: String, version: String, more: String) throws -> [[Instant]] {
      let plan = Trial.plan(
        """
        title: Streams
        run: { duration: 2d, seed: 5 }
        hosts: {\(host) HUB: { os: NT 4.0 Server SP3 } }
        exchange: { HUB: { version: \(version), mailboxes: 5, internet-mail: { domain: f.example } } }
        internet: { d.example: { hosts: { mx.d.example: { manner: busy } } } }
        mail:
        \(more)  a: { from: HUB, to: d.example, volume: 90/day }
          b: { from: d.example, to: HUB, volume: 70/day, hours: office }
        """
      )
      var run = try SiteRun(plan)
      run.trace(.init())
      let request = StopRequest()
      var times: [String: [Instant]] = [:]
      var pause = Pause.asked
      while pause == .asked {
        pause = run.advance(until: .start + plan.run.duration, unless: request)
        for step in run.takeTrace() where step.what == "is written" {
          times[String(step.message.prefix(1)), default: []].append(step.time)
        }
      }
      return [times["a"] ?? [], times["b"] ?? []]
    }
    let usual = try arrivals(host: "", version: "5.5 RTM", more: "")
    #expect(usual.allSatisfy { $0.count > 100 })
    #expect(
      try arrivals(
        host: "AAA: { os: Windows 2000 Server SP1 },",
        version: "5.5 RTM",
        more: ""
      ) == usual
    )
    #expect(try arrivals(host: "", version: "5.5 SP4", more: "") == usual)
    #expect(
      try arrivals(
        host: "",
        version: "5.5 RTM",
        more: "  zero: { from: HUB, to: HUB, volume: 500/day }\n"
      ) == usual
    )
  }
}
