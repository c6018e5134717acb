import Kernel
import Testing

@Suite("A halt")
struct HaltTests {
  @Test("says in one line what was full and how large it was")
  func text() {
    let halt = Halt(.events, limit: 4_096)
    #expect("\(halt)" == "the run needs more than its 4096 events")
    #expect(halt.capacity == .events && halt.limit == 4_096)
  }

  @Test("has a text of its own for every capacity, in words")
  func texts() {
    let texts = Halt.Capacity.allCases.map { "\(Halt($0, limit: 7))" }
    #expect(Set(texts).count == texts.count)
    for text in texts {
      #expect(text.hasPrefix("the run needs more than its 7 "))
      #expect(text.allSatisfy { $0.isLowercase || $0 == " " || $0 == "7" }, "\(text)")
    }
  }

  @Test("can be thrown and caught as what it is")
  func throwing() {
    func run() throws(Halt) { throw Halt(.timers, limit: 2) }
    do {
      try run()
      Issue.record("nothing was thrown")
    } catch {
      #expect(error == Halt(.timers, limit: 2))
      #expect(error != Halt(.timers, limit: 3) && error != Halt(.events, limit: 2))
    }
  }
}
