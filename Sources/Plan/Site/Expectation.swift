public import Kernel

/// What the topology's author expects of the run.
public struct Expectation: Sendable {
  /// What.
  public let claim: Claim
  /// When.
  public let span: Span
  /// The line as it is written, for the report.
  public let text: String

  /// What is expected.
  public enum Claim: Sendable {
    /// A defect shows, for its own reasons.
    case reproduces(String)
    /// A defect does not show.
    case absent(String)
    /// A counter moves so, by at least so much in a day.
    case trend(CounterPath, Trend, atLeastPerDay: Double?)
    /// A counter stays below.
    case below(CounterPath, Double)
    /// A counter gets above.
    case above(CounterPath, Double)
    /// A counter is back where it was at the start, once this has stopped.
    case backToBaseline(CounterPath, afterStopOf: ProcessID)
    /// An event is logged at least so often.
    case logged(HostID, source: String, id: Int, atLeast: Int)
    /// An event is not logged.
    case notLogged(HostID, source: String, id: Int)
    /// A service runs or does not.
    case service(ProcessID, isRunning: Bool)
    /// A share of a flow is delivered, within a time.
    case delivered(flow: String, billionths: Int, within: Interval?)
  }

  /// When a claim is looked at.
  public enum Span: Sendable {
    /// Over the whole run, its warm-up left out where a trend is asked for.
    case wholeRun
    /// At a time.
    case at(Instant)
    /// Between two times.
    case during(Instant, Instant)
    /// From the start to a time.
    case until(Instant)

    /// From when to when mail is written of which something is expected, in a run of this length; nil for
    /// all of it. What is expected of mail at a time is expected of what was written until then.
    public func part(of duration: Interval) -> (from: Instant, until: Instant)? {
      let end = Instant.start + duration
      var (from, until): (Instant, Instant)
      switch self {
      case .wholeRun: return nil
      case .at(let time), .until(let time): (from, until) = (.start, time)
      case .during(let start, let time): (from, until) = (start, time)
      }
      guard from > .start || end > until else { return nil }
      // What is written at the very end of a part is no part of it.
      if end > until, until > .start { until = Instant(ticks: until.ticks - 1) }
      return (min(from, until), min(until, end))
    }
  }

  /// An expectation.
  public init(
    claim: Claim,
    span: Span,
    text: String
  ) {
    self.claim = claim
    self.span = span
    self.text = text
  }
}
