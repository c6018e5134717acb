/// What a text may ask of the reader; whatever exceeds one is refused with that limit's own code.
///
/// Time and memory are linear in the text whatever it holds. The limits bound what the layers above
/// must walk.
public struct YAMLLimits: Hashable, Sendable {
  /// The size of the text in bytes, at most 4 GiB.
  public let bytes: Int
  /// Collections within one another, those reached through aliases included.
  public let depth: Int
  /// Scalars, collections and aliases in all documents together.
  public let nodes: Int
  /// Nodes that aliases stand for, when each alias is counted as everything it repeats.
  public let aliasedNodes: Int
  /// Problems reported at most; reading stops there.
  public let problems: Int

  /// Limits far beyond what people write and near enough to stop a hostile file.
  public init(
    bytes: Int = 32 << 20,
    depth: Int = 128,
    nodes: Int = 8_000_000,
    aliasedNodes: Int = 1_000_000,
    problems: Int = 100
  ) {
    self.bytes = min(bytes, Int(UInt32.max) - 1)
    self.depth = depth
    self.nodes = min(nodes, Int(Int32.max))
    self.aliasedNodes = min(aliasedNodes, Int(Int32.max))
    self.problems = max(problems, 1)
  }

  /// Characters between the start of a key that is written without `?` and its colon.
  ///
  /// The specification sets this one, so it is not the caller's to change.
  public static let keyCharacters = 1_024
}
