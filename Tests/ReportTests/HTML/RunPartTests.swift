import Experiment
import Kernel
import Plan
import Record
import Testing

@testable import Report

@Suite("What a page says of a run")
struct RunPartTests {
  private func outlook(
    _ amount: Int64,
    expected: Outlook.Estimate?,
    limitAmount: Int64? = nil,
    limitSeries: Int? = nil
  ) -> Outlook {
    Outlook(
      what: "handles of services.exe",
      isBytes: false,
      amount: amount,
      perDay: .init(value: 10, low: 5, high: 20),
      limit: "handles of services.exe",
      capacity: 100,
      steps: [.init(amount: 100, symptom: .hang, reached: nil, expected: expected)],
      limitAmount: limitAmount,
      series: 0,
      limitSeries: limitSeries
    )
  }

  private func finding(_ outlooks: [Outlook]) -> Finding {
    Finding(
      defect: "Q1000",
      title: "A title",
      host: "MAIL1",
      triggers: 5,
      firstTrigger: .start,
      failures: [],
      outlooks: outlooks,
      fixes: [],
      remedies: []
    )
  }

  /// A run of ten days in which something grew to 50.
  private func record(_ ending: RunRecord.Ending = .complete) -> RunRecord {
    let sample = SampleRun().record
    let bins = (0..<240).map { hour -> SeriesRecord.Bin? in
      let value = Int64(hour * 50 / 239)
      return .init(
        count: 1,
        first: value,
        least: value,
        greatest: value,
        mean: Double(value),
        last: value
      )
    }
    return RunRecord(
      title: "A run",
      seed: 1,
      replication: 0,
      start: SampleRun.start,
      duration: .days(10),
      warmUp: .zero,
      ending: ending,
      end: .start + .days(10),
      eventCount: 1,
      fingerprint: 1,
      eventCounts: [],
      flows: [],
      queues: [],
      hosts: [],
      processes: sample.processes,
      log: sample.log,
      defects: [],
      series: SeriesRecord(
        first: .start,
        asked: .hours(1),
        kept: .hours(1),
        sampleCount: 240,
        counters: [
          .init(
            path: CounterPath("MAIL1\\Process(services)\\Handle Count")!,
            kind: .level,
            divisor: 1,
            bins: bins
          )
        ]
      )
    )
  }

  private func page(
    _ findings: [Finding],
    _ verdicts: [Verdict] = [],
    _ ending: RunRecord.Ending = .complete
  ) -> RunPage {
    let result = RunResult(record: record(ending), verdicts: verdicts, findings: findings)
    let source = ReportSource(command: "", version: "", planCommand: "")
    return RunPage(result, of: SampleRun().plan, source)
  }

  @Test(
    "The answer is what failed, or else what is lost, or else what is expected, or else that all is well"
  )
  func answers() {
    let day = 86_400.0
    let expected = Outlook.Estimate(value: 15 * day, low: 13 * day, high: 18 * day)
    let ahead = page([finding([outlook(50, expected: expected)])]).answer
    #expect(ahead.state == .hurt)
    #expect(
      ahead.headline == "MAIL1: hangs, expected Tue 17 Mar 1998, after 15d (90 %: 13d to 18d)"
    )
    #expect(ahead.sentences.contains("No correction of it is known."))
    let full = page([finding([outlook(100, expected: nil)])]).answer
    #expect(full.state == .failed)
    #expect(full.headline == "Handles of services.exe: all 100 are lost")
    let never = page([finding([outlook(50, expected: nil)])]).answer
    #expect(never.headline == "Q1000 is at work on MAIL1, and no end is in sight")
    let held = Verdict(text: "x", outcome: .held, evidence: [])
    #expect(page([], [held]).answer.state == .sound)
    #expect(page([], [held]).answer.headline == "No defect was set off, and the expectation held")
    #expect(page([], [], .partial).answer.state == .hurt)
    let failed = Verdict(text: "x", outcome: .failed, evidence: [])
    #expect(page([], [held, failed]).answer.state == .failed)
  }

  private func layers(_ outlook: Outlook) throws -> (band: [Chart.Range], levels: [Double]) {
    let words = page([finding([outlook])]).words
    let chart = try #require(
      OutlookChart(
        id: "c",
        finding: finding([outlook]),
        outlook: outlook,
        words: words,
        markers: []
      ).chart
    )
    var band: [Chart.Range] = []
    var levels: [Double] = []
    for layer in chart.layers {
      if case .band(let ranges, _) = layer { band = ranges }
      if case .level(let value, _) = layer { levels.append(value) }
    }
    return (band, levels)
  }

  @Test("What is expected begins where the run ends, and comes to the limit when the forecast says")
  func band() throws {
    let day = 86_400.0
    let expected = Outlook.Estimate(value: 15 * day, low: 13 * day, high: 18 * day)
    let (band, levels) = try layers(outlook(50, expected: expected, limitSeries: 0))
    #expect(levels == [100])
    #expect(band.first?.x == 10 * day && band.first?.value == 50)
    #expect(band.allSatisfy { $0.low <= $0.value && $0.value <= $0.high && $0.high <= 100 })
    #expect(zip(band, band.dropFirst()).allSatisfy { $0.value <= $1.value && $0.low <= $1.low })
    for range in band {
      #expect((range.high >= 100) == (range.x >= 13 * day), "\(range)")
      #expect((range.value >= 100) == (range.x >= 15 * day), "\(range)")
      #expect((range.low >= 100) == (range.x >= 18 * day), "\(range)")
    }
  }

  @Test("Where only a defect's own part is shown, limits lie lower by what others hold")
  func ownPart() throws {
    let expected = Outlook.Estimate(value: 12 * 86_400, low: 11 * 86_400, high: 13 * 86_400)
    let (band, levels) = try layers(outlook(50, expected: expected, limitAmount: 80))
    #expect(levels == [70])
    #expect(band.last?.high == 70)
  }

  @Test("Nothing more is expected where everything is held, or nothing grows")
  func noBand() throws {
    #expect(try layers(outlook(100, expected: nil)).band.isEmpty)
  }

  @Test("What happened is told once, in order of time")
  func course() {
    let sample = SampleRun()
    let course = RunCourse(sample.result, of: sample.plan)
    let times = course.happenings.map(\.time)
    #expect(times == times.sorted())
    let words = course.happenings.map { "\($0.kind.rawValue) \($0.words)" }
    #expect(words.first == "trigger Q214573 was set off on MAIL1 for the first time")
    #expect(words.contains("restart MSExchangeIS on MAIL1 was restarted"))
    #expect(words.contains("restart MAIL1 was started again"))
    #expect(words.contains("symptom MAIL1: slow, short of handles in services.exe"))
    // The finding tells of the hang of services.exe.
    #expect(words.count { $0.hasPrefix("failure") } == 7)
    #expect(course.gravest(3).allSatisfy { $0.kind == .failure })
    let told = course.told(9)
    #expect(told.count == 5 && told.count(where: { $0.kind == .failure }) == 1)
    #expect(
      told.contains {
        $0.words == "services.exe of MAIL1 hangs, 7 times, last Sun 15 Mar 1998 04:00"
      }
    )
    #expect(course.markers(on: "QUIET", count: 9).isEmpty)
    #expect(course.markers(on: "MAIL1", count: 4).map(\.letter) == ["a", "b", "c", "d"])
  }
}
