import Experiment
import Kernel
import Plan
import Record
import Text

extension RunPage {
  /// What brings the site down, when, and what would have prevented it.
  var answer: PageAnswer {
    let (state, headline, sentences) = gravest
    return PageAnswer(state: state, headline: headline, sentences: sentences, facts: facts)
  }

  private typealias Gravest = (SiteGraph.State, String, [String])

  private var gravest: Gravest {
    guard let finding = result.findings.first else { return withoutFinding }
    let sentences = help(finding)
    if let failure = finding.failures.first {
      return (.failed, "\(failure.what), \(words.clock.both(failure.time))", sentences)
    }
    if let full = finding.outlooks.first(where: \.isFull) {
      return (.failed, words(full: full), sentences)
    }
    let ahead = finding.outlooks.compactMap { outlook -> (Outlook, Outlook.Step, Double)? in
      // To be slow is no end yet.
      let step = outlook.steps.first { $0.symptom != .slow && $0.expected != nil }
      guard let step, let seconds = step.expected?.value, seconds <= RunWords.furthest.seconds
      else {
        return nil
      }
      return (outlook, step, seconds)
    }.min { $0.2 < $1.2 }
    if let (outlook, step, _) = ahead {
      let headline =
        "\(finding.host): \(RunWords.words(step.symptom)), \(words.when(step, outlook))"
      return (.hurt, headline, [sentences[0]] + words.sentences(outlook) + sentences.dropFirst())
    }
    return (
      .hurt, "\(finding.defect) is at work on \(finding.host), and no end is in sight", sentences
    )
  }

  /// Which defect it is, and what helps.
  private func help(_ finding: Finding) -> [String] {
    var sentences = ["\(finding.defect) on \(finding.host): \(finding.title)"]
    let help = words.help(finding).map { "\($0[0]) \($0[1])" }.joined(separator: "; ")
    if !help.isEmpty { sentences.append("\(Self.capitalized(help)).") }
    sentences += words.helplessness(finding)
    let others = result.findings.count - 1
    if others > 0 { sentences.append("\(counted(others, "further finding")) below.") }
    return sentences
  }

  /// All of a limit is held by a defect: since when, where that was kept.
  private func words(full outlook: Outlook) -> String {
    let series = record.series
    let since = outlook.series.flatMap { place in
      Thinning(series: series, counter: series.counters[place])
        .firstSeconds(reaching: Double(outlook.amount))
    }.flatMap { Interval(seconds: $0) }
    let place = outlook.limit ?? outlook.what
    return "\(Self.capitalized(place)): all \(words.amount(outlook.amount, outlook)) are lost"
      + (since.map { " since \(words.clock.both(.start + $0))" } ?? "")
  }

  private static func capitalized(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }

  private var withoutFinding: Gravest {
    let troubled = words.hosts.stories.filter { !$0.symptoms.isEmpty }.map(\.name)
    let failed = result.verdicts.contains { $0.outcome == .failed }
    if troubled.isEmpty, !failed {
      guard record.ending == .complete else {
        return (.hurt, "No defect was set off in what was seen of the run", [])
      }
      let held = result.verdicts.contains { $0.outcome == .held }
      return (.sound, "No defect was set off\(held ? ", and \(words.verdict)" : "")", [])
    }
    if troubled.isEmpty { return (.failed, "No defect was set off, but expectations failed", []) }
    return (
      .failed, "No known defect was set off, but \(listed(troubled)) ran short of something", []
    )
  }

  private var facts: [PageAnswer.Fact] {
    let verdicts = result.verdicts
    let held = verdicts.count { $0.outcome == .held }
    var facts = [
      PageAnswer.Fact(
        name: "Expectations",
        value: verdicts.isEmpty ? "none" : "\(held) of \(verdicts.count)",
        remark: verdicts.isEmpty ? "nothing was expected" : words.verdict
      )
    ]
    let sent = record.flows.reduce(0) { $0 + $1.sent }
    let delivered = record.flows.reduce(0) { $0 + $1.delivered }
    let waiting = record.flows.reduce(0) { $0 + $1.waiting }
    if sent > 0 {
      let returned = record.flows.reduce(0) { $0 + $1.returnedCount }
      facts.append(
        PageAnswer.Fact(
          name: "Mail delivered",
          value: Self.share(delivered, of: sent),
          remark: "of \(grouped(sent)); \(grouped(returned)) returned, \(grouped(waiting)) waiting"
        )
      )
    }
    facts.append(
      PageAnswer.Fact(
        name: "Defects set off",
        value: "\(Set(result.findings.map(\.defect)).count)",
        remark: result.findings.isEmpty
          ? "of \(counted(words.plan.defects.count, "known defect"))"
          : listed(Self.distinct(result.findings.map { "\($0.defect) on \($0.host)" }))
      )
    )
    return facts
  }

  /// A share in parts of a hundred, never rounded up to all.
  private static func share(_ part: UInt64, of all: UInt64) -> String {
    let tenths = part * 1_000 / max(1, all)
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }

  private static func distinct(_ names: [String]) -> [String] {
    names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
  }
}
