import Kernel
import Testing

@Suite("A printed interval")
struct IntervalPrintingTests {
  @Test("has the form that its length asks for")
  func forms() {
    let forms: [(UInt64, String)] = [
      (0, "0s"), (1, "100ns"), (9, "900ns"), (10, "1us"), (11, "1100ns"), (9_990, "999us"),
      (10_000, "1ms"), (10_001, "1000100ns"), (10_010, "1001us"), (2_500_000, "250ms"),
      (9_999_999, "999999900ns"), (10_000_000, "1s"), (10_000_001, "00:00:01.0000001"),
      (15_000_000, "00:00:01.5"), (590_000_000, "59s"), (600_000_000, "1m"),
      (610_000_000, "00:01:01"), (3_000_000_000, "5m"), (36_000_000_000, "1h"),
      (36_600_000_000, "61m"), (36_610_000_000, "01:01:01"), (863_990_000_000, "23:59:59"),
      (864_000_000_000, "1d"), (936_000_000_000, "26h"), (936_010_000_000, "1d 02:00:01"),
      (864_000_000_001, "1d 00:00:00.0000001"), (315_360_000_000_000, "365d"),
      (1 << 63, "10675199d 02:48:05.4775808"), (.max, "21350398d 05:36:10.9551615"),
    ]
    for (ticks, form) in forms { #expect("\(Interval(ticks: ticks))" == form) }
  }

  /// The ticks that a printed interval stands for, read as a person would read it.
  private func ticks(of text: String) -> UInt64? {
    for (unit, size) in [("ms", 10_000), ("us", 10)] as [(String, UInt64)]
    where text.hasSuffix(unit) {
      return UInt64(text.dropLast(2)).map { $0 * size }
    }
    if text.hasSuffix("ns") {
      return UInt64(text.dropLast(4)).map { text.hasSuffix("00ns") ? $0 : 0 }
    }
    let sizes = ["s": 1, "m": 60, "h": 3_600, "d": 86_400] as [Character: UInt64]
    if let size = sizes[text.last!] {
      return UInt64(text.dropLast()).map { $0 * size * 10_000_000 }
    }
    var days: UInt64 = 0
    var clock = text[...]
    if let mark = text.firstRange(of: "d ") {
      guard let count = UInt64(text[..<mark.lowerBound]), count > 0 else { return nil }
      days = count
      clock = text[mark.upperBound...]
    }
    let halves = clock.split(separator: ".", omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.count == 2 }), halves.count <= 2 else {
      return nil
    }
    let numbers = parts.compactMap { UInt64($0) }
    guard numbers.count == 3, numbers[0] < 24, numbers[1] < 60, numbers[2] < 60 else { return nil }
    var fraction: UInt64 = 0
    if halves.count == 2 {
      guard (1...7).contains(halves[1].count), halves[1].last != "0" else { return nil }
      fraction = UInt64(halves[1] + String(repeating: "0", count: 7 - halves[1].count))!
    }
    let seconds = days * 86_400 + numbers[0] * 3_600 + numbers[1] * 60 + numbers[2]
    return seconds * 10_000_000 + fraction
  }

  @Test("can be read back to the tick", arguments: 1...20 as ClosedRange<UInt64>)
  func readsBack(seed: UInt64) {
    var dice = Dice(seed: seed)
    let units: [UInt64] = [
      1, 10, 10_000, 10_000_000, 600_000_000, 36_000_000_000, 864_000_000_000,
    ]
    for _ in 0..<300 {
      let number = dice.anySize()
      // Whole numbers of every unit, too, which chance alone would never give.
      let whole = number - number % units[Int(dice.below(7))]
      for ticks in [number, whole] {
        let text = "\(Interval(ticks: ticks))"
        #expect(self.ticks(of: text) == ticks, "\(text) for \(ticks) ticks")
      }
    }
  }
}
