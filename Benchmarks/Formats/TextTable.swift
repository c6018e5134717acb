import Command
import Text

/// The table for people, a few rows a case as it is measured.
struct TextTable {
  private let style: Style
  private let nameWidth: Int
  private let claims: Bool
  private var limits = LimitRemark()

  /// A table for `cases`; without claims, as in a debug build, nothing is held against a limit.
  init(_ cases: [Case], style: Style, claims: Bool) {
    let names = cases.map(\.name.count) + cases.flatMap { $0.rivals.map { $0.name.count + 2 } }
    self.style = style
    self.claims = claims
    nameWidth = max(names.max() ?? 0, 4)
  }

  /// What the columns are, and under it their titles.
  static let legend = """
    median: of the repetitions, as time passed; ns/op, rate, spread (half the distance between the
    quartiles) and all comparisons: of processor time, which a busy machine lengthens less;
    bytes: what the structures hold at most; allocs: heap allocations an operation.
    """

  /// The titles.
  var header: String {
    style.bold(
      row("case", ["median", "spread", "ns/op", "rate", "bytes", "allocs"], remark: "beside it")
    )
  }

  /// The rows of a case: ours, then each rival indented.
  mutating func rows(_ benchmark: Case, _ results: [Measurement]) -> [String] {
    guard let own = results.first, !own.samples.isEmpty else { return [] }
    let median = own.summary.median
    let remarks =
      (claims ? limits.remarks(benchmark, results) : []) + limits.counters(benchmark, results)
    limits.medians[benchmark.name] = median
    return results.map { result in
      guard let rival = result.rival else {
        return row(benchmark.name, cells(result), remark: colored(remarks))
      }
      let factor = result.summary.median / median
      return row("  " + rival, cells(result), remark: Quantity.plain(factor) + " × ours")
    }
  }

  private func cells(_ result: Measurement) -> [String] {
    let repetition = Summary(result.samples.map(\.realNanoseconds))
    let summary = result.summary
    return [
      Quantity.duration(repetition.median),
      "± " + Quantity.percent(summary.spread),
      fixedPoint(summary.median, decimals: summary.median < 1_000 ? 2 : 0),
      Quantity.count(1e9 / summary.median) + "/s",
      result.bytes > 0 ? Quantity.memory(result.bytes) : "-",
      allocations(result),
    ]
  }

  private func allocations(_ result: Measurement) -> String {
    guard let number = result.allocationsPerOperation else { return "-" }
    return number == 0 ? "0" : number < 0.01 ? "< 0.01" : Quantity.plain(number)
  }

  private func colored(_ remarks: [String]) -> String {
    remarks.map { remark in
      if remark.hasPrefix("OVER") || remark.hasPrefix("MISSES") { return style.red(remark) }
      let isGood = remark.hasPrefix("within") || remark.hasPrefix("reaches")
      return isGood ? style.green(remark) : remark
    }.joined(separator: "; ")
  }

  private func row(_ name: String, _ cells: [String], remark: String) -> String {
    let widths = [8, 8, 8, 9, 9, 7]
    var line = name + String(repeating: " ", count: max(nameWidth - name.count, 0))
    for (cell, width) in zip(cells, widths) {
      line += "  " + String(repeating: " ", count: max(width - cell.count, 0)) + cell
    }
    return remark.isEmpty ? line : line + "  " + remark
  }
}
