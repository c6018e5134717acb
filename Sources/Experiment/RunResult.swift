public import Kernel
public import Plan
public import Record

/// A run, judged: its record, and what follows from it.
public struct RunResult: Hashable, Sendable {
  /// What the run left.
  public let record: RunRecord
  /// Each expectation, in the order of the topology.
  public let verdicts: [Verdict]
  /// What brings the site down or would, the gravest first.
  public let findings: [Finding]

  /// A result.
  public init(record: RunRecord, verdicts: [Verdict], findings: [Finding]) {
    self.record = record
    self.verdicts = verdicts
    self.findings = findings
  }
}

/// What became of an expectation.
public struct Verdict: Hashable, Sendable {
  /// The expectation as it is written.
  public let text: String
  /// Whether it held.
  public let outcome: Outcome
  /// By what one sees it, in whole sentences, the decisive one first.
  public let evidence: [String]

  /// Whether an expectation held.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    case held
    case failed
    /// The run did not come far enough to tell.
    case undecided
  }

  /// A verdict.
  public init(text: String, outcome: Outcome, evidence: [String]) {
    self.text = text
    self.outcome = outcome
    self.evidence = evidence
  }
}

/// What a defect did to a host, or will do.
public struct Finding: Hashable, Sendable {
  /// The defect.
  public let defect: String
  /// Its title.
  public let title: String
  /// The host.
  public let host: String
  /// How often it was set off.
  public let triggers: UInt64
  /// When first; nil where it never was.
  public let firstTrigger: Instant?
  /// What it stopped, hung or shut, in order of time.
  public let failures: [Failure]
  /// What else it did: stranded, answered, distorted, logged.
  public let doings: [DefectRecord.Doing]
  /// What it takes more and more of.
  public let outlooks: [Outlook]
  /// What corrects it: releases and hotfixes.
  public let fixes: [String]
  /// What frees what it took, and where each comes from.
  public let remedies: [Sourced<String>]

  /// Something that no longer worked.
  public struct Failure: Hashable, Sendable {
    /// When.
    public let time: Instant
    /// What, in a few words: `MSExchangeIMC stopped unexpectedly`.
    public let what: String

    /// Something that no longer worked.
    public init(time: Instant, what: String) {
      self.time = time
      self.what = what
    }
  }

  /// A finding.
  public init(
    defect: String,
    title: String,
    host: String,
    triggers: UInt64,
    firstTrigger: Instant?,
    failures: [Failure],
    doings: [DefectRecord.Doing] = [],
    outlooks: [Outlook],
    fixes: [String],
    remedies: [Sourced<String>]
  ) {
    self.defect = defect
    self.title = title
    self.host = host
    self.triggers = triggers
    self.firstTrigger = firstTrigger
    self.failures = failures
    self.doings = doings
    self.outlooks = outlooks
    self.fixes = fixes
    self.remedies = remedies
  }
}

/// Where a growing sum is heading.
public struct Outlook: Hashable, Sendable {
  /// What grows: `handles of services.exe`.
  public let what: String
  /// Whether it is counted in bytes.
  public let isBytes: Bool
  /// What the defect has taken and keeps.
  public let amount: Int64
  /// How fast it grows, in a day.
  public let perDay: Estimate
  /// Which limit it meets; nil where there is none.
  public let limit: String?
  /// What the limit is.
  public let capacity: Int64?
  /// How much of it everybody together holds at the end; nil where there is no limit.
  public let limitAmount: Int64?
  /// When each step of the limit is or was reached, the limit itself last.
  public let steps: [Step]
  /// What the defect had taken over time, as a place among the record's series; nil where it was not kept.
  public let series: Int?
  /// What everybody together held of it, as a place among the record's series; nil where it was not kept.
  public let limitSeries: Int?

  /// A number and the interval in which it lies with 90 % confidence.
  public struct Estimate: Hashable, Sendable {
    /// The most likely value.
    public let value: Double
    /// The least.
    public let low: Double
    /// The most.
    public let high: Double

    /// An estimate.
    public init(value: Double, low: Double, high: Double) {
      self.value = value
      self.low = low
      self.high = high
    }
  }

  /// A step on the way to a limit.
  public struct Step: Hashable, Sendable {
    /// At which amount.
    public let amount: Int64
    /// What happens.
    public let symptom: Symptom
    /// When it was reached; nil where it lies ahead.
    public let reached: Instant?
    /// When it will be, in seconds since the start; nil where it was reached or never will be.
    public let expected: Estimate?

    /// A step.
    public init(amount: Int64, symptom: Symptom, reached: Instant?, expected: Estimate?) {
      self.amount = amount
      self.symptom = symptom
      self.reached = reached
      self.expected = expected
    }
  }

  /// An outlook.
  public init(
    what: String,
    isBytes: Bool,
    amount: Int64,
    perDay: Estimate,
    limit: String?,
    capacity: Int64?,
    steps: [Step],
    limitAmount: Int64? = nil,
    series: Int? = nil,
    limitSeries: Int? = nil
  ) {
    self.what = what
    self.isBytes = isBytes
    self.amount = amount
    self.perDay = perDay
    self.limit = limit
    self.capacity = capacity
    self.steps = steps
    self.limitAmount = limitAmount
    self.series = series
    self.limitSeries = limitSeries
  }
}
