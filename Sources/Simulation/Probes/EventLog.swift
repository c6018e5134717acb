import Kernel
import Plan

/// The event logs of all hosts: the latest entries, and how often each event was written.
struct EventLog: ~Copyable {
  var lines: Slab<Line>
  /// How many were written in all.
  private(set) var written = 0
  var totals: Slab<Total>
  /// Source and number of each kind of event: the world's own, then those of defects.
  let kinds: [(source: String, id: Int)]
  private let hostCount: Int

  struct Line: BitwiseCopyable {
    var time: UInt64 = 0
    var host: UInt32 = 0
    var kind: UInt32 = 0
    var subject: Int = 0
  }

  struct Total: BitwiseCopyable {
    var count: UInt64 = 0
    var first: UInt64 = 0
    var last: UInt64 = 0
  }

  init(_ plan: SitePlan) {
    var kinds = LoggedEvent.allCases.map { (source: $0.source, id: $0.id) }
    for defect in plan.defects {
      for effect in defect.effects {
        guard case .log(let source, let id) = effect.mechanism else { continue }
        if !kinds.contains(where: { $0.source == source && $0.id == id }) {
          kinds.append((source, id))
        }
      }
    }
    self.kinds = kinds
    hostCount = plan.hosts.count
    lines = Slab(count: max(plan.capacities.logEntries, 1))
    totals = Slab(count: kinds.count * plan.hosts.count)
  }

  mutating func write(_ kind: Int, host: Int, subject: Int, at time: UInt64) {
    lines[written % lines.count] = Line(
      time: time,
      host: UInt32(host),
      kind: UInt32(kind),
      subject: subject
    )
    written += 1
    let total = kind * hostCount + host
    if totals[total].count == 0 { totals[total].first = time }
    totals[total].count += 1
    totals[total].last = time
  }

  /// How often an event was written on a host.
  func count(host: Int, source: String, id: Int) -> UInt64 {
    var sum: UInt64 = 0
    for (kind, other) in kinds.enumerated() where other.id == id && other.source == source {
      sum += totals[kind * hostCount + host].count
    }
    return sum
  }

  /// The number of an event of a defect.
  func number(source: String, id: Int) -> Int {
    kinds.firstIndex { $0.source == source && $0.id == id } ?? 0
  }
}

extension SiteWorld {
  mutating func write(_ event: LoggedEvent, on host: Int, _ subject: Int) {
    log.write(event.rawValue, host: host, subject: subject, at: now)
  }

  mutating func writeNumber(_ kind: Int, on host: Int, _ subject: Int) {
    log.write(kind, host: host, subject: subject, at: now)
  }
}
