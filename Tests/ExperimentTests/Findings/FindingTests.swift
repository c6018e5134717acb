import Kernel
import Plan
import Record
import Testing

@testable import Experiment

@Suite("What a defect does to a host")
struct FindingTests {
  static func limit(_ amount: Int64, name: String = "handles of HUB1") -> DefectRecord.Taking.Limit
  {
    .init(
      name: name,
      capacity: 4_000,
      amount: amount,
      rungs: [
        .init(amount: 1_000, symptom: .slow, reached: Scene.instant(8)),
        .init(amount: 3_000, symptom: .rpcBusy, reached: nil),
      ],
      series: nil
    )
  }

  static func scene(until: Double? = nil, series value: (Double) -> Double? = { 100 * $0 }) -> Scene
  {
    var scene = Scene()
    let place = scene.keep(#"HUB1\Q1\handles"#, .attribution, value)
    let taking = Leak.taking(amount: 1_400, series: place, limit: limit(1_600))
    scene.defects = [Leak.defect([])]
    scene.found = [Leak.found(until: until, takings: [taking])]
    return scene
  }

  @Test("A leak has its rate, the steps of its limit, and when each is reached")
  func outlook() throws {
    let finding = try #require(Self.scene().result.findings.first)
    let outlook = try #require(finding.outlooks.first)
    #expect(outlook.what == "handles of services.exe")
    #expect((outlook.perDay.value - 100).magnitude < 1)
    #expect(outlook.steps.map(\.amount) == [1_000, 3_000, 4_000])
    #expect(outlook.steps.map(\.symptom) == [.slow, .rpcBusy, .refused])
    #expect(outlook.steps[0].expected == nil && outlook.steps[0].reached == Scene.instant(8))
    // Others hold 200 of the 1,600: from day 14 on, 1,400 and 2,400 are still to come.
    let days = outlook.steps.dropFirst().map { $0.expected!.value / 86_400 }
    #expect((days[0] - 28).magnitude < 0.1 && (days[1] - 38).magnitude < 0.1)
    #expect(finding.fixes == ["Exchange 5.5 SP4", "hotfix Q269183"])
    #expect(
      finding.remedies == [
        Sourced("a stop of MSExchangeIS", .text), Sourced("a restart of the host", .assumed),
      ]
    )
  }

  @Test("What callers do goes half as fast where a busy host turns every other one away")
  func busy() throws {
    func steps(_ events: [EventKind]) throws -> [Outlook.Estimate] {
      var scene = Self.scene()
      scene.defects = []
      scene.found = []
      for (number, event) in events.enumerated() {
        let place = scene.keep(#"HUB1\Q\#(number)\handles"#, .attribution) {
          100 / Double(events.count) * $0
        }
        let amount = 1_400 / Int64(events.count)
        let taking = Leak.taking(amount: amount, series: place, limit: Self.limit(1_600))
        scene.defects.append(Leak.defect([], event: event).renamed("Q\(number)"))
        scene.found.append(Leak.found(id: "Q\(number)", takings: [taking]))
      }
      let outlook = try #require(scene.result.findings.first?.outlooks.first)
      return outlook.steps.dropFirst().map { $0.expected! }
    }
    // A thousand from the rung to the limit, at a hundred a day or what is left of them.
    for (events, gap) in [
      ([EventKind.pop3Logon], 20.0), ([.registryClose], 20), ([.pcmtaDispatch], 10),
      ([.pop3Logon, .pcmtaDispatch], 1_000 / 75.0),
    ] {
      let all = try steps(events)
      let found = all.map { $0.value / 86_400 }
      #expect((found[0] - 28).magnitude < 0.1, "\(events) \(found)")
      #expect((found[1] - found[0] - gap).magnitude < 0.1, "\(events) \(found)")
      // Who is turned away is chance, so that it is known less exactly then.
      let widths = all.map { ($0.high - $0.low) / 86_400 }
      #expect((widths[1] > widths[0] + 0.3) == (gap > 10), "\(events) \(widths)")
    }
  }

