import Kernel
import Testing

@testable import Report

@Suite("Axes")
struct AxisTests {
  private let start = CivilDate(year: 1998, month: 3, day: 2)!

  @Test("Amounts begin at nothing, reach what there is, and are named at round steps")
  func amounts() {
    for exponent in 0..<58 {
      for most in [1.0, 1.3, 2, 3.7, 9.99].map({ $0 * Double(1 << exponent) }) {
        for isBytes in [false, true] {
          let axis = Axis.amounts(upTo: most, isBytes: isBytes)
          #expect(axis.low == 0 && axis.high >= most && axis.high <= most * 2, "\(most)")
          #expect((2...9).contains(axis.ticks.count), "\(most): \(axis.ticks.count)")
          #expect(Set(axis.ticks.map(\.label)).count == axis.ticks.count, "\(axis.ticks)")
        }
      }
    }
  }

  @Test("A place along an axis grows with the value and never leaves the picture")
  func shares() {
    for axis in [
      Axis.numbers(from: 3, to: 900), .numbers(from: 3, to: 900, isLogarithmic: true),
      .amounts(upTo: 900),
    ] {
      let shares = [-1e300, 0, 3, 4, 50, 500, 900, 1e300].map { axis.share(of: $0) }
      #expect(shares == shares.sorted())
      #expect(shares.first == 0 && shares.last == 1)
      #expect(axis.share(of: .nan) == 0 && axis.share(of: .infinity) == 1)
    }
    let logarithmic = Axis.numbers(from: 1, to: 10_000, isLogarithmic: true)
    #expect((logarithmic.share(of: 100) - 0.5).magnitude < 1e-12)
  }

  @Test(
    "Time is named at round times, at midnights, at firsts of months and of years",
    arguments: [
      (0.25, ["2 Mar", "01:00", "02:00", "03:00", "04:00", "05:00", "06:00"]),
      (1, ["2 Mar", "06:00", "12:00", "18:00", "3 Mar"]),
      (5, ["2 Mar", "3 Mar", "4 Mar", "5 Mar", "6 Mar", "7 Mar"]),
      (14, ["2 Mar", "9 Mar", "16 Mar"]),
      (365, ["Apr 1998", "Jul 1998", "Oct 1998", "Jan 1999"]),
      (3_650, ["2000", "2002", "2004", "2006", "2008"]),
    ] as [(Double, [String])]
  )
  func times(_ days: Double, _ labels: [String]) {
    let ticks = Axis.time(upTo: days * 86_400, start: start).ticks
    #expect(ticks.map(\.label) == labels)
    #expect(ticks.allSatisfy { $0.value >= 0 && $0.value <= days * 86_400 })
  }

  @Test("Any length of time has a few names", arguments: [1.0, 59, 3_601, 1e5, 1e7, 1e9, 9e11])
  func anyLength(_ seconds: Double) {
    #expect(Axis.time(upTo: seconds, start: start).ticks.count <= 8)
  }
}
