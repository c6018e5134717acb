public import Kernel
public import Plan

/// What was tried about a site's defects and what came of it, the best first.
public struct RemedyRecord: Hashable, Sendable {
  /// What the topology calls itself.
  public let title: String
  /// The version of the program.
  public let program: String
  /// The command that tries the same again.
  public let command: String
  /// What chance comes from.
  public let seed: UInt64
  /// The first day of each run.
  public let start: CivilDate
  /// How long each run is.
  public let duration: Interval
  /// How often each thing was tried.
  public let replications: Int
  /// The defects that do harm, the gravest first; where there are none, nothing was tried.
  public let causes: [Cause]
  /// The site as it is.
  public let base: Outcome
  /// What was tried, the best first.
  public let remedies: [Remedy]
  /// What nobody stated and the result rests upon.
  public let assumptions: [Assumption]

  /// A record of what was tried.
  public init(
    title: String,
    program: String,
    command: String,
    seed: UInt64,
    start: CivilDate,
    duration: Interval,
    replications: Int,
    causes: [Cause],
    base: Outcome,
    remedies: [Remedy],
    assumptions: [Assumption]
  ) {
    self.title = title
    self.program = program
    self.command = command
    self.seed = seed
    self.start = start
    self.duration = duration
    self.replications = replications
    self.causes = causes
    self.base = base
    self.remedies = remedies
    self.assumptions = assumptions
  }

  /// The easiest thing that prevents what goes wrong; nil where nothing does.
  public var cheapest: Remedy? { remedies.first { $0.effect == .prevents } }
}

extension RemedyRecord {
  /// A defect that does harm on a host.
  public struct Cause: Hashable, Sendable {
    /// The defect.
    public let defect: String
    /// Its title.
    public let title: String
    /// The host.
    public let host: String

    /// A defect on a host.
    public init(defect: String, title: String, host: String) {
      self.defect = defect
      self.title = title
      self.host = host
    }
  }

  /// What something does, the best first.
  public enum Effect: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Nothing fails any more, or the defects are never set off.
    case prevents
    /// It takes longer until something fails.
    case delays
    /// Something fails as soon as before, but more of the mail arrives.
    case eases
    /// It makes no difference that chance would not make.
    case nothing
    /// Something fails sooner, or more mail does not arrive.
    case worsens
    /// The topology does not take it, or a run did not come to its end.
    case untried

    /// Better before worse.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self)! }
  }

  /// Something that was tried.
  public struct Remedy: Hashable, Sendable {
    /// What it is: `Exchange 5.5 SP4 on HUB1`.
    public let words: String
    /// What kind of thing: `a service pack`.
    public let kind: String
    /// What it does.
    public let effect: Effect
    /// What it changes in the topology.
    public let changes: [Change]
    /// The command that runs the site with it.
    public let command: String
    /// What became of the runs with it.
    public let outcome: Outcome
    /// How many more seconds it takes until something fails, runs that do not fail counted to their end;
    /// nil where too few runs can be compared.
    public let delay: Difference?
    /// How many more recipients do not have their mail; nil where too few runs can be compared.
    public let undelivered: Difference?

    /// Something that was tried.
    public init(
      words: String,
      kind: String,
      effect: Effect,
      changes: [Change],
      command: String,
      outcome: Outcome,
      delay: Difference?,
      undelivered: Difference?
    ) {
      self.words = words
      self.kind = kind
      self.effect = effect
      self.changes = changes
      self.command = command
      self.outcome = outcome
      self.delay = delay
      self.undelivered = undelivered
    }
  }

  /// A value in the place of what the topology says.
  public struct Change: Hashable, Sendable {
    /// The key.
    public let key: String
    /// Its value.
    public let value: String

    /// A value of a key.
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }
}
