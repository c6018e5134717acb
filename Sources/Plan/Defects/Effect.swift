public import Kernel

/// One thing that a defect does.
public struct Effect: Hashable, Sendable {
  /// What it does.
  public let mechanism: Mechanism
  /// What it outlives.
  public let survives: Survival

  /// An effect.
  public init(_ mechanism: Mechanism, survives: Survival = .memory) {
    self.mechanism = mechanism
    self.survives = survives
  }
}

/// What an effect outlives.
public enum Survival: String, VocabularyWord {
  case memory
  case disk

  /// When it is gone.
  public var meaning: String {
    switch self {
    case .memory: "Gone when the process that owns it ends."
    case .disk: "Kept on disk: still there after a restart."
    }
  }
}

/// What a defect does, with all it needs for it.
public enum Mechanism: Hashable, Sendable {
  /// Takes an amount that nobody gives back; it counts with the holder and goes with the owner.
  case leak(
    ResourceReference,
    Amount,
    holder: ProcessReference,
    owner: ProcessReference,
    isKeyed: Bool
  )
  /// Keeps what the event should give back: all of it, or an amount.
  case withhold(ResourceReference, Amount?)
  /// Ends a process.
  case stop(ProcessReference)
  /// Leaves a process running, or a host, without doing anything.
  case hang(ProcessOrHost, isStoppable: Bool)
  /// Takes workers of a passage away.
  case block(Passage, workers: Amount)
  /// Closes a passage until a reset, for all or for the event's key.
  case latch(Passage, until: Reset, isKeyed: Bool)
  /// Leaves the item that caused it where each start meets it and the process stops again.
  case poison(ProcessReference)
  /// Gives this answer, by its place in the decision's list.
  case answer(Int)
  /// Leaves the item waiting in a passage.
  case strand(Passage, until: Reset)
  /// Takes more and more, as fast as the amount in each period, until the reset.
  case grow(
    ResourceReference,
    Amount,
    each: Sourced<Interval>,
    holder: ProcessReference,
    until: Reset
  )
  /// Lets a counter show these thousandths of the truth, and this much more for each time.
  case distort(counter: CounterPath, thousandths: Sourced<Int>?, plus: Sourced<Int>?)
  /// Writes into the event log.
  case log(source: String, id: Int)

  /// Its kind.
  public var kind: MechanismKind {
    switch self {
    case .leak: .leak
    case .withhold: .withhold
    case .stop: .stop
    case .hang: .hang
    case .block: .block
    case .latch: .latch
    case .poison: .poison
    case .answer: .answer
    case .strand: .strand
    case .grow: .grow
    case .distort: .distort
    case .log: .log
    }
  }
}

/// What undoes an effect.
public enum Reset: String, VocabularyWord, BitwiseCopyable {
  case restart
  case reboot
  case nextCycle = "next-cycle"
  case itemRemoved = "item-removed"
  case timeOut = "time-out"
  case never

  /// When it is undone.
  public var meaning: String {
    switch self {
    case .restart: "When the process starts again."
    case .reboot: "When the host starts again."
    case .nextCycle: "When the process reads its configuration again."
    case .itemRemoved: "When somebody removes the item."
    case .timeOut: "When the item's time is over."
    case .never: "Never, whatever is done."
    }
  }
}
