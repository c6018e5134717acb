import Kernel
import Plan
import Record
import Simulation

/// A run of a plan from its start to its end, in steps of a caller's choice.
enum Trial {
  /// Runs a plan; a nil seed is its own.
  static func record(
    _ plan: SitePlan,
    seed: UInt64? = nil,
    step: (inout Chance) -> (Interval, Int) = { _ in (.days(4_000), .max) }
  ) throws -> RunRecord {
    var chance = Chance(plan.run.seed)
    var run = try SiteRun(plan, seed: seed)
    let request = StopRequest()
    let end = Instant.start + plan.run.duration
    while run.now < end {
      let (length, events) = step(&chance)
      let pause = run.advance(until: min(end, run.now + length), events: events, unless: request)
      if case .halted(let halt) = pause { return run.record(.halted(halt)) }
      if pause == .idle { break }
    }
    return run.record(.complete, at: end)
  }

  static func plan(_ text: String) -> SitePlan {
    let site = ReadSite(text)
    guard let plan = site.plan else { fatalError("\(site.report)\n\(text)") }
    return plan
  }
}
