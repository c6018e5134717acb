public import Kernel
public import Plan

/// A defect on a host: when it was in force, what set it off, what it took.
public struct DefectRecord: Hashable, Sendable {
  /// The defect.
  public let id: String
  /// The host.
  public let host: String
  /// The processes in which its trigger can happen.
  public let processes: [String]
  /// When its gate was open; the last one without an end where it still was.
  public let inForce: [Span]
  /// How often what sets it off happened while its gate was open.
  public let triggers: UInt64
  /// When it first did; nil where it never did.
  public let firstTrigger: Instant?
  /// When it last did.
  public let lastTrigger: Instant?
  /// How often what would set it off happened while its gate was shut.
  public let idleTriggers: UInt64
  /// What it took and keeps, one line for each resource and holder.
  public let takings: [Taking]
  /// What it closed to mail or clients, the first ones, in order of time.
  public let closures: [Closure]
  /// What it did that shows neither in what it took nor in what it stopped or closed, effect by effect.
  public let doings: [Doing]

  /// A passage that a defect closed, or of which it took the last worker.
  public struct Closure: Hashable, Sendable {
    /// The passage and for whom it is closed, in words, such as
    /// `outbound Internet mail for partner.example`.
    public let passage: String
    /// Since when.
    public let from: Instant
    /// Until when; nil where it still is.
    public let until: Instant?

    /// A closed passage.
    public init(passage: String, from: Instant, until: Instant?) {
      self.passage = passage
      self.from = from
      self.until = until
    }
  }

  /// A stretch of time.
  public struct Span: Hashable, Sendable {
    /// Its begin.
    public let from: Instant
    /// Its end; nil where it has none.
    public let until: Instant?

    /// A stretch.
    public init(from: Instant, until: Instant?) {
      self.from = from
      self.until = until
    }
  }

  /// What a defect took of one resource for one holder.
  public struct Taking: Hashable, Sendable {
    /// The resource: one of the world's, or the name of the article's own pool.
    public let resource: String
    /// Whether it is counted in bytes.
    public let isBytes: Bool
    /// The image whose counter rises.
    public let holder: String
    /// What is held now because of the defect.
    public let amount: Int64
    /// What was taken since the start, freed or not.
    public let taken: Int64
    /// What it had taken at the series' times, if that was kept: the place in `SeriesRecord.counters`.
    public let series: Int?
    /// The limit that it moves towards; nil where there is none.
    public let limit: Limit?

    /// A limit.
    public struct Limit: Hashable, Sendable {
      /// Of what, in words, such as `commit limit of HUB1`.
      public let name: String
      /// How much there may be.
      public let capacity: Int64
      /// How much of it everybody together holds at the end.
      public let amount: Int64
      /// What happens on the way, at which amount.
      public let rungs: [Rung]
      /// Where the sum that meets the limit stands among the series; nil where it was not kept.
      public let series: Int?

      /// A step.
      public struct Rung: Hashable, Sendable {
        /// At which amount.
        public let amount: Int64
        /// What happens.
        public let symptom: Symptom
        /// When it was first reached; nil where it was not.
        public let reached: Instant?

        /// A step.
        public init(amount: Int64, symptom: Symptom, reached: Instant?) {
          self.amount = amount
          self.symptom = symptom
          self.reached = reached
        }
      }

      /// A limit.
      public init(name: String, capacity: Int64, amount: Int64, rungs: [Rung], series: Int?) {
        self.name = name
        self.capacity = capacity
        self.amount = amount
        self.rungs = rungs
        self.series = series
      }
    }

    /// What was taken.
    public init(
      resource: String,
      isBytes: Bool,
      holder: String,
      amount: Int64,
      taken: Int64,
      series: Int?,
      limit: Limit?
    ) {
      self.resource = resource
      self.isBytes = isBytes
      self.holder = holder
      self.amount = amount
      self.taken = taken
      self.series = series
      self.limit = limit
    }
  }

  /// A defect on a host.
  public init(
    id: String,
    host: String,
    processes: [String],
    inForce: [Span],
    triggers: UInt64,
    firstTrigger: Instant?,
    lastTrigger: Instant?,
    idleTriggers: UInt64,
    takings: [Taking],
    closures: [Closure],
    doings: [Doing] = []
  ) {
    self.id = id
    self.host = host
    self.processes = processes
    self.inForce = inForce
    self.triggers = triggers
    self.firstTrigger = firstTrigger
    self.lastTrigger = lastTrigger
    self.idleTriggers = idleTriggers
    self.takings = takings
    self.closures = closures
    self.doings = doings
  }
}
