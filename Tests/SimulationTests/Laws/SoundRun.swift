import Kernel
import Plan
import Record
import Simulation

/// A run in pauses of random length, after each of which all books are looked at.
struct SoundRun {
  /// What was wrong; nil where nothing was.
  var problem: String?
  var eventCount: UInt64 = 0

  /// How the problem of a text begins that is no topology.
  static let unread = "not read: "

  init(_ topology: RandomTopology) {
    let site = ReadSite(topology.text)
    guard let plan = site.plan else {
      problem = Self.unread + "\(site.report)"
      return
    }
    var chance = Chance(topology.seed ^ 0x5EED)
    let end = Instant.start + plan.run.duration
    let request = StopRequest()
    do {
      var run = try SiteRun(plan)
      // Some runs are looked at seldom and some after every few events.
      let pauses = 10 + chance.below(60)
      let span = plan.run.duration.ticks / UInt64(pauses)
      while problem == nil {
        let step = Interval(ticks: 1 + chance.next() % (2 * span))
        let budget = chance.once(in: 4) ? 1 + chance.below(50) : Int.max
        let pause = run.advance(until: min(end, run.now + step), events: budget, unless: request)
        if let finding = run.audit() { problem = "\(run.now): \(finding)" }
        if case .halted(let halt) = pause { problem = "\(run.now): \(halt)" }
        if pause == .idle || run.now >= end { break }
      }
      eventCount = run.eventCount
      if problem == nil { problem = Self.problem(run.record(.complete), plan) }
    } catch {
      problem = "\(error)"
    }
  }

  /// What is wrong with what a run leaves; nil where nothing is.
  private static func problem(_ record: RunRecord, _ plan: SitePlan) -> String? {
    for flow in record.flows {
      let returned = flow.returned.reduce(0) { $0 + $1.count }
      if flow.sent != flow.delivered + returned + flow.lost + flow.waiting {
        return
          "\(flow.name): \(flow.sent) were sent, \(flow.delivered) delivered, \(returned) returned,"
          + " \(flow.lost) lost, \(flow.waiting) wait"
      }
    }
    for defect in record.defects {
      for taking in defect.takings where taking.amount < 0 || taking.amount > taking.taken {
        return "\(defect.id) on \(defect.host) holds \(taking.amount) of \(taking.taken)"
      }
    }
    for defect in record.defects {
      if let problem = doingsProblem(defect, record) { return problem }
    }
    for entry in zip(record.log.entries, record.log.entries.dropFirst())
    where entry.0.time > entry.1.time {
      return "the log goes back from \(entry.0.time) to \(entry.1.time)"
    }
    return nil
  }
}

extension SoundRun {
  /// What a defect is said to have done, and the log has it as often, and it was set off so often.
  private static func doingsProblem(_ defect: DefectRecord, _ record: RunRecord) -> String? {
    for doing in defect.doings {
      let (first, last) = (defect.firstTrigger, defect.lastTrigger)
      if doing.count > defect.triggers || doing.first > doing.last || doing.first < first ?? .start
        || doing.last > last ?? .start
      {
        return "\(defect.id) on \(defect.host) was set off \(defect.triggers) times: \(doing)"
      }
      guard doing.mechanism == .log, doing.what.hasPrefix("Test ") else { continue }
      let logged = record.log.totals.first {
        $0.host == defect.host && "\($0.source) \($0.id)" == doing.what
      }
      if logged?.count != doing.count || logged?.first != doing.first || logged?.last != doing.last
      {
        return "\(defect.id) on \(defect.host) \(doing); in the log \(String(describing: logged))"
      }
    }
    return nil
  }
}

extension RandomTopology {
  /// The site of a seed, without the entries that cannot be read in company of the others.
  static func whole(seed: UInt64) -> RandomTopology {
    var topology = RandomTopology(seed: seed)
    for _ in 0..<20 {
      let site = ReadSite(topology.text)
      if site.plan != nil { return topology }
      let bad = Set(site.errorLines.compactMap { topology.entry(onLine: $0) })
      topology.entries = topology.entries.indices.filter { !bad.contains($0) }
        .map { topology.entries[$0] }
      if bad.isEmpty { break }
    }
    return topology
  }

  /// The site without all entries that it does not need in order to go wrong.
  func shrunk(while isBad: (RandomTopology) -> Bool) -> RandomTopology {
    var least = self
    var isSmaller = true
    while isSmaller {
      isSmaller = false
      for index in least.entries.indices.reversed() {
        var less = least
        less.entries.remove(at: index)
        if isBad(less) {
          least = less
          isSmaller = true
        }
      }
    }
    return least
  }
}
