import Kernel
import Plan
import Record

extension Judge {
  /// Whether a defect shows so on a host.
  func sign(_ sign: Sign, of found: DefectRecord, _ stretch: Stretch) -> Judgement {
    switch sign {
    case .counter(let path, let trend):
      return shows(path.on(found.host), trend, found, stretch)
    case .event(let source, let id):
      guard let host = plan.hosts.firstIndex(where: { $0.name == found.host }) else {
        return Judgement(.undecided, "Nothing is known of \(found.host).")
      }
      return isLogged(HostID(host), source, id, atLeast: 1, stretch)
    case .connections(let age): return stand(longerThan: age, found, stretch)
    case .serviceStopped(let service):
      let stop = stops(of: found, stretch).first { $0.process.service == service }
      guard let stop, stop.stop.reason != .hang else {
        return Judgement(
          .failed,
          "\(service) on \(found.host) did not stop because of \(found.id)."
        )
      }
      return Judgement(
        .held,
        "\(service) on \(found.host) stopped on \(calendar.time(stop.stop.time)): \(stop.stop.words)."
      )
    case .hang:
      guard let hang = stops(of: found, stretch).first(where: { $0.stop.reason == .hang }) else {
        return Judgement(.failed, "Nothing hung on \(found.host) because of \(found.id).")
      }
      return Judgement(
        .held,
        "\(hang.process.image) on \(found.host) hung on \(calendar.time(hang.stop.time))."
      )
    }
  }

  /// Whether a counter moves so while a defect is at work.
  ///
  /// It is looked at from the first trigger on: the whole time, and each part between the times at which
  /// a limit is reached or something frees what was taken. A limit that is met within hours leaves a
  /// climb too short for a trend: then it is enough that the counter climbed by half of what was taken.
  private func shows(
    _ path: CounterPath,
    _ trend: Trend,
    _ found: DefectRecord,
    _ stretch: Stretch
  ) -> Judgement {
    let counters = counters(path)
    guard !counters.isEmpty else {
      return Judgement(.undecided, "\(path.spoken) was not kept.")
    }
    let from = max(stretch.from, found.firstTrigger ?? .start)
    let until = max(from, min(stretch.until, record.end))
    let parts = parts(from, until, found)
    var failure: Judgement?
    for counter in counters {
      for (begin, end) in parts {
        guard let movement = movement(of: counter, begin, end) else { continue }
        let sentence = sentence(movement, counter)
        if movement.trend == trend { return Judgement(.held, sentence) }
        failure = failure ?? Judgement(.failed, sentence)
      }
      if trend == .rising, let climb = climb(counter, from, parts[0].1, until, found) {
        return Judgement(.held, climb)
      }
    }
    return failure
      ?? Judgement(.undecided, "There are too few values of \(path.spoken) to tell.")
  }

  /// The parts of a time in which a defect is at work undisturbed; the first of them leads, and the
  /// whole stands last.
  private func parts(
    _ from: Instant,
    _ until: Instant,
    _ found: DefectRecord
  ) -> [(Instant, Instant)] {
    var cuts = found.takings.flatMap { $0.limit?.rungs.compactMap(\.reached) ?? [] }
    cuts += found.closures.map(\.from)
    for process in record.processes where process.host == found.host {
      let isConcerned =
        found.processes.contains(process.image)
        || found.takings.contains { $0.holder == process.image }
      cuts += process.stops.filter { isConcerned || $0.defect == found.id }.map(\.time)
    }
    cuts += record.hosts.first { $0.name == found.host }?.reboots ?? []
    cuts += found.inForce.compactMap(\.until)
    let borders = [from] + Set(cuts.filter { $0 > from && $0 < until }).sorted() + [until]
    let parts = Array(zip(borders, borders.dropFirst()))
    return parts.count > 1 ? parts + [(from, until)] : parts
  }

  /// A climb by half of what a defect took at least, and by more than the values differed before.
  private func climb(
    _ counter: SeriesRecord.Counter,
    _ from: Instant,
    _ limit: Instant,
    _ until: Instant,
    _ found: DefectRecord
  ) -> String? {
    let before = Samples(counter, of: record.series, from: .start, until: from)
    // What a limit holds back is there after it: a few values more are looked at.
    let later = limit.advanced(by: record.series.kept * 4) ?? limit
    let after = Samples(counter, of: record.series, from: from, until: min(later, until))
    guard let first = before.values.last ?? after.values.first, let last = after.values.last else {
      return nil
    }
    let recent = before.values.suffix(48).sorted()
    let noise = recent.isEmpty ? 0 : recent.quantile(0.95) - recent.quantile(0.05)
    let takings = found.takings.filter { $0.isBytes == counter.path.isBytes && $0.taken > 0 }
    let taken = takings.map(\.taken).min().map(Double.init) ?? .infinity
    guard last - first >= taken / 2, last - first > noise else { return nil }
    let isBytes = counter.path.isBytes
    return "\(counter.path.spoken) climbed from \(Words.amount(first, isBytes: isBytes)) to"
      + " \(Words.amount(last, isBytes: isBytes)) within"
      + " \(Words.length(days: after.length)) of the first trigger."
  }

  /// Whether connections that nobody remembers stand for longer than this.
  private func stand(
    longerThan age: Interval,
    _ found: DefectRecord,
    _ stretch: Stretch
  ) -> Judgement {
    let sockets = ResourceKind.sockets.rawValue
    guard let taking = found.takings.first(where: { $0.resource == sockets && $0.taken > 0 }),
      let first = found.firstTrigger
    else {
      return Judgement(.failed, "No connection of \(found.host) was left open by \(found.id).")
    }
    let since = max(first, stretch.from)
    var length = Interval.zero
    if let series = taking.series {
      length = longest(record.series.counters[series], since, stretch)
    } else if taking.amount > 0 {
      let end = min(stretch.until, record.end)
      length = end > since ? end - since : .zero
    }
    let count = Words.number(Double(taking.taken))
    return Judgement(
      length > age ? .held : .failed,
      "\(count) connections of \(taking.holder) on \(found.host) stayed established, for"
        + " \(Words.length(length)) at a time; more than \(Words.length(age)) is a sign."
    )
  }

  /// The longest time in which some of what a counter shows was there.
  private func longest(
    _ counter: SeriesRecord.Counter,
    _ from: Instant,
    _ stretch: Stretch
  ) -> Interval {
    var longest = Interval.zero
    var begin: Instant?
    for (index, bin) in counter.bins.enumerated() {
      let time = record.series.start(of: index)
      guard time >= from, time <= stretch.until else { continue }
      guard let bin, bin.least > 0 else {
        begin = nil
        continue
      }
      let start = begin ?? time
      begin = start
      longest = max(longest, time - start)
    }
    return longest
  }
}
