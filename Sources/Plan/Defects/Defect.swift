/// An article as data: what it affects, what sets it off, what it does, how it shows, what helps.
public struct Defect: Hashable, Sendable {
  /// The article's id, such as `Q214573`.
  public let id: String
  /// The article's title.
  public let title: String
  /// What must hold on a host.
  public let gate: Gate
  /// What sets it off.
  public let trigger: Trigger
  /// What it does, in order.
  public let effects: [Effect]
  /// Fixed pools of its own.
  public let pools: [DefectPool]
  /// How it shows.
  public let signs: [Sign]
  /// What frees what it took; nothing does where there is none.
  public let remedies: [Sourced<Remedy>]
  /// What corrects it.
  public let fixes: [Fix]

  /// A defect.
  public init(
    id: String,
    title: String,
    gate: Gate,
    trigger: Trigger,
    effects: [Effect],
    pools: [DefectPool],
    signs: [Sign],
    remedies: [Sourced<Remedy>],
    fixes: [Fix]
  ) {
    self.id = id
    self.title = title
    self.gate = gate
    self.trigger = trigger
    self.effects = effects
    self.pools = pools
    self.signs = signs
    self.remedies = remedies
    self.fixes = fixes
  }
}

/// A fixed number of pieces that an article brings with it, such as the control blocks of an adapter.
public struct DefectPool: Hashable, Sendable {
  /// Its name within the article.
  public let name: String
  /// What has one each.
  public let per: PoolScope
  /// How many pieces it has.
  public let capacity: Sourced<Int>
  /// What happens as it empties, in order of parts in a thousand.
  public let ladder: [Rung]

  /// A pool.
  public init(name: String, per: PoolScope, capacity: Sourced<Int>, ladder: [Rung]) {
    self.name = name
    self.per = per
    self.capacity = capacity
    self.ladder = ladder
  }
}

/// What has a pool of its own each.
public enum PoolScope: String, VocabularyWord {
  case key
  case process
  case host

  /// What has one each.
  public var meaning: String {
    switch self {
    case .key: "Each key of the event."
    case .process: "Each process."
    case .host: "Each host."
    }
  }
}

/// A step of a ladder: a level, and what happens from there on.
public struct Rung: Hashable, Sendable {
  /// The level in parts of a thousand of the capacity.
  public let thousandths: Int
  /// What happens.
  public let symptom: Symptom

  /// A rung.
  public init(thousandths: Int, _ symptom: Symptom) {
    self.thousandths = thousandths
    self.symptom = symptom
  }
}

/// What frees what a defect took.
public enum Remedy: Hashable, Sendable {
  /// A stop of this service.
  case stop(service: String)
  /// A restart of the service whose image this is.
  case restart(image: String)
  /// A restart of the host.
  case reboot
  /// Removing the item.
  case removeItem
}

/// What corrects a defect.
public enum Fix: Hashable, Sendable {
  /// A release of a product that has it corrected, such as Exchange 5.5 and SP4.
  case release(product: String, release: String)
  /// A hotfix.
  case hotfix(String)
  /// A file of at least this version.
  case file(String, FileVersion)
}
