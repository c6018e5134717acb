import Kernel
import Testing

@Suite("A quantile")
struct QuantileTests {
  @Test("is the first observation that enough of the others do not exceed")
  func nearestRank() {
    for count in 1...200 as ClosedRange<UInt64> {
      for millionths in [
        0, 1, 5_000, 250_000, 500_000, 900_000, 950_000, 999_000, 999_999, 1_000_000,
      ]
        as [UInt32]
      {
        // The smallest rank of which it is true; the rank 1 where none is needed.
        var rank: UInt64 = 1
        while rank * 1_000_000 < count * UInt64(millionths) { rank += 1 }
        #expect(
          Quantile(millionths: millionths).rank(among: count) == rank,
          "\(millionths) of \(count)"
        )
      }
    }
  }

  @Test("has its exact rank among as many as there can be")
  func greatestCount() {
    #expect(Quantile(millionths: 1_000_000).rank(among: .max) == .max)
    #expect(Quantile.p50.rank(among: .max) == 1 << 63)
    #expect(Quantile.p50.rank(among: .max - 1) == .max >> 1)
    #expect(Quantile(millionths: 0).rank(among: .max) == 1)
  }

  @Test("has the share that its name says")
  func names() {
    let named = [Quantile.p50, .p90, .p95, .p99, .p999]
    #expect(named.map(\.millionths) == [500_000, 900_000, 950_000, 990_000, 999_000])
    #expect(named == named.sorted())
    #expect(!(Quantile.p50 < .p50))
  }

  @Test("is refused above the whole, and of nothing")
  func refuses() async {
    await #expect(processExitsWith: .failure) { _ = Quantile(millionths: 1_000_001) }
    await #expect(processExitsWith: .failure) { _ = Quantile.p50.rank(among: 0) }
  }
}
