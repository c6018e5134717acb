import Kernel
import Plan
import Record
import Testing

@testable import Experiment

@Suite("Whether a defect shows")
struct DefectVerdictTests {
  static let handles = CounterPath(#"Process(services)\Handle Count"#)!

  static func scene(_ signs: [Sign], _ found: DefectRecord) -> Scene {
    var scene = Scene()
    scene.keep(#"HUB1\Process(services)\Handle Count"#) { 400 + 100 * $0 }
    scene.defects = [Leak.defect(signs)]
    scene.found = [found]
    return scene
  }

  @Test("It is reproduced where it was in force, was set off, left traces and showed")
  func reproduced() {
    let rising = [Sign.counter(Self.handles, .rising)]
    let leak = Leak.taking(amount: 1_400)
    let claim = Plan.Expectation.Claim.reproduces("Q1")
    let cases: [(String, [Sign], DefectRecord, Verdict.Outcome)] = [
      ("all", rising, Leak.found(takings: [leak]), .held),
      ("no trigger", rising, Leak.found(triggers: 0, first: nil, idle: 9), .failed),
      ("in force too late", rising, Leak.found(from: 20, takings: [leak]), .failed),
      ("nothing taken", rising, Leak.found(takings: [Leak.taking(amount: 0)]), .failed),
      ("freed again", rising, Leak.found(takings: [Leak.taking(amount: 0, taken: 9)]), .held),
      ("another sign", [.counter(Self.handles, .level)], Leak.found(takings: [leak]), .failed),
      (
        "one of two", rising + [.event(source: "IMC", id: 7)], Leak.found(takings: [leak]), .failed
      ),
      ("a stop", [.serviceStopped("MSExchangeIMC")], Leak.found(takings: [leak]), .failed),
    ]
    for (name, signs, found, outcome) in cases {
      #expect(Self.scene(signs, found).outcome(claim) == outcome, "\(name)")
    }
    var early = Self.scene(rising, Leak.found(triggers: 0, first: nil))
    early.end = 3
    #expect(early.outcome(claim) == .undecided)
    var none = Self.scene(rising, Leak.found(takings: [leak]))
    none.found = []
    #expect(none.outcome(claim) == .failed)
  }

  @Test("A trigger outside the span does not count, for either claim")
  func spans() {
    let found = Leak.found(first: 5, last: 6, takings: [Leak.taking(amount: 0)])
    let scene = Self.scene([], found)
    #expect(scene.outcome(.absent("Q1"), .until(Scene.instant(4.9))) == .held)
    #expect(scene.outcome(.absent("Q1"), .until(Scene.instant(5.1))) == .failed)
    #expect(scene.outcome(.absent("Q1"), .during(Scene.instant(6.1), Scene.instant(9))) == .held)
    #expect(scene.outcome(.reproduces("Q1"), .until(Scene.instant(4.9))) == .failed)
  }

  @Test(
    "What a defect took is nothing of the time before, and of what is between only ends are known"
  )
  func outside() {
    let taking = Leak.taking(amount: 9)
    let leak = Self.scene([], Leak.found(first: 5, last: 8, takings: [taking]))
    #expect(leak.outcome(.absent("Q1"), .until(Scene.instant(4.9))) == .held)
    #expect(leak.outcome(.absent("Q1"), .during(Scene.instant(6), Scene.instant(7))) == .undecided)
    #expect(leak.outcome(.absent("Q1"), .during(Scene.instant(7), Scene.instant(9))) == .failed)
    // It still keeps what it took.
    #expect(leak.outcome(.absent("Q1"), .during(Scene.instant(9), Scene.instant(10))) == .failed)
    let twice = Self.scene(
      [],
      Leak.found(triggers: 2, first: 5, last: 8, takings: [Leak.taking(amount: 0)])
    )
    #expect(twice.outcome(.absent("Q1"), .during(Scene.instant(6), Scene.instant(7))) == .held)
  }

  @Test("It is absent where nothing set it off and nothing is put down to it")
  func absent() {
    let claim = Plan.Expectation.Claim.absent("Q1")
    let sound = Leak.found(triggers: 0, first: nil, idle: 12)
    #expect(Self.scene([], sound).outcome(claim) == .held)
    #expect(
      Self.scene([], sound).verdict(claim).evidence == [
        "What sets Q1 off happened 12 times on HUB1 while it was not in force, and did nothing."
      ]
    )
    #expect(Self.scene([], Leak.found()).outcome(claim) == .failed)
    let taken = Leak.found(triggers: 0, first: nil, takings: [Leak.taking(amount: 1)])
    #expect(Self.scene([], taken).outcome(claim) == .failed)
    var scene = Self.scene([], sound)
    scene.stops["store.exe"] = [
      .init(time: Scene.instant(2), reason: .unexpected, defect: "Q1", restarted: nil)
    ]
    #expect(scene.outcome(claim) == .failed)
    scene.stops = [:]
    scene.end = 3
    #expect(scene.outcome(claim) == .undecided)
    scene.found = []
    #expect(scene.outcome(claim) == .held)
  }

  @Test("A limit that is met within hours leaves a climb that shows, of half of what was taken")
  func shortClimb() {
    for (height, outcome) in [(10.0, Verdict.Outcome.held), (4, .failed)] {
      var scene = Scene()
      // Too few values for a trend in the three hours that the limit takes.
      scene.sampleMinutes = 30
      scene.keep(#"HUB1\Process(services)\Handle Count"#) {
        2 + height * min(1, max(0, ($0 - 1) * 8))
      }
      scene.defects = [Leak.defect([.counter(Self.handles, .rising)])]
      let rung = DefectRecord.Taking.Limit.Rung(
        amount: 10,
        symptom: .refused,
        reached: Scene.instant(1.125)
      )
      let limit = DefectRecord.Taking.Limit(
        name: "slots",
        capacity: 10,
        amount: 10,
        rungs: [rung],
        series: nil
      )
      scene.found = [Leak.found(first: 1, takings: [Leak.taking(amount: 10, limit: limit)])]
      #expect(scene.outcome(.reproduces("Q1")) == outcome, "\(height)")
    }
  }

  @Test("A leak that a restart frees shows between the restarts")
  func sawtooth() {
    var scene = Scene()
    scene.keep(#"HUB1\Process(services)\Handle Count"#) { 400 + 100 * ($0 < 9 ? $0 : $0 - 9) }
    scene.defects = [Leak.defect([.counter(Self.handles, .rising)])]
    scene.found = [Leak.found(takings: [Leak.taking(amount: 500, taken: 1_400)])]
    #expect(scene.outcome(.reproduces("Q1")) == .failed)
    scene.stops["store.exe"] = [
      .init(time: Scene.instant(9), reason: .asked, defect: nil, restarted: Scene.instant(9))
    ]
    #expect(scene.outcome(.reproduces("Q1")) == .held)
  }

  @Test("Connections, stops and hangs are signs only where the defect itself caused them")
  func otherSigns() {
    let claim = Plan.Expectation.Claim.reproduces("Q1")
    var scene = Scene()
    let place = scene.keep(#"HUB1\Q1\sockets"#, .attribution) { $0 < 2 || $0 > 2.05 ? 0 : 3 }
    let sockets = Leak.taking("sockets", amount: 0, taken: 3, series: place)
    scene.found = [Leak.found(first: 1, takings: [sockets])]
    for (age, outcome) in [(Interval.minutes(30), Verdict.Outcome.held), (.hours(2), .failed)] {
      scene.defects = [Leak.defect([.connections(olderThan: age)])]
      #expect(scene.outcome(claim) == outcome)
    }
    let signs: [(Sign, ProcessRecord.Reason)] = [
      (.serviceStopped("MSExchangeIMC"), .unexpected), (.hang(.process(.process)), .hang),
    ]
    for (sign, reason) in signs {
      for (cause, outcome) in [("Q1", Verdict.Outcome.held), ("Q2", .failed)] {
        scene.defects = [Leak.defect([sign])]
        scene.stops["msexcimc.exe"] = [
          .init(time: Scene.instant(3), reason: reason, defect: cause, restarted: nil)
        ]
        #expect(scene.outcome(claim) == outcome, "\(sign) because of \(cause)")
        let other: ProcessRecord.Reason = reason == .hang ? .unexpected : .hang
        scene.stops["msexcimc.exe"] = [
          .init(time: Scene.instant(3), reason: other, defect: cause, restarted: nil)
        ]
        #expect(scene.outcome(claim) == .failed, "\(sign) is not \(other)")
      }
    }
  }
}
