import Kernel
import Testing

@Suite("A thinning series")
struct SeriesTests {
  /// Keeps every sample, and bins them by the final width when asked.
  struct Twin {
    var samples: [Int64?] = []

    func bins(capacity: Int) -> (width: Int, bins: [SeriesBin?]) {
      var width = 1
      while width * capacity < samples.count { width *= 2 }
      let bins = stride(from: 0, to: samples.count, by: width).map { start -> SeriesBin? in
        let present = samples[start..<min(start + width, samples.count)].compactMap { $0 }
        return present.isEmpty ? nil : Self.bin(present)
      }
      return (width, bins)
    }

    static func bin(_ samples: [Int64]) -> SeriesBin {
      var bin = SeriesBin()
      for sample in samples { bin.record(sample) }
      return bin
    }
  }

  @Test(
    "keeps what binning all samples at the end would give",
    arguments: 1...150 as ClosedRange<UInt64>
  )
  func agreesWithTwin(seed: UInt64) {
    var dice = Dice(seed: seed)
    let capacity = 2 * Int(dice.below(12) + 1)
    let count = Int(dice.below(4) + 1)
    var table = SeriesTable(count: count, capacity: capacity, every: .seconds(1))
    var twins = [Twin](repeating: Twin(), count: count)
    // A series that is absent for long stretches, as while its process is down.
    var absent = [Bool](repeating: false, count: count)
    for number in 0..<Int(dice.below(400)) {
      table.beginSample()
      for series in 0..<count {
        if dice.below(20) == 0 { absent[series].toggle() }
        let value = absent[series] ? nil : Int64(bitPattern: dice.anySize())
        if let value { table.record(value, of: series) }
        twins[series].samples.append(value)
      }
      guard number % 7 == 0 || number > 390 else { continue }
      for series in 0..<count { expectEqual(table, series, twins[series]) }
    }
    for series in 0..<count { expectEqual(table, series, twins[series]) }
  }

  func expectEqual(_ table: borrowing SeriesTable, _ series: Int, _ twin: Twin) {
    let (width, bins) = twin.bins(capacity: table.capacity)
    #expect(table.sampleCount == twin.samples.count)
    #expect(table.binWidth == width)
    #expect(table.binCount == bins.count)
    #expect((0..<table.binCount).map { table.bin($0, of: series) } == bins)
  }

