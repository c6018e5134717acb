import Command
import Text

/// What a run says against an earlier one, for people.
enum ComparisonTable {
  /// The table, the test that was used, and what the run lacks.
  static func text(_ comparisons: [Comparison], style: Style) -> String {
    let titles = ["case", "before", "after", "after/before", "95 %", "p", "verdict"]
    let rows = comparisons.map(cells)
    let widths = titles.indices.map { column in
      ([titles] + rows).map { $0[column].count }.max()!
    }
    let lines = ([titles] + rows).enumerated().map { index, row in
      let line = row.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - row[column].count)
        return column == 0 || column == 6 ? row[column] + padding : padding + row[column]
      }
      let text = String(line.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
      guard index > 0 else { return style.bold(text) }
      switch comparisons[index - 1].verdict {
      case .faster: return style.green(text)
      case .slower: return style.red(text)
      case .noDifference, .undecided: return text
      }
    }
    return (lines + [""] + explanation(comparisons)).joined(separator: "\n")
  }

  private static func cells(_ comparison: Comparison) -> [String] {
    let bounds = comparison.change.bounds
    return [
      comparison.name,
      Quantity.plain(comparison.before) + " ns",
      Quantity.plain(comparison.after) + " ns",
      fixedPoint(comparison.change.ratio, decimals: 3),
      bounds.map {
        "\(fixedPoint($0.lowerBound, decimals: 3)) to \(fixedPoint($0.upperBound, decimals: 3))"
      } ?? "-",
      probability(comparison.corrected),
      comparison.verdict.rawValue,
    ]
  }

  static func probability(_ p: Double) -> String {
    p < 0.0001 ? "< 0.0001" : fixedPoint(p, decimals: 4)
  }

  private static func explanation(_ comparisons: [Comparison]) -> [String] {
    let isExact = comparisons.allSatisfy { $0.test.method == .exact }
    var lines = [
      "test: Mann–Whitney U, two-sided, \(isExact ? "exact" : "normal approximation beyond 60 figures")"
        + "; p after Holm for \(comparisons.count) case\(comparisons.count == 1 ? "" : "s")"
        + "; a verdict needs p ≤ \(Comparison.significance)",
      "95 %: where the factor lies, by the same test, for each case alone",
      "Two runs also differ by what the machine did and where the program lay: repeat before you believe.",
    ]
    if comparisons.contains(where: { $0.verdict == .undecided }) {
      let needed = Comparison.repetitionsNeeded(cases: comparisons.count)
      lines.append(
        "too few repetitions: \(comparisons.count) cases need at least \(needed) in both runs"
          + " (--repetitions \(needed)), or a --filter"
      )
    }
    return lines
  }
}
