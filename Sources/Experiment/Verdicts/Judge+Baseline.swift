import Kernel
import Plan
import Record

extension Judge {
  /// Whether a counter is back where it was at the start once a process has stopped.
  ///
  /// Where it began is the median of the first values, where it was before is that of the last ones
  /// before the stop, and where it came to that of the first ones after it. It is back where nine in
  /// ten of what it had climbed are gone, or where it is as near as values of an hour are together.
  func isBack(_ path: CounterPath, after process: ProcessID, _ stretch: Stretch) -> Judgement {
    let name = plan.processes[process.index].service ?? plan.processes[process.index].image
    let host = plan.hosts[plan.processes[process.index].host.index].name
    let end = min(stretch.until, record.end)
    let stop = processRecord(process)?.stops.first { $0.time >= stretch.from && $0.time <= end }
    guard let stop else {
      return Judgement(
        stretch.isReached ? .failed : .undecided,
        "\(name) on \(host) did not stop, so \(path.spoken) could not come back."
      )
    }
    return all(counters(path).map { isBack($0, stop, name, end) } + missing(path))
  }

  private func missing(_ path: CounterPath) -> [Judgement] {
    counters(path).isEmpty ? [Judgement(.undecided, "\(path.spoken) was not kept.")] : []
  }

  private func isBack(
    _ counter: SeriesRecord.Counter,
    _ stop: ProcessRecord.Stop,
    _ name: String,
    _ end: Instant
  ) -> Judgement {
    let before = Samples(counter, of: record.series, from: .start, until: stop.time)
    let after = Samples(
      counter,
      of: record.series,
      from: Instant(ticks: stop.time.ticks + 1),
      until: end
    )
    let some = max(3, min(12, Int(1 / 24 / max(before.step, 1e-9))))
    guard before.values.count >= some, !after.values.isEmpty else {
      return Judgement(.undecided, "There are too few values of \(counter.path.spoken) to tell.")
    }
    let first = before.values.prefix(some).sorted()
    let start = first.median
    let high = Array(before.values.suffix(some)).median
    let now = Array(after.values.prefix(some)).median
    let near = max(first.last! - first[0], (high - start).magnitude / 10)
    let isBack = (now - start).magnitude <= near
    func amount(_ value: Double) -> String {
      Words.amount(value, isBytes: counter.path.isBytes)
    }
    return Judgement(
      isBack ? .held : .failed,
      "\(counter.path.spoken) began at \(amount(start)), was \(amount(high)) before \(name) stopped on"
        + " \(calendar.time(stop.time)), and \(amount(now)) after it."
    )
  }
}
