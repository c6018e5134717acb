import Kernel
import Testing

@Suite("An interval")
struct IntervalTests {
  @Test("rounds to the nearest tick, and to the even one of two")
  func rounds() {
    let cases: [(Double, UInt64)] = [
      (0, 0), (-0.0, 0), (0.25, 0), (0.5, 0), (0.5.nextUp, 1), (0.75, 1), (1.5, 2), (2.5, 2),
      (2.5.nextDown, 2), (2.5.nextUp, 3), (3.5, 4), (.leastNonzeroMagnitude, 0),
      (0x1p52 + 0.5, 1 << 52), (0x1p52 - 0.5, 1 << 52), (0x1p53 + 2, (1 << 53) + 2),
      (0x1p63, 1 << 63), (0x1p63.nextDown, (1 << 63) - 1_024), (0x1p63.nextUp, (1 << 63) + 2_048),
      (0x1p64.nextDown, .max - 2_047),
    ]
    for (ticks, rounded) in cases {
      #expect(Interval(roundingTicks: ticks)?.ticks == rounded, "\(ticks)")
    }
    #expect(Interval(seconds: 5e-8)?.ticks == 0)
    #expect(Interval(seconds: 1.5e-7)?.ticks == 2)
    #expect(Interval(seconds: 0.25)?.ticks == 2_500_000)
    #expect(Interval(seconds: 1_844_674_407_370.9)?.ticks == 18_446_744_073_708_998_656)
  }

  @Test(
    "has no length that is negative, past the clock or no number",
    arguments: [
      .nan, .signalingNaN, .infinity, -.infinity, -1, -0.5, -.leastNonzeroMagnitude, 0x1p64,
      0x1p64.nextUp, .greatestFiniteMagnitude,
    ] as [Double]
  )
  func refusesDoubles(number: Double) {
    #expect(Interval(roundingTicks: number) == nil)
    // What is a whole clock in ticks is an instant of it in seconds.
    let fits = number > 0 && number * 1e7 < 0x1p64
    #expect((Interval(seconds: number) == nil) != fits)
    if number == 0x1p64 { #expect(Interval(seconds: number / 1e7) == nil) }
  }

  @Test(
    "comes back from seconds as long as a double keeps the tick",
    arguments: 1...20 as ClosedRange<UInt64>
  )
  func roundTrip(seed: UInt64) {
    var dice = Dice(seed: seed)
    for _ in 0..<500 {
      let ticks = dice.anySize() >> 13
      let interval = Interval(ticks: ticks)
      #expect(Interval(seconds: interval.seconds) == interval)
      #expect(Interval(roundingTicks: Double(ticks)) == interval)
    }
  }

  @Test("tells its seconds to the nearest double")
  func seconds() {
    #expect(Interval.milliseconds(1).seconds == 0.001)
    #expect(Interval(ticks: 1).seconds == 1e-7)
    #expect(Interval(ticks: .max).seconds == 0x1p64 / 1e7)
  }

  @Test("of each unit is its number of ticks")
  func units() {
    #expect(Interval.zero.ticks == 0)
    #expect(Interval.ticksPerSecond == 10_000_000)
    #expect(Interval.milliseconds(3).ticks == 30_000)
    #expect(Interval.seconds(3) == .milliseconds(3_000))
    #expect(Interval.minutes(3) == .seconds(180))
    #expect(Interval.hours(3) == .minutes(180))
    #expect(Interval.days(3) == .hours(72))
    #expect(Interval.days(21_350_398).ticks == 18_446_743_872_000_000_000)
  }

  @Test("adds, subtracts, repeats and compares, up to the end of the clock")
  func arithmetic() {
    let half = Interval(ticks: 1 << 63)
    let rest = Interval(ticks: (1 << 63) - 1)
    #expect((half + rest).ticks == UInt64.max)
    #expect(half + rest - half == rest)
    #expect((rest * 2).ticks == UInt64.max - 1)
    #expect(half * 0 == .zero)
    #expect(rest < half && !(half < rest) && !(half < half))
  }

  // Printed, as the optimiser leaves out a sum that nobody uses, and its trap.
  @Test("past the end of the clock, or below nothing, is refused")
  func refuses() async {
    await #expect(processExitsWith: .failure) { print(Interval(ticks: .max) + Interval(ticks: 1)) }
    await #expect(processExitsWith: .failure) { print(Interval.zero - Interval(ticks: 1)) }
    await #expect(processExitsWith: .failure) { print(Interval(ticks: 1 << 63) * 2) }
    await #expect(processExitsWith: .failure) { print(Interval.days(21_350_399)) }
    await #expect(processExitsWith: .failure) { print(Interval.milliseconds(.max)) }
  }
}
