import Kernel
import Plan
import Record
import Testing

@testable import Experiment

@Suite("What is said of services, events and mail")
struct EventVerdictTests {
  static func logged(_ days: [Double], kept: Int? = nil) -> LogRecord {
    LogRecord(
      entries: days.suffix(kept ?? days.count).map {
        .init(time: Scene.instant($0), host: "HUB1", source: "IMC", id: 7, text: "")
      },
      totals: [
        .init(
          host: "HUB1",
          source: "IMC",
          id: 7,
          count: UInt64(days.count),
          first: Scene.instant(days[0]),
          last: Scene.instant(days.last!)
        )
      ]
    )
  }

  @Test("An event counts where and when it was logged, and as often as it was")
  func logged() {
    var scene = Scene()
    let least = { Plan.Expectation.Claim.logged(HostID(0), source: "imc", id: 7, atLeast: $0) }
    let none = Plan.Expectation.Claim.notLogged(HostID(0), source: "IMC", id: 7)
    #expect(scene.outcome(least(1)) == .failed)
    #expect(scene.outcome(none) == .held)
    scene.log = Self.logged([1, 2, 3])
    #expect(scene.outcome(least(3)) == .held)
    #expect(scene.outcome(least(4)) == .failed)
    #expect(scene.outcome(none) == .failed)
    #expect(scene.outcome(none, .until(Scene.instant(0.9))) == .held)
    #expect(scene.outcome(least(2), .until(Scene.instant(2.1))) == .held)
    // What happens at the very end is no part of it.
    #expect(scene.outcome(least(2), .until(Scene.instant(2))) == .failed)
    #expect(scene.outcome(least(2), .during(Scene.instant(2), Scene.instant(9))) == .held)
    #expect(scene.outcome(.notLogged(HostID(0), source: "IMC", id: 8)) == .held)
    #expect(
      scene.verdict(least(1)).evidence
        == ["Event 7 of imc on HUB1 was logged 3 times, first on Tue 5 Jan 1999 00:00."]
    )
  }

  @Test("Where entries are no longer kept, only what the totals say is sure")
  func forgotten() {
    var scene = Scene()
    scene.log = Self.logged([1, 2, 3, 4, 5, 6], kept: 2)
    let least = { Plan.Expectation.Claim.logged(HostID(0), source: "IMC", id: 7, atLeast: $0) }
    let early = Plan.Expectation.Span.until(Scene.instant(4.5))
    #expect(scene.outcome(least(1), early) == .held)
    #expect(scene.outcome(least(3), early) == .undecided)
    #expect(scene.outcome(least(5), early) == .failed)
    #expect(scene.outcome(least(6)) == .held)
  }

  @Test("What is not there yet when a run ends early is undecided, what is there stays")
  func early() {
    var scene = Scene()
    scene.end = 5
    let none = Plan.Expectation.Claim.notLogged(HostID(0), source: "IMC", id: 7)
    let one = Plan.Expectation.Claim.logged(HostID(0), source: "IMC", id: 7, atLeast: 1)
    #expect(scene.outcome(none) == .undecided)
    #expect(scene.outcome(one) == .undecided)
    #expect(scene.outcome(one, .until(Scene.instant(5))) == .failed)
    scene.log = Self.logged([2])
    #expect(scene.outcome(none) == .failed)
    #expect(scene.outcome(one) == .held)
    #expect(scene.outcome(.service(ProcessID(0), isRunning: true)) == .undecided)
  }

  @Test("A service is what its stops and starts make of it, at the time that is asked for")
  func services() {
    var scene = Scene()
    scene.stops["msexcimc.exe"] = [
      .init(time: Scene.instant(3), reason: .asked, defect: nil, restarted: Scene.instant(4)),
      .init(time: Scene.instant(8), reason: .unexpected, defect: "Q1", restarted: nil),
    ]
    scene.states["msexcimc.exe"] = .stopped
    func state(_ isRunning: Bool, _ span: Plan.Expectation.Span) -> Verdict.Outcome {
      scene.outcome(.service(ProcessID(2), isRunning: isRunning), span)
    }
    for (day, runs) in [(2.0, true), (3, false), (3.5, false), (4, true), (7.9, true), (8, false)] {
      #expect(state(true, .at(Scene.instant(day))) == (runs ? .held : .failed), "day \(day)")
      #expect(state(false, .at(Scene.instant(day))) == (runs ? .failed : .held), "day \(day)")
    }
    #expect(state(false, .wholeRun) == .held)
    #expect(state(true, .until(Scene.instant(6))) == .held)
    #expect(state(true, .during(Scene.instant(4), Scene.instant(7))) == .held)
    #expect(state(true, .during(Scene.instant(2), Scene.instant(7))) == .failed)
    #expect(state(false, .during(Scene.instant(8), Scene.instant(14))) == .held)
    #expect(
      scene.verdict(.service(ProcessID(2), isRunning: true)).evidence == [
        "MSExchangeIMC on HUB1 was stopped on Mon 18 Jan 1999 00:00, since Tue 12 Jan 1999 00:00: it"
          + " ended unexpectedly because of Q1."
      ]
    )
  }

  @Test("A service that hangs neither runs nor has stopped; stops that are not kept decide nothing")
  func hanging() {
    var scene = Scene()
    scene.stops["store.exe"] = [
      .init(time: Scene.instant(3), reason: .hang, defect: "Q1", restarted: Scene.instant(5))
    ]
    scene.stopCounts["store.exe"] = 9
    let at = Plan.Expectation.Span.at(Scene.instant(4))
    #expect(scene.outcome(.service(ProcessID(0), isRunning: true), at) == .failed)
    #expect(scene.outcome(.service(ProcessID(0), isRunning: false), at) == .failed)
    let later = Plan.Expectation.Span.at(Scene.instant(6))
    #expect(scene.outcome(.service(ProcessID(0), isRunning: true), later) == .undecided)
    #expect(scene.outcome(.service(ProcessID(0), isRunning: true)) == .held)
  }

  @Test("A share of mail is delivered exactly as much as is asked for, in time or at all")
  func mail() {
    var scene = Scene()
    scene.flows = [
      FlowRecord(
        name: "out",
        messages: 1_000,
        sent: 1_000,
        delivered: 990,
        returned: [.init("late", 4)],
        lost: 0,
        waiting: 6,
        latency: nil,
        withinCounts: [.init(limit: .hours(1), delivered: 980, due: 994)]
      )
    ]
    func share(_ thousandths: Int, _ within: Interval? = nil) -> Verdict {
      scene.verdict(.delivered(flow: "out", billionths: thousandths * 1_000_000, within: within))
    }
    #expect(share(990).outcome == .held)
    #expect(share(991).outcome == .failed)
    #expect(share(985, .hours(1)).outcome == .held)
    #expect(share(986, .hours(1)).outcome == .failed)
    #expect(share(1, .hours(2)).outcome == .undecided)
    #expect(
      share(985, .hours(1)).evidence == [
        "98.59 % of out arrived within 1 hour: 980 of 994.",
        "Of out, 4 returned and 6 still waiting at the end.",
      ]
    )
    scene.end = 3
    #expect(share(990).outcome == .undecided)
  }

  @Test("Mail of a part of the run is judged by what was written in it, if that was kept")
  func mailOfAPart() {
    var scene = Scene()
    let spans: [Plan.Expectation.Span] = [
      .until(Scene.instant(5)), .at(Scene.instant(5)),
      .during(Scene.instant(5), Scene.instant(6)),
    ]
    let parts = spans.map { $0.part(of: Scene.interval(scene.days))! }
    #expect(parts[0] == parts[1])
    #expect(parts[0].from == .start && parts[0].until == Instant(ticks: Scene.instant(5).ticks - 1))
    #expect(
      Plan.Expectation.Span.during(.start, .start + Scene.interval(scene.days)).part(
        of: Scene.interval(scene.days)
      ) == nil
    )
    scene.flows = [
      FlowRecord(
        name: "out",
        messages: 1_000,
        sent: 1_000,
        delivered: 10,
        returned: [],
        lost: 0,
        waiting: 990,
        latency: nil,
        withinCounts: [.init(limit: .hours(1), delivered: 1, due: 994)],
        parts: [
          .init(from: parts[0].from, until: parts[0].until, limit: nil, delivered: 9, due: 10),
          .init(
            from: parts[2].from,
            until: parts[2].until,
            limit: .hours(1),
            delivered: 7,
            due: 10
          ),
        ]
      )
    ]
    func outcome(
      _ percent: Int,
      _ within: Interval?,
      _ span: Plan.Expectation.Span
    ) -> Verdict.Outcome {
      scene.outcome(.delivered(flow: "out", billionths: percent * 10_000_000, within: within), span)
    }
    for span in spans.prefix(2) {
      #expect(outcome(90, nil, span) == .held)
      #expect(outcome(91, nil, span) == .failed)
      #expect(outcome(1, .hours(1), span) == .undecided)
    }
    #expect(outcome(70, .hours(1), spans[2]) == .held)
    #expect(outcome(71, .hours(1), spans[2]) == .failed)
    #expect(outcome(1, nil, spans[2]) == .undecided)
  }
}
