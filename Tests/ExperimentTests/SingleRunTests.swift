import Kernel
import Record
import Testing

@testable import Experiment

@Suite("One run from start to end")
struct SingleRunTests {
  @Test("What follows from each pause, in a whole run and in one that is cut short")
  func pauses() {
    let halt = Halt(.accounts, limit: 4)
    let table: [(Pause, Advance, Advance)] = [
      (.budget, .further, .further), (.asked, .further, .further),
      (.horizon, .ended(.complete), .ended(.partial)),
      (.idle, .ended(.complete), .ended(.partial)),
      (.stopped, .ended(.partial), .ended(.partial)),
      (.halted(halt), .ended(.halted(halt)), .ended(.halted(halt))),
    ]
    for (pause, whole, cut) in table {
      #expect(Advance(after: pause, isWhole: true) == whole)
      #expect(Advance(after: pause, isWhole: false) == cut)
    }
  }

  @Test("It ends at the earlier of its own and the plan's time")
  func horizon() {
    let plan = Scene().plan
    #expect(SingleRun(plan).horizon == Scene.instant(14))
    #expect(SingleRun(plan, until: Scene.instant(3)).horizon == Scene.instant(3))
    #expect(SingleRun(plan, until: Scene.instant(30)).horizon == Scene.instant(14))
  }
}
