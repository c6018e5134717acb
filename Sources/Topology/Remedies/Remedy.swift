public import Schema

/// One thing that could be done about a defect: what it is, and how it changes the topology.
public struct RemedyOption: Sendable {
  /// What is done, in a few words: `Exchange 5.5 SP4 on HUB1`.
  public let words: String
  /// How much trouble it is.
  public let effort: Effort
  /// What it changes, so that anybody can try it.
  public let changes: [Override]

  /// How much trouble something is, the least first; our own order.
  public enum Effort: Int, Comparable, Sendable, CaseIterable {
    case setting
    case hotfix
    case servicePack
    case restarts
    case route
    case memory
    case upgrade

    /// What kind of thing it is.
    public var words: String {
      switch self {
      case .setting: "a setting"
      case .hotfix: "a hotfix"
      case .servicePack: "a service pack"
      case .restarts: "regular restarts"
      case .route: "another route"
      case .memory: "more memory"
      case .upgrade: "another product"
      }
    }

    /// By how much trouble it is.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }
}

/// A defect that does harm on a host.
public struct Ailment: Hashable, Sendable {
  /// The defect.
  public let defect: String
  /// The host.
  public let host: String

  /// A defect on a host.
  public init(defect: String, host: String) {
    self.defect = defect
    self.host = host
  }
}