  @Test("says what it keeps and what was asked")
  func resolution() {
    let hour = Instant.start + .hours(1)
    var table = SeriesTable(count: 1, capacity: 4, every: .minutes(5), from: hour)
    #expect(table.binCount == 0 && table.keptInterval == .minutes(5))
    var kept: [Interval] = []
    for number in 0..<9 {
      #expect(table.nextSample == hour + .minutes(UInt64(5 * number)))
      table.beginSample()
      kept.append(table.keptInterval)
      #expect(
        table.keptInterval
          == SeriesTable.keptInterval(asked: .minutes(5), samples: number + 1, capacity: 4)
      )
    }
    #expect(kept.map { $0.ticks / 600_000_000 } == [5, 5, 5, 5, 10, 10, 10, 10, 20])
    #expect(table.askedInterval == .minutes(5) && table.firstSample == hour)
    #expect(table.binCount == 3)
    #expect((0..<3).map { table.start(ofBin: $0) } == [0, 20, 40].map { hour + .minutes($0) })
    #expect(SeriesTable.keptInterval(asked: .seconds(1), samples: 0, capacity: 2) == .seconds(1))
  }

  @Test("ends with the clock")
  func endOfClock() {
    var table = SeriesTable(
      count: 0,
      capacity: 2,
      every: Interval(ticks: 1 << 63),
      from: Instant(ticks: (1 << 63) - 1)
    )
    #expect(table.nextSample == Instant(ticks: (1 << 63) - 1))
    table.beginSample()
    #expect(table.nextSample == .latest)
    table.beginSample()
    #expect(table.nextSample == nil)
  }

  @Test("costs a year what it costs an hour")
  func year() {
    let bytes = SeriesTable.bytes(count: 10, capacity: 64)
    var table = SeriesTable(count: 10, capacity: 64, every: .minutes(5))
    for number in 0..<365 * 24 * 12 {
      table.beginSample()
      table.record(Int64(number), of: 9)
    }
    #expect(bytes == 10 * 64 * 48)
    #expect(table.binWidth == 2_048 && table.binCount == 52)
    let bin = table.bin(51, of: 9)!
    #expect(bin.first == 51 * 2_048 && bin.last == 105_119 && bin.count == 672)
    #expect(bin.mean == 104_783.5)
    #expect(table.bin(51, of: 8) == nil)
  }

  @Test("refuses a use against its contract")
  func refuses() async {
    await #expect(processExitsWith: .failure) {
      _ = SeriesTable(count: 1, capacity: 3, every: .seconds(1))
    }
    await #expect(processExitsWith: .failure) {
      _ = SeriesTable(count: 1, capacity: 0, every: .seconds(1))
    }
    await #expect(processExitsWith: .failure) {
      _ = SeriesTable(count: 1, capacity: 2, every: .zero)
    }
    await #expect(processExitsWith: .failure) {
      var table = SeriesTable(count: 1, capacity: 2, every: .seconds(1))
      table.record(1, of: 0)
    }
    await #expect(processExitsWith: .failure) {
      var table = SeriesTable(count: 2, capacity: 4, every: .seconds(1))
      table.beginSample()
      table.record(1, of: 2)
    }
    await #expect(processExitsWith: .failure) {
      var table = SeriesTable(count: 2, capacity: 4, every: .seconds(1))
      table.beginSample()
      _ = table.bin(1, of: 0)
    }
    await #expect(processExitsWith: .failure) {
      var table = SeriesTable(count: 2, capacity: 4, every: .seconds(1))
      table.beginSample()
      table.beginSample()
      _ = table.bin(0, of: 2)
    }
  }
}

@Suite("A bin of a series")
struct SeriesBinTests {
  @Test("has what the definitions give", arguments: 1...100 as ClosedRange<UInt64>)
  func agreesWithTwin(seed: UInt64) {
    var dice = Dice(seed: seed)
    let samples = (0..<dice.below(50) + 1).map { _ in Int64(bitPattern: dice.anySize()) }
    let bin = SeriesTests.Twin.bin(samples)
    let sum = samples.reduce(0 as Int128) { $0 + Int128($1) }
    #expect(bin.first == samples.first && bin.last == samples.last)
    #expect(bin.minimum == samples.min() && bin.maximum == samples.max())
    #expect(bin.count == samples.count && bin.sum == sum)
    #expect(bin.mean == Double(sum) / Double(samples.count))
    let cut = Int(dice.below(UInt64(samples.count) + 1))
    var joined = SeriesTests.Twin.bin(Array(samples[..<cut]))
    joined.append(SeriesTests.Twin.bin(Array(samples[cut...])))
    #expect(joined == bin, "cut at \(cut)")
  }

  @Test("adds the greatest and the smallest samples exactly")
  func extremes() {
    var bin = SeriesTests.Twin.bin([.max, .max, .max, .min, .min, .min, .min, .min])
    #expect(bin.sum == 3 * Int128(Int64.max) + 5 * Int128(Int64.min))
    bin.append(bin)
    #expect(bin.sum == 6 * Int128(Int64.max) + 10 * Int128(Int64.min))
    #expect(bin.first == .max && bin.last == .min && bin.count == 16)
  }

  @Test("takes 48 bytes, and zero bytes are a bin of nothing")
  func layout() async {
    #expect(MemoryLayout<SeriesBin>.stride == 48)
    let slab = Slab<SeriesBin>(count: 1)
    #expect(slab[0] == SeriesBin())
    await #expect(processExitsWith: .failure) { _ = SeriesBin().mean }
  }
}
