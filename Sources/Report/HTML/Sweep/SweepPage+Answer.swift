import Experiment
import Record
import Text

extension SweepPage {
  /// How the site fares along the sweep, in a sentence.
  var answer: PageAnswer {
    PageAnswer(state: state, headline: headline, sentences: sentences, facts: facts)
  }

  private var failingPoints: [Int] {
    result.points.indices.filter { (result.points[$0].survival?.failureCount ?? 0) > 0 }
  }

  private var state: SiteGraph.State {
    let failing = failingPoints.count
    if failing > 0 { return failing == result.points.count ? .failed : .hurt }
    let held = result.points.allSatisfy { $0.held.map { $0.successes == $0.count } ?? true }
    return held ? .sound : .hurt
  }

  private var headline: String {
    let failing = failingPoints
    let all = result.points.count
    if failing.isEmpty { return "No defect made anything fail at any point" }
    if failing.count == all {
      return all == 1 ? "A defect makes something fail" : "Something fails at every point"
    }
    if failing.count == 1 { return "Something fails at \(name(failing[0])) alone" }
    return "Something fails at \(failing.count) of \(all) points"
  }

  private var sentences: [String] {
    var sentences: [String] = []
    let medians = failingPoints.compactMap { point in
      result.points[point].survival?.quantile(0.5).value.map { (point, $0) }
    }
    if let first = medians.min(by: { $0.1 < $1.1 }), let last = medians.max(by: { $0.1 < $1.1 }) {
      let soon = "Half of the runs have failed by \(SiteClock.about(seconds: first.1))"
      sentences.append(
        medians.count == 1 || first.0 == last.0
          ? "\(soon) at \(name(first.0))."
          : "\(soon) at \(name(first.0)), and by \(SiteClock.about(seconds: last.1)) at"
            + " \(name(last.0))."
      )
    }
    sentences += result.failures.prefix(3).map { "First: \($0.what)." }
    let halted = result.digests.count { $0.ending != .complete }
    if halted > 0 {
      sentences.append("\(counted(halted, "run")) did not come to the end, and count in no mean.")
    }
    if !result.missing.isEmpty {
      sentences.append("\(counted(result.missing.count, "run")) are missing.")
    }
    return sentences
  }

  private var facts: [PageAnswer.Fact] {
    let runs = result.digests.count
    var facts = [
      PageAnswer.Fact(
        name: "Runs with a failure",
        value: "\(failureCount) of \(runs)",
        remark: "at \(counted(failingPoints.count, "point")) of \(result.points.count)"
      )
    ]
    let held = result.points.compactMap(\.held)
    if !held.isEmpty {
      let sum = held.reduce((0, 0)) { ($0.0 + $1.successes, $0.1 + $1.count) }
      facts.append(
        PageAnswer.Fact(
          name: "Every expectation held",
          value: "\(sum.0) of \(sum.1)",
          remark: "runs in which all were decided"
        )
      )
    }
    let events = result.digests.reduce(UInt64(0)) { $0 + $1.eventCount }
    facts.append(
      PageAnswer.Fact(name: "Simulated", value: grouped(events), remark: "events")
    )
    return facts
  }
}
