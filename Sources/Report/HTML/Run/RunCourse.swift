import Experiment
import Kernel
import Plan
import Record
import Text

/// What happened in a run, one thing after the other: what was done to the site, and what it did.
struct RunCourse {
  /// Everything, in order of time.
  let happenings: [Happening]
  private let clock: SiteClock

  /// Something that happened.
  struct Happening: Hashable {
    let time: Instant
    let kind: ChartMarker.Kind
    /// On which host; nil where it concerns all of them.
    let host: String?
    let words: String
  }

  /// The course of a run.
  init(_ result: RunResult, of plan: SitePlan) {
    clock = SiteClock(start: result.record.start)
    let all =
      Self.ofFindings(result.findings) + Self.ofHosts(result.record)
      + Self.ofProcesses(result) + Self.ofScript(plan, until: result.record.end)
    var seen: Set<Happening> = []
    happenings = all.filter { seen.insert($0).inserted }.enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
  }

  /// The gravest so many of what happened on a host, in order of time; without a host of what happened
  /// anywhere.
  ///
  /// - Parameter withAll: whether what concerns all hosts is among it.
  func gravest(_ count: Int, on host: String? = nil, withAll: Bool = true) -> [Happening] {
    let there = happenings.filter { happening in
      host == nil || happening.host == host || (withAll && happening.host == nil)
    }
    return Self.gravest(count, of: there)
  }

  private static func gravest(_ count: Int, of there: [Happening]) -> [Happening] {
    if there.count <= count { return there }
    return there.enumerated().sorted {
      ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset)
    }.prefix(count).sorted { $0.offset < $1.offset }.map(\.element)
  }

  /// What happened, that which happened again and again once, with how often and when last; the gravest
  /// so many of them, in order of time.
  func told(_ count: Int) -> [Happening] {
    var times: [String: (count: Int, last: Instant)] = [:]
    var first: [Happening] = []
    for happening in happenings {
      if times[happening.words] == nil { first.append(happening) }
      times[happening.words] = ((times[happening.words]?.count ?? 0) + 1, happening.time)
    }
    let whole = first.map { happening -> Happening in
      guard let all = times[happening.words], all.count > 1 else { return happening }
      return Happening(
        time: happening.time,
        kind: happening.kind,
        host: happening.host,
        words: "\(happening.words), \(grouped(all.count)) times, last \(clock.moment(all.last))"
      )
    }
    return Self.gravest(count, of: whole)
  }

  /// The same as marks of a chart over seconds since the start.
  func markers(on host: String?, count: Int, withAll: Bool = true) -> [ChartMarker] {
    zip("abcdefghijklmnopqrstuvwxyz", gravest(count, on: host, withAll: withAll)).map {
      letter,
      happening in
      ChartMarker(
        x: (happening.time - .start).seconds,
        kind: happening.kind,
        letter: String(letter),
        words: "\(clock.moment(happening.time)) \(happening.words)"
      )
    }
  }

  private static func ofFindings(_ findings: [Finding]) -> [Happening] {
    findings.flatMap { finding -> [Happening] in
      let failures = finding.failures.map {
        Happening(time: $0.time, kind: .failure, host: finding.host, words: $0.what)
      }
      guard let first = finding.firstTrigger else { return failures }
      let words = "\(finding.defect) was set off on \(finding.host) for the first time"
      return [Happening(time: first, kind: .trigger, host: finding.host, words: words)] + failures
    }
  }

  private static func ofHosts(_ record: RunRecord) -> [Happening] {
    record.hosts.flatMap { host in
      host.symptoms.map { symptom in
        let whose = symptom.process.map { " in \($0)" } ?? ""
        return Happening(
          time: symptom.first,
          kind: .symptom,
          host: host.name,
          words:
            "\(host.name): \(RunWords.words(symptom.symptom)), short of \(symptom.resource)\(whose)"
        )
      }
        + host.reboots.map {
          Happening(
            time: $0,
            kind: .restart,
            host: host.name,
            words: "\(host.name) was started again"
          )
        }
    }
  }

  /// Stops of processes; those that a finding tells of, and those with their host, are said already.
  private static func ofProcesses(_ result: RunResult) -> [Happening] {
    let told = Set(result.findings.map { "\($0.defect) \($0.host)" })
    return result.record.processes.flatMap { process in
      process.stops.compactMap { stop in
        let name = "\(process.service ?? process.image) on \(process.host)"
        if stop.reason == .host { return nil }
        if let defect = stop.defect, told.contains("\(defect) \(process.host)") { return nil }
        let isRestart = stop.reason == .asked && stop.restarted != nil
        return Happening(
          time: stop.time,
          kind: stop.reason == .asked ? .restart : .failure,
          host: process.host,
          words: "\(name) \(isRestart ? "was restarted" : RunWords.words(stop.reason))"
        )
      }
    }
  }

  private static func ofScript(_ plan: SitePlan, until end: Instant) -> [Happening] {
    plan.script.flatMap { action -> [Happening] in
      guard case .at(let time) = action.when, time <= end else { return [] }
      return action.steps.compactMap { step in
        switch step {
        case .install(let host, let name, _):
          let host = plan.hosts[host.index].name
          return Happening(
            time: time,
            kind: .change,
            host: host,
            words: "\(name) was installed on \(host)"
          )
        case .route(let office, _):
          let name = plan.postOffices[office.index].name
          return Happening(
            time: time,
            kind: .change,
            host: nil,
            words: "routes of \(name) were changed"
          )
        case .fail(let fault):
          let length = fault.lasting.map { ", for \(SiteClock.about($0))" } ?? ""
          return Happening(
            time: time,
            kind: .fault,
            host: nil,
            words: "fault ‘\(fault.name)’\(length)"
          )
        case .start, .stop, .restart, .reboot, .removeItems: return nil
        }
      }
    }
  }
}
