import Kernel
import Plan
import Record

/// Whoever looks at a record and says what follows from it.
struct Judge: Sendable {
  let record: RunRecord
  let plan: SitePlan
  let calendar: Calendar
  /// The paces that what happens follows, and their mean.
  let activities: [Activity]
  let activity: Activity

  /// A judge of one run of a plan.
  init(_ record: RunRecord, _ plan: SitePlan) {
    self.record = record
    self.plan = plan
    calendar = Calendar(start: record.start)
    activities = Activity.all(of: plan)
    activity = Activity(meanOf: activities)
  }

  /// What became of an expectation.
  func verdict(on expectation: Expectation) -> Verdict {
    let stretch = stretch(expectation.span)
    let judgement =
      switch expectation.claim {
      case .reproduces(let id): reproduces(id, stretch)
      case .absent(let id): absent(id, stretch)
      case .trend(let path, let trend, let atLeast): moves(path, trend, atLeast, stretch)
      case .below(let path, let value): stays(path, below: value, stretch)
      case .above(let path, let value): gets(path, above: value, stretch)
      case .backToBaseline(let path, let process): isBack(path, after: process, stretch)
      case .logged(let host, let source, let id, let least):
        isLogged(host, source, id, atLeast: least, stretch)
      case .notLogged(let host, let source, let id): isNotLogged(host, source, id, stretch)
      case .service(let process, let isRunning): service(process, isRunning, stretch)
      case .delivered(let flow, let share, let within):
        isDelivered(flow, billionths: share, within: within, expectation.span, stretch)
      }
    return Verdict(
      text: expectation.text,
      outcome: judgement.outcome,
      evidence: judgement.evidence + remark(judgement.outcome, stretch)
    )
  }

  /// From when to when something is looked at.
  struct Stretch: Hashable, Sendable {
    var from: Instant
    var until: Instant
    /// Whether its begin was asked for, so that the warm-up counts too.
    var isExact = true
    /// Whether the run came to its end.
    var isReached: Bool
  }

  /// What is held of a claim, and why.
  struct Judgement: Hashable, Sendable {
    var outcome: Verdict.Outcome
    var evidence: [String]

    init(_ outcome: Verdict.Outcome, _ evidence: String...) {
      self.outcome = outcome
      self.evidence = evidence
    }

    init(_ outcome: Verdict.Outcome, _ evidence: [String]) {
      self.outcome = outcome
      self.evidence = evidence
    }
  }

  private func stretch(_ span: Expectation.Span) -> Stretch {
    let whole = Instant.start + record.duration
    var (from, until) = (Instant.start, whole)
    var isExact = false
    switch span {
    case .wholeRun: break
    case .at(let time): (from, until, isExact) = (time, time, true)
    case .during(let start, let end): (from, until, isExact) = (start, end, true)
    case .until(let time): until = time
    }
    until = min(until, whole)
    // What is done at the very end of a stretch is no part of it: `until: 11d` ends before what happens
    // on the eleventh day at midnight.
    if from < until, until < whole { until = Instant(ticks: until.ticks - 1) }
    return Stretch(
      from: min(from, until),
      until: until,
      isExact: isExact,
      isReached: record.end >= until
    )
  }

  private func remark(_ outcome: Verdict.Outcome, _ stretch: Stretch) -> [String] {
    guard outcome == .undecided, !stretch.isReached else { return [] }
    return [
      "The run ended on \(calendar.time(record.end)), before \(calendar.time(stretch.until))."
    ]
  }

  /// The judgement of several things that must all be so.
  func all(_ judgements: [Judgement]) -> Judgement {
    let order: [Verdict.Outcome] = [.failed, .undecided, .held]
    let sorted = order.flatMap { outcome in judgements.filter { $0.outcome == outcome } }
    return Judgement(sorted.first?.outcome ?? .held, sorted.flatMap(\.evidence))
  }
}
