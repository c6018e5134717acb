extension YAMLNode {
  /// An entry of a mapping.
  public struct Entry: Sendable {
    /// Its key.
    public let key: YAMLNode
    /// Its value; a scalar without text when none is written.
    public let value: YAMLNode
  }

  /// The items of a sequence in order; none for other nodes.
  public var items: Items {
    Items(tree: tree, position: node + 1, end: kind == .sequence ? Int(record.link) : 0)
  }

  /// The entries of a mapping in order; none for other nodes. No two keys are equal.
  public var entries: Entries {
    Entries(
      nodes: Items(tree: tree, position: node + 1, end: kind == .mapping ? Int(record.link) : 0)
    )
  }

  /// The value of the key with this text, found by going through the entries.
  public subscript(key: String) -> YAMLNode? {
    if record.kind != .mapping { return nil }
    let text = Array(key.utf8)
    var index = node + 1
    while index < Int(record.link) {
      let value = tree.tape.next(after: index)
      let key = tree.tape.records[tree.tape.resolved(index)]
      if key.kind == .scalar, tree.utf8(of: key) == text[...] {
        return YAMLNode(tree: tree, index: value)
      }
      index = tree.tape.next(after: value)
    }
    return nil
  }

  /// The nodes of a collection.
  public struct Items: Sequence, IteratorProtocol, Sendable {
    let tree: YAMLTree
    var position: Int
    let end: Int

    /// The next node.
    public mutating func next() -> YAMLNode? {
      if position >= end { return nil }
      let node = YAMLNode(tree: tree, index: position)
      position = tree.tape.next(after: position)
      return node
    }
  }

  /// The entries of a mapping.
  public struct Entries: Sequence, IteratorProtocol, Sendable {
    var nodes: Items

    /// The next entry.
    public mutating func next() -> Entry? {
      guard let key = nodes.next(), let value = nodes.next() else { return nil }
      return Entry(key: key, value: value)
    }
  }
}
