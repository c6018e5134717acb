import Kernel
import Plan
import Record
import Simulation

/// A random Internet Mail Service and the hosts that it sends to, run by the simulation and by its twin.
struct OutboundScene {
  let text: String
  let twin: OutboundTwin
  /// Whether each domain may use all the connections that one host may have, whatever others use.
  let areAllSlotsOwn: Bool
  /// What differs; nil where nothing does.
  let problem: String?

  init(seed: UInt64) {
    let site = OutboundSite(seed: seed)
    text = site.text
    areAllSlotsOwn = site.setting.totalLimit >= site.setting.hostLimit * site.setting.domains.count

    let trace = Trace(site.text)
    let stops = trace.record.processes.first { $0.service == "MSExchangeIMC" }!.stops
    let arrivals = trace.arrivals(site)
    var setting = site.setting
    // The record keeps the first eight stops alone.
    if stops.count == 8 { setting.end = min(setting.end, Trace.ticks(stops[7].time)) }
    var twin = OutboundTwin(
      setting,
      arrivals: arrivals.map { ($0.domain, $0.taken, $0.queued, $0.isForwarded) },
      asked: stops.filter { $0.reason == .asked }.map { Trace.ticks($0.time) },
      starts: stops.compactMap { $0.restarted.map(Trace.ticks) }
    )
    twin.run()
    self.twin = twin
    problem = Self.difference(
      twin,
      arrivals.map(\.name),
      trace.steps.filter { Trace.ticks($0.time) < setting.end },
      stops.map { Trace.ticks($0.time) }.filter { $0 < setting.end }
    )
  }

  /// The first time at which the two tell different things.
  private static func difference(
    _ twin: OutboundTwin,
    _ names: [String],
    _ steps: [TraceStep],
    _ stops: [Int]
  ) -> String? {
    if twin.stops.filter({ $0 < twin.setting.end }) != stops {
      return "the service of the twin stops at \(twin.stops), the other at \(stops)"
    }
    let known = Set(names)
    var theirs: Set<Event> = []
    for step in steps where known.contains(step.message) {
      let time = Trace.ticks(step.time)
      if Trace.isFailure(step) { theirs.insert(Event(step.message, time, "fails")) }
      if step.what.hasPrefix("comes back") { theirs.insert(Event(step.message, time, "returns")) }
      if step.what == "is delivered" { theirs.insert(Event(step.message, time, "arrives")) }
    }
    var mine: Set<Event> = []
    for (name, message) in zip(names, twin.messages) {
      for time in message.failures { mine.insert(Event(name, time, "fails")) }
      if let time = message.returned { mine.insert(Event(name, time, "returns")) }
      if let time = message.delivered { mine.insert(Event(name, time, "arrives")) }
    }
    mine = mine.filter { $0.time < twin.setting.end }
    let different = mine.symmetricDifference(theirs)
    guard let first = different.min(by: { ($0.time, $0.message) < ($1.time, $1.message) }) else {
      return nil
    }
    func all(_ events: Set<Event>) -> String {
      events.filter { $0.message == first.message }.sorted { $0.time < $1.time }
        .map { "\($0.what) at \($0.time)" }.joined(separator: ", ")
    }
    return "\(first.message): the twin says [\(all(mine))], the site [\(all(theirs))];"
      + " \(different.count) of \(mine.count) events differ; \(twin.setting)"
  }

  private struct Event: Hashable {
    let message: String
    let time: Int
    let what: String

    init(_ message: String, _ time: Int, _ what: String) {
      (self.message, self.time, self.what) = (message, time, what)
    }
  }

  /// A run with all that is traced of it.
  struct Trace {
    let steps: [TraceStep]
    let record: RunRecord
    /// What its first host shows at the end.
    let last: Snapshot

    init(_ text: String) {
      let plan = Trial.plan(text)
      guard var run = try? SiteRun(plan) else { fatalError("too large") }
      run.trace(.init())
      let request = StopRequest()
      var steps: [TraceStep] = []
      var pause = Pause.asked
      while pause == .asked {
        pause = run.advance(until: .start + plan.run.duration, unless: request)
        steps += run.takeTrace()
      }
      self.steps = steps
      last = run.snapshot(of: HostID(0))!
      record = run.record(.complete)
    }

    /// When each message was taken over by the service and then stood in line, in the order of the
    /// latter.
    func arrivals(
      _ site: OutboundSite
    ) -> [(name: String, domain: Int, taken: Int, queued: Int, isForwarded: Bool)] {
      var taken: [String: Int] = [:]
      var arrivals: [(String, Int, Int, Int, Bool)] = []
      for step in steps {
        if step.what == "is taken over" { taken[step.message] = Self.ticks(step.time) }
        guard Self.isQueued(step), let time = taken.removeValue(forKey: step.message),
          let domain = site.domain(of: step.message)
        else { continue }
        let queued = Self.ticks(step.time)
        let isForwarded = domain == site.relay
        // What comes in and goes on has its time from when it is queued.
        arrivals.append((step.message, domain, isForwarded ? queued : time, queued, isForwarded))
      }
      return arrivals
    }

    static func isQueued(_ step: TraceStep) -> Bool { step.what == "waits for its next hop" }

    static func isFailure(_ step: TraceStep) -> Bool {
      step.what.hasPrefix("waits for") && !isQueued(step)
    }

    static func ticks(_ time: Instant) -> Int { Int((time - .start).ticks) }
  }
}
