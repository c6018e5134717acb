/// Where a value comes from.
public enum Provenance: Hashable, Sendable {
  /// The article that describes the defect states it.
  case text
  /// This Knowledge Base article states it.
  case article(String)
  /// It is widely known and stands in none of the articles.
  case widelyKnown
  /// Nothing states it: it is our choice, and the topology can make another.
  case assumed
  /// The topology states it.
  case topology
}

extension Provenance: CustomStringConvertible {
  /// The word that data files and reports use.
  public var description: String {
    switch self {
    case .text: "text"
    case .article(let id): id
    case .widelyKnown: "widely known"
    case .assumed: "assumed"
    case .topology: "topology"
    }
  }
}

/// A value and where it comes from.
public struct Sourced<Value: Sendable>: Sendable {
  /// The value.
  public let value: Value
  /// Where it comes from.
  public let provenance: Provenance

  /// A value from somewhere.
  public init(_ value: Value, _ provenance: Provenance) {
    self.value = value
    self.provenance = provenance
  }
}

extension Sourced: Equatable where Value: Equatable {}
extension Sourced: Hashable where Value: Hashable {}
