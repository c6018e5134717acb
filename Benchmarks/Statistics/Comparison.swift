/// A case before and after.
struct Comparison: Hashable, Sendable {
  /// What can be said of the second run against the first.
  enum Verdict: String, Sendable {
    case faster
    case slower
    case noDifference = "no difference"
    /// Even figures that do not overlap at all would prove nothing.
    case undecided = "too few repetitions"
  }

  let name: String
  let before: Double
  let after: Double
  let change: RatioInterval
  let test: MannWhitney
  /// The test's probability, corrected for the number of cases.
  let corrected: Double
  let verdict: Verdict

  /// The chance of even one false alarm in a whole comparison.
  static let significance = 0.05

  /// Compares what each name has in both runs: nanoseconds an operation, one figure a repetition.
  static func all(_ runs: [(name: String, before: [Double], after: [Double])]) -> [Comparison] {
    let tests = runs.map { MannWhitney($0.before, $0.after) }
    let corrected = holm(tests.map(\.p))
    return runs.indices.map { index in
      let run = runs[index]
      let change = RatioInterval(from: run.before, to: run.after)
      let verdict: Verdict
      if corrected[index] <= significance {
        verdict = change.ratio < 1 ? .faster : .slower
      } else if canDecide(run.before.count, run.after.count, cases: runs.count) {
        verdict = .noDifference
      } else {
        verdict = .undecided
      }
      return Comparison(
        name: run.name,
        before: Summary(run.before).median,
        after: Summary(run.after).median,
        change: change,
        test: tests[index],
        corrected: corrected[index],
        verdict: verdict
      )
    }
  }

  /// Whether figures that do not overlap would be proof enough, were this the clearest of the cases.
  static func canDecide(_ first: Int, _ second: Int, cases: Int) -> Bool {
    var choices = 1.0
    for step in 0..<first { choices *= Double(first + second - step) / Double(first - step) }
    return 2 / choices * Double(cases) <= significance
  }

  /// The fewest repetitions of both runs that can decide anything about so many cases.
  static func repetitionsNeeded(cases: Int) -> Int {
    (1...).first { canDecide($0, $0, cases: cases) }!
  }
}