  @Test("What is corrected, or freed each time before it is too much, is never reached")
  func never() throws {
    let corrected = try #require(Self.scene(until: 10).result.findings[0].outlooks.first)
    #expect(corrected.perDay.value == 0)
    #expect(corrected.steps.allSatisfy { $0.expected == nil })
    let nightly = Self.scene { 100 * ($0 - $0.rounded(.down)) }
    #expect(nightly.result.findings[0].outlooks[0].steps.allSatisfy { $0.expected == nil })
    #expect((nightly.result.findings[0].outlooks[0].perDay.value - 100).magnitude < 10)
  }

  @Test("Two defects that fill one limit bring it nearer together")
  func joint() throws {
    var scene = Self.scene()
    let place = scene.keep(#"HUB1\Q2\handles"#, .attribution) { 100 * $0 }
    let taking = Leak.taking(amount: 1_400, series: place, limit: Self.limit(3_000))
    let first = Leak.taking(amount: 1_400, series: 0, limit: Self.limit(3_000))
    scene.found = [Leak.found(takings: [first]), Leak.found(id: "Q2", takings: [taking])]
    let outlook = scene.result.findings[0].outlooks[0]
    #expect((outlook.perDay.value - 100).magnitude < 1)
    let day = try #require(outlook.steps.last?.expected).value / 86_400
    #expect((day - 19).magnitude < 0.1, "1,000 at 200 a day: \(day)")
  }

  @Test(
    "A limit is met when others hold much, and never while they hold little",
    arguments: [(4_050, 33.5), (4_090, 33.9), (4_010, 33.4), (4_030, 33.4)]
  )
  func peaks(capacity: Int64, time: Double) throws {
    var scene = Scene()
    let own = scene.keep(#"HUB1\Q1\handles"#, .attribution) { 100 * $0 }
    let others = { (day: Double) in (day - day.rounded(.down)) > 0.4 ? 700.0 : 200 }
    let all = scene.keep(#"HUB1\all"#, .attribution) { 100 * $0 + others($0) }
    let limit = Leak.limit(capacity, amount: 1_600, series: all)
    scene.defects = [Leak.defect([])]
    scene.found = [Leak.found(takings: [Leak.taking(amount: 1_400, series: own, limit: limit)])]
    let day = try #require(scene.result.findings[0].outlooks[0].steps[0].expected).value / 86_400
    #expect((day - time).magnitude < 0.05, "\(day)")
  }

  @Test("Only what was set off is found, what failed first comes first, and slowness is no failure")
  func order() {
    var scene = Self.scene()
    let late = Leak.found(
      id: "Q2",
      closures: [.init(passage: "ims.outbound", from: Scene.instant(9), until: nil)]
    )
    scene.defects += [
      Leak.defect([]).renamed("Q2"), Leak.defect([]).renamed("Q3"), Leak.defect([]).renamed("Q4"),
    ]
    scene.found += [
      late, Leak.found(id: "Q3"), Leak.found(id: "Q4", triggers: 0, first: nil),
      Leak.found(id: "Q5"),
    ]
    scene.stops["store.exe"] = [
      .init(time: Scene.instant(5), reason: .hang, defect: "Q3", restarted: nil)
    ]
    let findings = scene.result.findings
    #expect(findings.map(\.defect) == ["Q3", "Q2", "Q1"])
    #expect(findings[0].failures == [.init(time: Scene.instant(5), what: "MSExchangeIS hung")])
    #expect(findings[1].failures.map(\.what) == ["ims.outbound was shut"])
    #expect(findings[2].failures.isEmpty)
  }
}

extension Defect {
  fileprivate func renamed(_ id: String) -> Defect {
    Defect(
      id: id,
      title: title,
      gate: gate,
      trigger: trigger,
      effects: effects,
      pools: pools,
      signs: signs,
      remedies: remedies,
      fixes: fixes
    )
  }
}
