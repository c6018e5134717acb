import Kernel
import Plan
import Record
import Testing

@testable import Experiment

@Suite("What is measured of a run")
struct SiteMeasureTests {
  private func flow(_ name: String, sent: UInt64, latency: FlowRecord.Latency?) -> FlowRecord {
    FlowRecord(
      name: name,
      messages: sent / 2,
      sent: sent,
      delivered: sent - 30,
      returned: [NamedCount("no such recipient", 20)],
      lost: 1,
      waiting: 9,
      latency: latency,
      withinCounts: []
    )
  }

  @Test("Numbers of mail are those of all flows together, and times are seconds")
  func mail() {
    var scene = Scene()
    scene.flows = [
      flow(
        "a",
        sent: 100,
        latency: .init(count: 70, mean: 2_000, p50: 1_000, p95: 5_000, p99: 7_500, longest: 9_000)
      ),
      flow(
        "b",
        sent: 60,
        latency: .init(count: 30, mean: 12_000, p50: 1, p95: 2, p99: 3, longest: 4)
      ), flow("c", sent: 40, latency: nil),
    ]
    let measures = RunDigest.measures(of: scene.record)
    func value(_ name: String) -> Double? { measures.first { $0.name == name }?.value }
    #expect(value("mail.messages") == 100)
    #expect(value("mail.sent") == 200)
    #expect(value("mail.delivered") == 110)
    #expect(value("mail.returned") == 60)
    #expect(value("mail.lost") == 3)
    #expect(value("mail.waiting") == 27)
    // What was returned did not arrive either.
    #expect(value("mail.undelivered") == 90)
    #expect(value("mail.latency-mean-seconds") == 5.0)
    #expect(value("flow.a.latency-mean-seconds") == 2)
    #expect(value("flow.a.latency-p50-seconds") == 1)
    #expect(value("flow.a.latency-p95-seconds") == 5)
    #expect(value("flow.a.latency-p99-seconds") == 7.5)
    #expect(value("flow.c.latency-mean-seconds") == nil)
    #expect(value("flow.c.delivered") == 10)
  }

  @Test("A stop is unexpected where neither somebody nor the host's own end asked for it")
  func stops() {
    var scene = Scene()
    scene.stops["store.exe"] = ProcessRecord.Reason.allCases.map {
      .init(time: .start, reason: $0, defect: nil, restarted: nil)
    }
    let value = RunDigest.measures(of: scene.record)
      .first { $0.name == "services.unexpected-stops" }?.value
    #expect(value == Double(ProcessRecord.Reason.allCases.count - 2))
  }
}

@Suite("When a site will fail, as far as a run tells")
struct HarmForecastTests {
  private func finding(failures: [Double] = [], ends: [[Double?]] = []) -> Finding {
    Finding(
      defect: "Q1",
      title: "A title",
      host: "HUB1",
      triggers: 1,
      firstTrigger: nil,
      failures: failures.map { .init(time: Scene.instant($0), what: "it stopped") },
      outlooks: ends.map { steps in
        Outlook(
          what: "handles",
          isBytes: false,
          amount: 1,
          perDay: .init(value: 1, low: 1, high: 1),
          limit: "handles",
          capacity: 10,
          steps: steps.map { seconds in
            .init(
              amount: 1,
              symptom: .slow,
              reached: nil,
              expected: seconds.map { .init(value: $0, low: $0, high: $0) }
            )
          }
        )
      },
      fixes: [],
      remedies: []
    )
  }

  @Test("What was seen is the first failure, and what is expected the first end of a limit")
  func forecast() {
    let none = HarmForecast([])
    #expect(none.seen == nil && none.expected == nil)
    let seen = HarmForecast([finding(failures: [3]), finding(failures: [2, 5])])
    #expect(seen.seen == 172_800.0)
    // Steps on the way are no end, and an end that is never reached is none.
    let ahead = HarmForecast([
      finding(ends: [[10, 900], [20, .infinity]]), finding(ends: [[5, 400], [1, nil], []]),
    ])
    #expect(ahead.seen == nil && ahead.expected == 400)
    #expect(HarmForecast([finding(ends: [[10, .infinity]])]).expected == nil)
  }
}
