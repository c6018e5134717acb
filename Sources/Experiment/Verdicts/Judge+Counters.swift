import Kernel
import Plan
import Record

extension Judge {
  /// Whether a counter moves so, and by so much in a day: all of them where a path names several.
  func moves(
    _ path: CounterPath,
    _ trend: Trend,
    _ atLeast: Double?,
    _ stretch: Stretch
  ) -> Judgement {
    each(path) { counter in
      var from = stretch.from
      var until = min(stretch.until, record.end)
      // At a time, a trend is that of the time before it.
      if from == stretch.until { from = .start }
      if !stretch.isExact || stretch.from == stretch.until {
        from = max(from, .start + record.warmUp)
      }
      until = max(until, from)
      guard let movement = movement(of: counter, from, until) else {
        return Judgement(.undecided, "There are too few values of \(counter.path.spoken) to tell.")
      }
      let sentence = sentence(movement, counter)
      guard stretch.isReached else { return Judgement(.undecided, sentence) }
      let rate = movement.perDay * (trend == .falling ? -1 : 1)
      let isEnough = atLeast.map { rate >= $0 } ?? true
      return Judgement(movement.trend == trend && isEnough ? .held : .failed, sentence)
    }
  }

  /// How a counter moves between two times.
  func movement(of counter: SeriesRecord.Counter, _ from: Instant, _ until: Instant) -> Movement? {
    Movement(
      Samples(counter, of: record.series, from: from, until: until),
      startingOn: record.start.weekday,
      activity: activity
    )
  }

  /// What a movement looks like, in a sentence.
  func sentence(_ movement: Movement, _ counter: SeriesRecord.Counter) -> String {
    let isBytes = counter.path.isBytes
    func amount(_ value: Double) -> String { Words.amount(value, isBytes: isBytes) }
    let span = "over \(Words.length(days: movement.length))"
    let ends = "from \(amount(movement.first)) to \(amount(movement.last))"
    let rate = "\(amount(movement.perDay.magnitude)) a day"
    switch movement.trend {
    case .rising: return "\(counter.path.spoken) rose \(ends): \(rate), \(span)."
    case .falling: return "\(counter.path.spoken) fell \(ends): \(rate), \(span)."
    case .level:
      return "\(counter.path.spoken) stayed level, near \(amount(movement.middle)), \(span)."
    case nil:
      return "\(counter.path.spoken) went \(ends) \(span), "
        + (movement.hasSettled ? "but not in the last third of the time." : "but not steadily.")
    }
  }

  /// Whether a counter is below a value all the time.
  func stays(_ path: CounterPath, below value: Double, _ stretch: Stretch) -> Judgement {
    extreme(path, stretch, \.greatest, isBetter: >) {
      $0 < value
    } whenFound: { isBelow in
      isBelow ? (stretch.isReached ? .held : .undecided) : .failed
    }
  }

  /// Whether a counter is above a value at any time.
  func gets(_ path: CounterPath, above value: Double, _ stretch: Stretch) -> Judgement {
    extreme(path, stretch, \.greatest, isBetter: >) {
      $0 > value
    } whenFound: { isAbove in
      isAbove ? .held : stretch.isReached ? .failed : .undecided
    }
  }

  private func extreme(
    _ path: CounterPath,
    _ stretch: Stretch,
    _ column: KeyPath<Samples, [Double]>,
    isBetter: (Double, Double) -> Bool,
    _ test: (Double) -> Bool,
    whenFound: (Bool) -> Verdict.Outcome
  ) -> Judgement {
    each(path) { counter in
      let samples = Samples(counter, of: record.series, from: stretch.from, until: stretch.until)
      let values = samples[keyPath: column]
      guard var place = values.indices.first else {
        return Judgement(.undecided, "\(counter.path.spoken) has no value in this time.")
      }
      for index in values.indices where isBetter(values[index], values[place]) { place = index }
      let amount = Words.amount(values[place], isBytes: counter.path.isBytes)
      let time = calendar.time(Instant(ticks: UInt64(samples.days[place] * Samples.ticksPerDay)))
      let most = stretch.from == stretch.until ? "was" : "was at most"
      return Judgement(
        whenFound(test(values[place])),
        "\(counter.path.spoken) \(most) \(amount), on \(time)."
      )
    }
  }

  /// Judges each counter that a path names.
  private func each(
    _ path: CounterPath,
    _ judge: (SeriesRecord.Counter) -> Judgement
  ) -> Judgement {
    let counters = counters(path)
    if counters.isEmpty { return Judgement(.undecided, "\(path.spoken) was not kept.") }
    return all(counters.map(judge))
  }

  /// The counters that a path names.
  func counters(_ path: CounterPath) -> [SeriesRecord.Counter] {
    record.series.counters.filter { $0.kind.isCounter && path.matches($0.path) }
  }
}
