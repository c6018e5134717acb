public import Kernel
public import Plan

/// What happened to a host.
public struct HostRecord: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Its operating system at the end.
  public let system: String
  /// What its users noticed, in order of time.
  public let symptoms: [SymptomRecord]
  /// When it was started again.
  public let reboots: [Instant]

  /// What happened to a host.
  public init(name: String, system: String, symptoms: [SymptomRecord], reboots: [Instant]) {
    self.name = name
    self.system = system
    self.symptoms = symptoms
    self.reboots = reboots
  }
}

/// A symptom that showed.
public struct SymptomRecord: Hashable, Sendable {
  /// What showed.
  public let symptom: Symptom
  /// Of what there was too little.
  public let resource: String
  /// Which process was concerned; nil for the whole host.
  public let process: String?
  /// When it first showed.
  public let first: Instant
  /// When it was gone for the last time; nil where it still shows.
  public let last: Instant?

  /// A symptom.
  public init(
    symptom: Symptom,
    resource: String,
    process: String?,
    first: Instant,
    last: Instant?
  ) {
    self.symptom = symptom
    self.resource = resource
    self.process = process
    self.first = first
    self.last = last
  }
}

/// What happened to a process.
public struct ProcessRecord: Hashable, Sendable {
  /// Its host.
  public let host: String
  /// Its image.
  public let image: String
  /// Its service; nil for the system's own.
  public let service: String?
  /// The version of its file as it runs, or as it would start; nil where it is not known.
  public let version: FileVersion?
  /// Whether it runs, hangs or has stopped.
  public let state: State
  /// How often it was started.
  public let starts: UInt64
  /// When it stopped or hung, the first ones.
  public let stops: [Stop]
  /// How often it stopped in all.
  public let stopCount: UInt64

  /// Whether a process runs.
  public enum State: String, Hashable, Sendable, CaseIterable {
    case running
    case starting
    case stopped
    case hanging
  }

  /// A stop.
  public struct Stop: Hashable, Sendable {
    /// When.
    public let time: Instant
    /// Why.
    public let reason: Reason
    /// The defect that caused it, if one did.
    public let defect: String?
    /// When it ran again; nil where it did not.
    public let restarted: Instant?

    /// A stop.
    public init(time: Instant, reason: Reason, defect: String?, restarted: Instant?) {
      self.time = time
      self.reason = reason
      self.defect = defect
      self.restarted = restarted
    }
  }

  /// Why a process stopped.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Somebody stopped it.
    case asked
    /// The host was started again, or was off.
    case host
    /// It ended unexpectedly.
    case unexpected
    /// It does nothing any more.
    case hang
    /// It or its host ran out of something.
    case exhausted
  }

  /// What happened to a process.
  public init(
    host: String,
    image: String,
    service: String?,
    version: FileVersion?,
    state: State,
    starts: UInt64,
    stops: [Stop],
    stopCount: UInt64
  ) {
    self.host = host
    self.image = image
    self.service = service
    self.version = version
    self.state = state
    self.starts = starts
    self.stops = stops
    self.stopCount = stopCount
  }
}
