import Kernel
import Plan
import Record
import Simulation

/// A site that goes on from call to call, and begins anew when its time is over; an operation is an
/// event.
final class SiteWorkload: Workload {
  private let plan: SitePlan
  private var run: SiteRun
  private let stop = StopRequest()
  private var answer: UInt64 = 0

  init(_ text: SiteText) {
    let plan = text.plan
    self.plan = plan
    run = mustFit { () throws(Halt) in try SiteRun(plan) }
  }

  var bytes: Int { plan.capacities.budget.total }

  func run(_ operations: Int) -> UInt64 {
    var left = operations
    while left > 0 {
      let before = run.eventCount
      switch run.advance(until: .start + plan.run.duration, events: left, unless: stop) {
      case .budget: break
      case .horizon, .idle:
        answer ^= run.fingerprint.bits
        left -= Int(run.eventCount - before)
        run = mustFit { () throws(Halt) in try SiteRun(plan) }
        continue
      case let pause: fatalError("a site of a benchmark stopped: \(pause)")
      }
      left -= Int(run.eventCount - before)
    }
    return answer ^ run.fingerprint.bits
  }

  /// What there is of each kind of event for a message, and how much of it all is in memory.
  var counters: [Counter] {
    let record = run.record(.partial)
    let messages = Double(record.flows.reduce(0) { $0 + $1.messages })
    var counters = [
      Counter(name: "resident_megabytes", value: Double(residentBytes()) / 1e6),
      Counter(name: "events_per_message", value: Double(run.eventCount) / max(messages, 1)),
    ]
    for kind in record.eventCounts where kind.count > 0 {
      let words = kind.name.lowercased().split { !$0.isLetter && !$0.isNumber }
      counters.append(
        Counter(
          name: words.joined(separator: "_") + "_per_message",
          value: Double(kind.count) / max(messages, 1)
        )
      )
    }
    return counters
  }
}

/// Runs of a site from its beginning to its end; an operation is a run.
final class WholeRunWorkload: Workload {
  private let text: SiteText
  private var events = 0

  init(_ text: SiteText) { self.text = text }

  var counters: [Counter] { [Counter(name: "events_per_run", value: Double(events))] }

  func run(_ operations: Int) -> UInt64 {
    var answer: UInt64 = 0
    let stop = StopRequest()
    for _ in 0..<operations {
      let plan = text.plan
      var run = mustFit { () throws(Halt) in try SiteRun(plan) }
      _ = run.advance(until: .start + plan.run.duration, unless: stop)
      answer ^= run.fingerprint.bits
      events = Int(run.eventCount)
    }
    return answer
  }
}
