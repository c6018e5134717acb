import Command
import Experiment
import Kernel
import Plan
import Report
import Schema
import Text
import Topology

/// What `mailroom limit` was asked for.
struct LimitTask {
  let path: String
  let choice: RunChoice
  let vary: String
  let holds: String?
  let replications: Int
  let tolerance: Double
  let workers: Int
  let words: [String]

  /// What is to hold.
  private enum Claim {
    /// Every expectation that is a wish, or else that nothing fails.
    case all([Int])
    /// One expectation.
    case one(Int)
    /// That no defect makes anything fail.
    case noFailure

    /// Whether it holds in a run; nil where that is not decided.
    func holds(in result: RunResult) -> Bool? {
      switch self {
      case .noFailure: return !result.findings.contains { !$0.failures.isEmpty }
      case .one(let number): return Self.holds(result.verdicts[number])
      case .all(let numbers):
        let answers = numbers.map { Self.holds(result.verdicts[$0]) }
        return answers.contains(false) ? false : answers.contains(nil) ? nil : true
      }
    }

    private static func holds(_ verdict: Verdict) -> Bool? {
      switch verdict.outcome {
      case .held: true
      case .failed: false
      case .undecided: nil
      }
    }
  }

  /// Searches and prints.
  func perform(_ console: inout Console) throws(FileFailure) -> ExitCode {
    let text = try TopologyText(path)
    let (span, claim, plan): (ValueSpan, Claim, SitePlan)
    do throws(Complaint) {
      span = try ValueSpan(
        vary,
        in: text.bytes,
        file: text.name,
        overrides: choice.overrides,
        share: tolerance
      )
    } catch {
      console.complain("mailroom: --vary: \(error.message)")
      for note in error.notes { console.complain("  \(note)") }
      return .usage
    }
    // The ends show what is wrong with the key or its values; the lower one asks what is to hold.
    guard read(text, span, span.high, &console) != nil,
      let lowest = read(text, span, span.low, &console)
    else { return .rejected }
    plan = lowest
    do throws(UsageError) {
      claim = try self.claim(plan)
    } catch {
      console.complain("mailroom: \(error)")
      return .usage
    }
    let search = search(text, span, claim)
    let threads = try Threads(min(workers, replications)) { search.work() }
    var line = StatusLine()
    while !threads.areDone {
      pause(milliseconds: 20)
      if Interruption.exitCode != nil { search.end() }
      let (done, all) = search.progress
      if line.isReplacing { line.show("\(done) of \(all) runs narrowed down") }
    }
    threads.join()
    line.clear()
    if let code = Interruption.exitCode { return code }
    let question = LimitText.Question(
      title: plan.title,
      key: span.key,
      claim: claimText(claim, plan),
      ends: (span.low, span.high),
      value: span.text,
      command: RunChoice.command(["mailroom", "limit"] + words)
    )
    console.write(
      LimitText(of: search.turns, question, style: console.style, width: console.width).text
    )
    return .fine
  }

  /// The plan with a value; where it has none, says why.
  private func read(
    _ text: TopologyText,
    _ span: ValueSpan,
    _ value: Int,
    _ console: inout Console
  ) -> SitePlan? {
    let topology = text.read(choice.overrides + [override(span, value)])
    if topology.plan == nil {
      console.complain(DiagnosticText.render([topology.reading], style: console.style))
    }
    return topology.plan
  }

  private func override(_ span: ValueSpan, _ value: Int) -> Override {
    Override(path: span.key, value: span.text(value), origin: "--vary")
  }

  private func search(_ text: TopologyText, _ span: ValueSpan, _ claim: Claim) -> LimitSearch {
    return LimitSearch(
      from: span.low,
      to: span.high,
      replications: replications,
      tolerance: tolerance
    ) { value, replication in
      // What cannot be run is not borne.
      let changes = choice.overrides + [override(span, value)]
      guard let plan = text.read(changes).plan else { return .some(false) }
      let stop = StopRequest()
      let run = SingleRun(
        plan,
        seed: choice.seed,
        replication: UInt64(replication),
        chunkEvents: SiteDriver.eventsEach
      )
      guard
        let result = try? run.result(
          unless: stop,
          progress: { _ in if Interruption.exitCode != nil { stop.raise() } }
        )
      else { return .some(false) }
      if stop.isRaised { return nil }
      return .some(claim.holds(in: result))
    }
  }

  private func claim(_ plan: SitePlan) throws(UsageError) -> Claim {
    let expectations = plan.expectations
    guard let holds else {
      // That a defect is reproduced is nothing that one wants to go on.
      let wishes = expectations.indices.filter {
        if case .reproduces = expectations[$0].claim { false } else { true }
      }
      return wishes.isEmpty ? .noFailure : .all(wishes)
    }
    if holds == "no-failure" { return .noFailure }
    if let number = Int(holds), expectations.indices.contains(number - 1) {
      return .one(number - 1)
    }
    let wanted = holds.lowercased()
    let exact = expectations.indices.filter { expectations[$0].text.lowercased() == wanted }
    let found =
      exact.isEmpty
      ? expectations.indices.filter { expectations[$0].text.lowercased().contains(wanted) } : exact
    if found.count == 1 { return .one(found[0]) }
    let names = expectations.enumerated().map { "\($0 + 1) (\($1.text))" }
    throw UsageError(
      found.isEmpty
        ? "--holds: no expectation is called ‘\(printable(holds))’"
        : "--holds: \(found.count) expectations have ‘\(printable(holds))’ in them",
      nearest: ["no-failure"] + names
    )
  }

  private func claimText(_ claim: Claim, _ plan: SitePlan) -> String {
    switch claim {
    case .noFailure: "no defect makes anything fail"
    case .one(let number): plan.expectations[number].text
    case .all(let numbers):
      numbers.count == 1
        ? plan.expectations[numbers[0]].text
        : "all of its \(numbers.count) expectations but those of a defect"
    }
  }
}
