/// What a sweep keeps of a run: numbers with names.
public struct RunDigest: Hashable, Sendable {
  /// Which run it is.
  public let place: RunPlace
  /// How it ended.
  public let ending: Ending
  /// How far it came, in seconds.
  public let endSeconds: Double
  /// How many events happened.
  public let eventCount: UInt64
  /// The fingerprint over all of them.
  public let fingerprint: UInt64
  /// What failed first because of a defect; nil where nothing did.
  public let failure: Failure?
  /// The measures, in a fixed order; one that this run has no value for is not there.
  public let measures: [Measure]

  /// How a run of a sweep ended.
  public enum Ending: Hashable, Sendable {
    /// It ran its whole time.
    case complete
    /// A capacity of ours was reached: which, and how large it was.
    case halted(String)
    /// The topology has mistakes at this point: the first.
    case rejected(String)
  }

  /// The first failure because of a defect.
  public struct Failure: Hashable, Sendable {
    /// When, in seconds since the start.
    public let seconds: Double
    /// What, in words that are the same for the same failure: `Q197142: MSExchangeIMC stopped`.
    public let what: String

    /// A failure.
    public init(seconds: Double, what: String) {
      self.seconds = seconds
      self.what = what
    }
  }

  /// A number with a name.
  public struct Measure: Hashable, Sendable {
    /// The name, such as `mail.delivered` or `flow.sales-out.latency-p95-seconds`.
    public let name: String
    /// The number.
    public let value: Double

    /// A number with a name.
    public init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// A digest.
  public init(
    place: RunPlace,
    ending: Ending,
    endSeconds: Double,
    eventCount: UInt64,
    fingerprint: UInt64,
    failure: Failure?,
    measures: [Measure]
  ) {
    self.place = place
    self.ending = ending
    self.endSeconds = endSeconds
    self.eventCount = eventCount
    self.fingerprint = fingerprint
    self.failure = failure
    self.measures = measures
  }

  /// The value of a measure, if the run has one.
  public subscript(measure: String) -> Double? {
    measures.first { $0.name == measure }?.value
  }
}
