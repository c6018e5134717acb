import Kernel
import Plan
import Record

extension Judge {
  /// Whether a service runs, or has stopped: at the time, or at the end of the span.
  ///
  /// With a begin and an end it must be so all the time between.
  func service(_ process: ProcessID, _ isRunning: Bool, _ stretch: Stretch) -> Judgement {
    let name = plan.processes[process.index].service ?? plan.processes[process.index].image
    let place = "\(name) on \(plan.hosts[plan.processes[process.index].host.index].name)"
    guard let found = processRecord(process) else {
      return Judgement(.undecided, "\(place) was not kept.")
    }
    let isSpan = stretch.isExact && stretch.from < stretch.until
    var times = isSpan ? [stretch.from] : []
    // A state lasts from a stop, or a start, to the next one.
    if isSpan {
      for stop in found.stops {
        times += [stop.time, stop.restarted].compactMap(\.self).filter {
          $0 >= stretch.from && $0 <= stretch.until
        }
      }
    }
    times.append(stretch.until)
    return all(
      times.filter { $0 <= record.end || $0 == stretch.until }.map { time in
        guard time <= record.end else { return Judgement(.undecided, []) }
        guard let state = state(found, at: time) else {
          return Judgement(.undecided, "When \(place) stopped later is no longer known.")
        }
        let isAsItShould = isRunning ? state == .running : state == .stopped
        return Judgement(isAsItShould ? .held : .failed, sentence(place, found, state, time))
      }
    ).withoutRepeats
  }

  /// What a process did at a time; nil where its stops of that time are no longer kept.
  func state(_ process: ProcessRecord, at time: Instant) -> ProcessRecord.State? {
    if time == record.end { return process.state }
    guard let latest = process.stops.last(where: { $0.time <= time }) else {
      return process.starts > 0 ? .running : .stopped
    }
    if latest.restarted.map({ $0 > time }) ?? true {
      return latest.reason == .hang ? .hanging : .stopped
    }
    // Of stops that somebody asked for only the first are kept, and of all no more than there is room for.
    let isKnown =
      process.stopCount == UInt64(process.stops.count)
      || process.stops.contains { $0.time > time && ($0.reason == .asked || $0.reason == .host) }
    return isKnown ? .running : nil
  }

  private func sentence(
    _ place: String,
    _ process: ProcessRecord,
    _ state: ProcessRecord.State,
    _ time: Instant
  ) -> String {
    let when = "on \(calendar.time(time))"
    let stop = process.stops.last { $0.time <= time }
    let since = stop.map { ", since \(calendar.time($0.time)): \($0.words)" } ?? ""
    return switch state {
    case .running: "\(place) was running \(when)."
    case .starting: "\(place) was starting \(when)."
    case .stopped: "\(place) was stopped \(when)\(since)."
    case .hanging: "\(place) did nothing \(when)\(since)."
    }
  }

  /// What happened to a process of the plan.
  func processRecord(_ id: ProcessID) -> ProcessRecord? {
    let process = plan.processes[id.index]
    let host = plan.hosts[process.host.index].name
    return record.processes.first {
      $0.host == host && $0.image == process.image && $0.service == process.service
    }
  }
}

extension Judge.Judgement {
  /// The same with each sentence once.
  fileprivate var withoutRepeats: Self {
    var seen: Set<String> = []
    return Self(outcome, evidence.filter { seen.insert($0).inserted })
  }
}

extension ProcessRecord.Stop {
  /// Why it stopped, in a few words.
  var words: String {
    let reason =
      switch reason {
      case .asked: "somebody stopped it"
      case .host: "its host was down"
      case .unexpected: "it ended unexpectedly"
      case .hang: "it hangs"
      case .exhausted: "it ran out of something"
      }
    return reason + (defect.map { " because of \($0)" } ?? "")
  }
}
