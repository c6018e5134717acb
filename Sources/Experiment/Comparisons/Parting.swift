public import Kernel
public import Plan
import Record
import Simulation

/// The first event in which two runs differ.
public struct Parting: Hashable, Sendable {
  /// How many events are the same before it.
  public let sameEvents: UInt64
  /// What happens in the first run; nil where it is over.
  public let first: Step?
  /// What happens in the second run; nil where it is over.
  public let second: Step?

  /// An event.
  public struct Step: Hashable, Sendable {
    /// When.
    public let time: Instant
    /// Its kind: `mailWritten`.
    public let kind: String
  }

  /// Where the runs of two plans part, given the same chance; nil where they do not.
  ///
  /// Both are driven side by side in large steps, then again up to the step in which they part and on in
  /// smaller ones, until that is a single event.
  public static func between(
    _ first: SitePlan,
    _ second: SitePlan,
    seed: UInt64,
    unless stop: borrowing StopRequest
  ) throws(Halt) -> Parting? {
    var same = 0
    for size in [1 << 18, 1 << 12, 1 << 6, 1] {
      var runs = Pair(
        first: try SiteRun(first, seed: seed),
        second: try SiteRun(second, seed: seed),
        ends: (.start + first.run.duration, .start + second.run.duration)
      )
      if same > 0 { runs.advance(same, unless: stop) }
      while true {
        let before = runs.counts
        let goesOn = runs.advance(size, unless: stop)
        if stop.isRaised { return nil }
        if runs.isSame {
          same += size
          if !goesOn { return nil }
          continue
        }
        if size == 1 {
          return Parting(
            sameEvents: UInt64(same),
            first: step(before.first, runs.first),
            second: step(before.second, runs.second)
          )
        }
        break
      }
    }
    return nil
  }

  private static func step(_ before: [NamedCount], _ run: borrowing SiteRun) -> Step? {
    let after = run.eventCounts
    let kind = zip(before, after).first { $0.count != $1.count }?.1.name
    return kind.map { Step(time: run.now, kind: $0) }
  }

  /// Two runs side by side.
  private struct Pair: ~Copyable {
    var first: SiteRun
    var second: SiteRun
    let ends: (first: Instant, second: Instant)

    init(
      first: consuming SiteRun,
      second: consuming SiteRun,
      ends: (first: Instant, second: Instant)
    ) {
      self.first = first
      self.second = second
      self.ends = ends
    }

    var isSame: Bool {
      first.fingerprint == second.fingerprint && first.eventCount == second.eventCount
    }

    var counts: (first: [NamedCount], second: [NamedCount]) {
      (first.eventCounts, second.eventCounts)
    }

    /// Whether there may be more in either.
    @discardableResult
    mutating func advance(_ events: Int, unless stop: borrowing StopRequest) -> Bool {
      let one = first.advance(until: ends.first, events: events, unless: stop)
      let other = second.advance(until: ends.second, events: events, unless: stop)
      return one == .budget || other == .budget || one == .asked || other == .asked
    }
  }
}
