/// A node of a document: a cheap cursor, with aliases followed.
///
/// What it is (`kind`, `text`, `tag`, `span` …) is always that of the node which is meant; where an
/// alias stands for it, `aliasSpan` tells where.
public struct YAMLNode: Sendable {
  /// What a node is.
  public enum Kind: Hashable, Sendable {
    /// Text; also none at all, as after `key:`.
    case scalar
    /// Items in order.
    case sequence
    /// Entries in order.
    case mapping
  }

  let tree: YAMLTree
  /// The first record that belongs to the node where it stands.
  let index: Int
  /// The record of what it is, behind an alias where there is one.
  let node: Int

  init(tree: YAMLTree, index: Int) {
    self.tree = tree
    self.index = index
    self.node = tree.tape.resolved(index)
  }

  var record: Record { tree.tape.records[node] }

  /// What the node is.
  public var kind: Kind {
    switch record.kind {
    case .mapping: .mapping
    case .sequence: .sequence
    default: .scalar
    }
  }

  /// How it is written.
  public var style: YAMLStyle { record.style }

  /// Where its content is written, without tag and anchor; empty for what is left out.
  public var span: YAMLSpan { tree.span(node) }

  /// The byte offsets of its content in the source.
  public var range: Range<Int> { Int(record.start)..<Int(record.end) }

  /// Where the alias is that stands for it; nil where it is written itself.
  public var aliasSpan: YAMLSpan? {
    let own = tree.tape.node(at: index)
    return tree.tape.records[own].kind == .alias ? tree.span(own) : nil
  }

  /// Whether nothing is written: no text, no quotes, no brackets.
  public var isMissing: Bool { record.kind == .scalar && record.start == record.end }

  /// The text of a scalar in UTF-8, unescaped and unfolded; empty for a collection.
  public var utf8: ArraySlice<UInt8> { record.kind == .scalar ? tree.utf8(of: record) : [] }

  /// The text of a scalar, unescaped and unfolded; empty for a collection.
  public var text: String { String(decoding: utf8, as: UTF8.self) }

  /// Its tag; nil without one.
  public var tag: YAMLTag? {
    let number = property { $0.tag > 0 ? $0.tag : nil }
    return number.map { tree.tape.tags[Int($0) - 1] }
  }

  /// The name of its anchor; nil without one.
  public var anchor: String? {
    let range = property {
      $0.hasAnchor ? Int($0.anchorStart)..<Int($0.anchorEnd) : nil
    }
    return range.map { String(decoding: tree.source.bytes[$0], as: UTF8.self) }
  }

  /// What the properties of the meant node say, which may be in two records.
  private func property<Value>(_ value: (Properties) -> Value?) -> Value? {
    let tape = tree.tape
    var index = index
    let own = tape.node(at: index)
    if tape.records[own].kind == .alias { index = Int(tape.records[own].link) }
    while index < node {
      if tape.records[index].kind == .properties,
        let found = value(tape.properties[Int(tape.records[index].link)])
      {
        return found
      }
      index += 1
    }
    return nil
  }
}
