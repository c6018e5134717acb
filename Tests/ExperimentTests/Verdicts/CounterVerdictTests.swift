import Kernel
import Plan
import Record
import Testing

@testable import Experiment

@Suite("What is said of a counter")
struct CounterVerdictTests {
  static let path = CounterPath(#"HUB1\Process(services)\Handle Count"#)!

  static func scene(_ value: (Double) -> Double?) -> Scene {
    var scene = Scene()
    scene.keep("\(path)", .level, value)
    return scene
  }

  @Test("A steady climb rises, and the evidence tells from what to what, how fast and how long")
  func rising() {
    let scene = Self.scene { 402 + 510 * $0 }
    let verdict = scene.verdict(.trend(Self.path, .rising, atLeastPerDay: 509))
    #expect(verdict.outcome == .held)
    #expect(
      verdict.evidence == [
        "Handle Count of services on HUB1 rose from 402 to 7,542: 510 a day, over 14 days."
      ]
    )
    #expect(scene.outcome(.trend(Self.path, .rising, atLeastPerDay: 511)) == .failed)
    #expect(scene.outcome(.trend(Self.path, .level, atLeastPerDay: nil)) == .failed)
    #expect(scene.outcome(.trend(Self.path, .falling, atLeastPerDay: nil)) == .failed)
  }

  @Test("A steady fall falls, and its rate counts downwards")
  func falling() {
    let scene = Self.scene { 9_000 - 500 * $0 }
    #expect(scene.outcome(.trend(Self.path, .falling, atLeastPerDay: 499)) == .held)
    #expect(scene.outcome(.trend(Self.path, .falling, atLeastPerDay: 501)) == .failed)
  }

  @Test("The warm-up is left out unless a begin is asked for")
  func warmUp() {
    var scene = Self.scene { $0 < 4 ? 1_000 * $0 : 4_000 }
    scene.warmUp = 4.1
    let level = Plan.Expectation.Claim.trend(Self.path, .level, atLeastPerDay: nil)
    #expect(scene.outcome(level) == .held)
    #expect(scene.outcome(level, .until(Scene.instant(10))) == .held)
    let exact = Plan.Expectation.Span.during(.start, Scene.instant(14))
    #expect(scene.outcome(level, exact) == .failed)
    let climb = Plan.Expectation.Claim.trend(Self.path, .rising, atLeastPerDay: nil)
    #expect(scene.outcome(climb, .during(.start, Scene.instant(3.9))) == .held)
  }

  @Test("A run that ended early leaves open what its later part would decide")
  func early() {
    var scene = Scene()
    scene.end = 6
    scene.ending = .partial
    scene.keep("\(Self.path)") { 100 + 10 * $0 }
    let rising = Plan.Expectation.Claim.trend(Self.path, .rising, atLeastPerDay: nil)
    #expect(scene.outcome(rising) == .undecided)
    #expect(
      scene.verdict(rising).evidence.last!.hasPrefix("The run ended on Sun 10 Jan 1999 00:00")
    )
    #expect(scene.outcome(rising, .until(Scene.instant(6))) == .held)
    #expect(scene.outcome(.above(Self.path, 159)) == .held)
    #expect(scene.outcome(.above(Self.path, 161)) == .undecided)
    #expect(scene.outcome(.below(Self.path, 161)) == .undecided)
    #expect(scene.outcome(.below(Self.path, 159)) == .failed)
  }

  @Test("Below and above are strict, look at extremes, and at the moment where one is named")
  func bounds() {
    let scene = Self.scene { $0 == 5 ? 900 : 100 }
    #expect(scene.outcome(.below(Self.path, 901)) == .held)
    #expect(scene.outcome(.below(Self.path, 900)) == .failed)
    #expect(scene.outcome(.above(Self.path, 899)) == .held)
    #expect(scene.outcome(.above(Self.path, 900)) == .failed)
    #expect(scene.outcome(.below(Self.path, 200), .at(Scene.instant(4))) == .held)
    #expect(scene.outcome(.above(Self.path, 200), .at(Scene.instant(5))) == .held)
    #expect(scene.outcome(.above(Self.path, 200), .during(.start, Scene.instant(4.9))) == .failed)
    #expect(
      scene.verdict(.above(Self.path, 899)).evidence
        == ["Handle Count of services on HUB1 was at most 900, on Sat 9 Jan 1999 00:00."]
    )
  }

  @Test(
    "Rates are divided, missing values pass over, and a counter that was not kept decides nothing"
  )
  func kinds() {
    var scene = Scene()
    scene.keep(#"HUB1\Memory\Pages/sec"#, .rate, divisor: 100) { $0 < 7 ? 2.5 : nil }
    let path = CounterPath(#"hub1\memory\PAGES/SEC"#)!
    #expect(scene.outcome(.above(path, 2.4)) == .held)
    #expect(scene.outcome(.above(path, 2.6)) == .failed)
    #expect(scene.outcome(.above(path, 1), .at(Scene.instant(8))) == .undecided)
    #expect(scene.outcome(.above(Self.path, 1)) == .undecided)
  }

  @Test("With a star every counter must be as expected, and the one that is not comes first")
  func stars() {
    var scene = Scene()
    scene.keep(#"HUB1\Process(store)\Handle Count"#) { _ in 100 }
    scene.keep(#"HUB1\Process(services)\Handle Count"#) { 100 + 50 * $0 }
    scene.keep(#"HUB1\Process(services)\Thread Count"#) { 100 + 50 * $0 }
    scene.keep(#"HUB1\Process(services)\Handle Count"#, .attribution) { 50 * $0 }
    let path = CounterPath(#"*\Process(*)\Handle Count"#)!
    let verdict = scene.verdict(.trend(path, .level, atLeastPerDay: nil))
    #expect(verdict.outcome == .failed)
    #expect(verdict.evidence.count == 2)
    #expect(verdict.evidence[0].contains("services"))
  }

  @Test("Back to baseline means that nine in ten of the climb are gone after the stop")
  func baseline() {
    let claim = Plan.Expectation.Claim.backToBaseline(Self.path, afterStopOf: ProcessID(0))
    for (rest, outcome) in [(0.0, Verdict.Outcome.held), (0.08, .held), (0.13, .failed)] {
      var scene = Self.scene { $0 <= 11 ? 400 + 100 * $0 : 400 + 1_100 * rest }
      #expect(scene.outcome(claim) == .failed, "nothing stopped")
      scene.stops["store.exe"] = [
        .init(time: Scene.instant(11), reason: .asked, defect: nil, restarted: Scene.instant(11.01))
      ]
      #expect(scene.outcome(claim) == outcome, "\(rest) are left")
      #expect(scene.outcome(claim, .until(Scene.instant(10))) == .failed)
    }
  }
}
