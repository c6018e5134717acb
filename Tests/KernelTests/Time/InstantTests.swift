import Kernel
import Testing

@Suite("An instant")
struct InstantTests {
  static let far = [0, 1, (1 << 63) - 1, 1 << 63, (1 << 63) + 1, .max - 1, .max] as [UInt64]

  @Test("orders by its ticks, beyond 2^63 too")
  func orders() {
    for (left, right) in zip(Self.far, Self.far.dropFirst()) {
      #expect(Instant(ticks: left) < Instant(ticks: right))
      #expect(!(Instant(ticks: right) < Instant(ticks: left)))
      #expect(!(Instant(ticks: left) < Instant(ticks: left)))
    }
    #expect(Instant.start == Instant(ticks: 0) && Instant.latest == Instant(ticks: .max))
  }

  @Test("and an interval give what their ticks give, as far as the clock goes")
  func arithmetic() {
    for from in Self.far {
      for to in Self.far {
        let (start, interval) = (Instant(ticks: from), Interval(ticks: to))
        let (sum, passes) = from.addingReportingOverflow(to)
        #expect(start.advanced(by: interval) == (passes ? nil : Instant(ticks: sum)))
        if !passes {
          #expect(start + interval == Instant(ticks: sum))
          #expect(start + interval - start == interval)
        }
      }
    }
  }

  @Test("prints as the time since the start")
  func prints() {
    #expect("\(Instant.start)" == "0s")
    #expect("\(Instant.start + .minutes(90))" == "90m")
  }

  // Printed, as the optimiser leaves out a sum that nobody uses, and its trap.
  @Test("past the latest, and a time that runs backwards, are refused")
  func refuses() async {
    await #expect(processExitsWith: .failure) { print(Instant.latest + Interval(ticks: 1)) }
    await #expect(processExitsWith: .failure) { print(Instant.start - Instant(ticks: 1)) }
  }
}
