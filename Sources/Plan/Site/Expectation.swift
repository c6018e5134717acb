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
