import Record
import Text

extension RemedyPage {
  /// What helps, in a sentence.
  var answer: PageAnswer {
    let cheapest = record.cheapest
    return PageAnswer(
      state: state,
      headline: headline,
      sentences: sentences,
      facts: facts,
      command: (cheapest ?? next)?.command
    )
  }

  /// What comes first where nothing prevents it; nil where nothing helps at all.
  private var next: RemedyRecord.Remedy? {
    record.remedies.first { $0.effect == .delays || $0.effect == .eases }
  }

  private var state: SiteGraph.State {
    if record.causes.isEmpty || record.cheapest != nil { return .sound }
    return next == nil ? .failed : .hurt
  }

  private var headline: String {
    if record.causes.isEmpty { return "No defect is set off, so there is nothing to remedy" }
    if let cheapest = record.cheapest {
      return "\(cheapest.words) prevents it, and nothing easier does"
    }
    guard let next else { return "Nothing that was tried prevents it" }
    return next.effect == .delays
      ? "Nothing that was tried prevents it; \(next.words) delays it the longest"
      : "Nothing that was tried prevents it; with \(next.words) more of the mail arrives"
  }

  private var sentences: [String] {
    guard !record.causes.isEmpty else { return [] }
    var sentences: [String] = []
    if let best = record.cheapest ?? next {
      let evidence = RemedyWords.evidence(best)
      sentences.append(
        RemedyWords.sentence(
          "it is \(best.kind)" + (evidence.isEmpty ? "" : ": \(evidence.joined(separator: "; "))")
        )
      )
    }
    sentences.append(RemedyWords.sentence(words.base))
    return sentences
  }

  private var facts: [PageAnswer.Fact] {
    guard !record.causes.isEmpty else { return [] }
    let counts = RemedyRecord.Effect.allCases.map { effect in
      record.remedies.count { $0.effect == effect }
    }
    let others = zip(RemedyRecord.Effect.allCases, counts).dropFirst().filter { $0.1 > 0 }
      .map { "\(RemedyWords.word($0)): \($1)" }
    var facts = [
      PageAnswer.Fact(
        name: "Fail as it is",
        value: "\(record.base.failedCount) of \(record.base.runCount)",
        remark: record.base.half.seconds.map { "half by \(SiteClock.about(seconds: $0))" }
          ?? "runs"
      ),
      PageAnswer.Fact(
        name: "Prevent it",
        value: "\(counts[0]) of \(record.remedies.count)",
        remark: others.isEmpty ? "of what was tried" : others.joined(separator: ", ")
      ),
    ]
    let defects = record.causes.map { "\($0.defect) on \($0.host)" }
    facts.append(
      PageAnswer.Fact(
        name: "Defects that do harm",
        value: "\(record.causes.count)",
        remark: defects.count > 4
          ? "\(listed(Array(defects.prefix(3)))) and others" : listed(defects)
      )
    )
    return facts
  }
}
