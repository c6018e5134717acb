public import Experiment
import Kernel
public import Text

/// How much a site bears, in words: one sentence, then run by run.
public struct LimitText {
  /// What was asked.
  public struct Question {
    /// What the site is called.
    public let title: String
    /// What varied, as the command line names it.
    public let key: String
    /// What is to hold.
    public let claim: String
    /// The least and the greatest value that was tried.
    public let ends: (low: Int, high: Int)
    /// A value as the file would have it.
    public let value: (Int) -> String
    /// The command that asks the same again.
    public let command: String

    /// A question.
    public init(
      title: String,
      key: String,
      claim: String,
      ends: (low: Int, high: Int),
      value: @escaping (Int) -> String,
      command: String
    ) {
      self.title = title
      self.key = key
      self.claim = claim
      self.ends = ends
      self.value = value
      self.command = command
    }
  }

  let turns: [LimitSearch.Turn]
  let question: Question
  let style: Style
  let width: Int

  /// The text of an answer, for a terminal of `width` columns.
  public init(of turns: [LimitSearch.Turn], _ question: Question, style: Style, width: Int) {
    self.turns = turns
    self.question = question
    self.style = style
    self.width = width
  }

  /// All of it.
  public var text: String {
    var lines = Lines(style: style, width: width)
    lines.title(question.title)
    lines.line("asked: up to which \(question.key) does this hold? \(question.claim)")
    lines.title(answer)
    if let half { lines.line(half) }
    lines.line(
      "tried from \(value(question.ends.low)) to \(value(question.ends.high)),"
        + " \(counted(turns.count, "run")) of equal chance at each value"
    )
    addRuns(&lines)
    addReturns(&lines)
    lines.title("The same again")
    lines.command(question.command)
    return lines.text
  }

  private func value(_ number: Int) -> String { question.value(number) }

  /// What every run bears.
  private var answer: String {
    let all = turns.count == 1 ? "the one run" : "all \(turns.count) runs"
    if turns.contains(where: { $0.holds == nil }) {
      let count = turns.count { $0.holds == nil }
      return count == turns.count
        ? "It does not hold even at \(value(question.ends.low))"
        : "In \(counted(count, "run")) of \(turns.count) it does not hold even at"
          + " \(value(question.ends.low))"
    }
    if turns.allSatisfy({ $0.fails == nil }) {
      return "It holds in \(all) up to \(value(question.ends.high)), the most that was tried"
    }
    let least = turns.compactMap(\.holds).min() ?? question.ends.low
    return "It holds in \(all) up to \(value(least))"
  }

  /// What half of the runs bear, with its interval.
  private var half: String? {
    guard turns.count > 1, turns.contains(where: { $0.fails != nil }),
      turns.contains(where: { $0.holds != nil })
    else { return nil }
    // A run that bears nothing of what was tried bears less than all of it.
    let values = turns.map { Double($0.holds ?? 0) }
    func words(_ value: Double) -> String {
      value == 0 ? "less than \(self.value(question.ends.low))" : self.value(Int(value))
    }
    let range =
      QuantileInterval(of: values, share: 0.5).map {
        " (95 %: \(words($0.low)) to \(words($0.high)))"
      } ?? "; for an interval there are too few runs"
    return "half of them bear \(words(SampleSummary(values).median.rounded(.down)))" + range
  }

  private func addRuns(_ lines: inout Lines) {
    lines.title("Run by run")
    lines.rows(
      [["run", "holds up to", "fails from"]]
        + turns.prefix(20).map { turn in
          [
            "\(turn.replication + 1)", turn.holds.map(value) ?? "never",
            turn.fails.map(value) ?? "never",
          ]
        }
    )
    if turns.count > 20 { lines.line("and \(counted(turns.count - 20, "more run"))") }
  }

  private func addReturns(_ lines: inout Lines) {
    let odd = turns.filter { !$0.returns.isEmpty }
    guard !odd.isEmpty else { return }
    lines.title("The answer turns more than once")
    lines.rows(
      odd.prefix(20).map { turn in
        ["run \(turn.replication + 1)", "holds again at \(listed(turn.returns.map(value)))"]
      }
    )
  }
}
