import Command
import Testing
import Text

@testable import benchmarks

@Suite("Tables")
struct TableTests {
  private func benchmark(_ limits: [Limit]) -> Case {
    Case(
      "queue/hold/1e3",
      limits: limits,
      rivals: [
        Rival(name: "std::priority_queue", program: .native, request: "", payload: { [] })
      ]
    ) { NothingToDo() }
  }

  @Test("A case has its figures in columns, its limits beside them and its rivals below")
  func rows() {
    let limits: [Limit] = [
      .nanoseconds(12), .nanoseconds(10), .fasterThan(rival: "std::priority_queue", times: 4),
      .fasterThan(rival: "std::priority_queue", times: 4.1), .fasterThan(rival: "x", times: 1),
      .counter("mean_wait", atMost: 8), .times(2, of: "unknown"),
    ]
    var table = TextTable([benchmark(limits)], style: Style(isColored: false), claims: true)
    let lines = [table.header] + table.rows(benchmark(limits), [Fixed.own, Fixed.rival])
    let limitsText =
      "within 12.0 ns; OVER 10.0 ns; reaches 4.00 × as fast as std::priority_queue; "
      + "MISSES 4.10 × as fast as std::priority_queue; OVER 8.00 mean wait: 8.12"
    let expected = [
      "case                     median    spread     ns/op       rate      bytes   allocs  beside it",
      "queue/hold/1e3          21.0 µs   ± 2.4 %     10.50   95.2 M/s   62.5 KiB        0  \(limitsText)",
      "  std::priority_queue   8.40 µs   ± 0.0 %     42.00   23.8 M/s          -        -  4.00 × ours",
    ]
    #expect(lines == expected)
  }

  @Test("A limit against an earlier case waits for that case")
  func relative() {
    let limits: [Limit] = [.times(1.5, of: "first")]
    var table = TextTable([], style: Style(isColored: false), claims: true)
    #expect(!table.rows(benchmark(limits), [Fixed.own])[0].contains("×"))
    let first = Measurement(name: "first", rival: nil, samples: [Fixed.sample(10, 100, 0)])
    _ = table.rows(Case("first") { NothingToDo() }, [first])
    #expect(table.rows(benchmark(limits), [Fixed.own])[0].contains("OVER 1.50 × first: 2.10 ×"))
  }

  @Test("A debug build holds nothing against a limit")
  func noClaims() {
    var table = TextTable([], style: Style(isColored: false), claims: false)
    let row = table.rows(benchmark([.nanoseconds(25)]), [Fixed.own])[0]
    #expect(!row.contains("within"))
    #expect(row.contains("mean wait 8.125"))
  }

  @Test("A comparison names its test and what it lacks")
  func comparison() {
    let low = (0..<10).map { 10 + Double($0) / 100 }
    let text = ComparisonTable.text(
      Comparison.all([("queue/a", low, low.map { $0 * 1.5 }), ("b", [10], [20])]),
      style: Style(isColored: false)
    )
    let expected = """
      case      before    after  after/before            95 %         p  verdict
      queue/a  10.0 ns  15.1 ns         1.500  1.496 to 1.504  < 0.0001  slower
      b        10.0 ns  20.0 ns         2.000               -    1.0000  too few repetitions

      test: Mann–Whitney U, two-sided, exact; p after Holm for 2 cases; a verdict needs p ≤ 0.05
      95 %: where the factor lies, by the same test, for each case alone
      Two runs also differ by what the machine did and where the program lay: repeat before you believe.
      too few repetitions: 2 cases need at least 5 in both runs (--repetitions 5), or a --filter
      """
    #expect(text == expected)
  }

  @Test("Quantities are short and keep three digits")
  func quantities() {
    #expect(Quantity.duration(9.994) == "9.99 ns")
    #expect(Quantity.duration(9.996) == "10.0 ns")
    #expect(Quantity.duration(999.4) == "999 ns")
    #expect(Quantity.duration(999.6) == "1.00 µs")
    #expect(Quantity.duration(3e11) == "300 s")
    #expect(Quantity.count(1.5e6) == "1.50 M")
    #expect(Quantity.count(12) == "12.0")
    #expect(Quantity.memory(1_023) == "1023 B")
    #expect(Quantity.memory(1_536) == "1.50 KiB")
    #expect(Quantity.percent(0.012) == "1.2 %")
    #expect(Quantity.percent(0.1) == "10 %")
    #expect(Quantity.figure(0.01610145) == "0.01610")
    #expect(Quantity.figure(8.9876) == "8.988")
    #expect(Quantity.figure(12_345.6) == "12346")
    #expect(Quantity.figure(0) == "0.000")
  }
}

/// A case that is never run.
final class NothingToDo: Workload {
  func run(_ operations: Int) -> UInt64 { 0 }
}
