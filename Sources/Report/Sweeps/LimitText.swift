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

  private var low: String { value(question.ends.low) }

  /// What every run bears.
  private var answer: String {
    let all = turns.count == 1 ? "the one run" : "all \(turns.count) runs"
    let failing = turns.count { $0.holds == nil && $0.fails == question.ends.low }
    let open = turns.count { $0.open == question.ends.low }
    if failing > 0 {
      let rest = open > 0 ? ", and in \(counted(open, "run")) that cannot be told" : ""
      return failing == turns.count
        ? "It does not hold even at \(low)"
        : "In \(counted(failing, "run")) of \(turns.count) it does not hold even at \(low)" + rest
    }
    if open > 0 { return "Whether it holds at \(low) cannot be told\(undecided(open))" }
    let least = turns.compactMap(\.holds).min() ?? question.ends.low
    let most = least == question.ends.high ? ", the most that was tried" : ""
    // What cannot be told is no failure.
    let undecided = turns.compactMap(\.open).min().map { "; at \(value($0)) it cannot be told" }
    return "It holds in \(all) up to \(value(least))" + most + (undecided ?? "")
  }

  /// In how many runs the lowest value decides nothing, and what is known further up.
  private func undecided(_ count: Int) -> String {
    let part = count == turns.count ? "" : " in \(counted(count, "run")) of \(turns.count)"
    if turns.allSatisfy({ $0.holds != nil }), let least = turns.compactMap(\.holds).min() {
      return part + "; further up it holds up to \(value(least))"
    }
    let fails = turns.compactMap(\.fails).min()
    return part + (fails.map { "; at \(value($0)) it does not hold" } ?? "")
  }

  /// What half of the runs bear, with its interval.
  private var half: String? {
    guard turns.count > 1, turns.contains(where: { $0.fails != nil }),
      turns.contains(where: { $0.holds != nil }),
      // Of a run that cannot tell nobody knows what it bears.
      turns.allSatisfy({ $0.holds != nil || $0.fails == question.ends.low })
    else { return nil }
    // A run that bears nothing of what was tried bears less than all of it.
    let values = turns.map { Double($0.holds ?? 0) }
    func words(_ value: Double) -> String {
      value == 0 ? "less than \(low)" : self.value(Int(value))
    }
    let range =
      QuantileInterval(of: values, share: 0.5).map {
        " (95 %: \(words($0.low)) to \(words($0.high)))"
      } ?? "; for an interval there are too few runs"
    return "half of them bear \(words(SampleSummary(values).median.rounded(.down)))" + range
  }

  private func addRuns(_ lines: inout Lines) {
    lines.title("Run by run")
    let isOpen = turns.contains { $0.open != nil }
    lines.rows(
      [["run", "holds up to"] + (isOpen ? ["cannot tell at"] : []) + ["fails from"]]
        + turns.prefix(20).map { turn in
          ["\(turn.replication + 1)", turn.holds.map(value) ?? "never"]
            + (isOpen ? [turn.open.map(value) ?? "none"] : [])
            + [turn.fails.map(value) ?? "never"]
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
