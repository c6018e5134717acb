/// One element of the tape: sixteen bytes.
///
/// The tape holds documents, their nodes and the nodes' properties in the order in which they begin,
/// so that it is the list of events and the tree at once: a collection knows where it ends.
///
///     document  properties? hole? properties? node …
///
/// A hole was kept before a flow collection that might have become a key. If it did, a mapping that
/// begins there took it; if it did not, it is passed over.
struct Record: BitwiseCopyable {
  enum Kind: UInt8 {
    case document, properties, hole, mapping, sequence, scalar, alias
  }

  /// The first byte of what is written, without properties.
  var start: UInt32
  /// The byte after it.
  var end: UInt32
  /// Documents and collections: the index after the last record inside. Properties: their index.
  /// Aliases: the record of the node that is meant. Cooked scalars: the index of their text.
  var link: UInt32
  var kind: Kind
  var style: YAMLStyle
  /// A scalar whose text is not simply a piece of the source.
  var isCooked = false
  /// A document: 1 for `---`, 2 for `...`.
  var marks: UInt8 = 0
}

/// What stands before a node: its anchor and its tag.
struct Properties: BitwiseCopyable {
  /// The name of the anchor; empty without one.
  var anchorStart: UInt32 = 0
  var anchorEnd: UInt32 = 0
  /// The index of the tag and 1; 0 without one.
  var tag: UInt32 = 0
  /// How many nodes an alias to this one repeats.
  var nodes: UInt32 = 1
  /// How deep they are nested.
  var height: UInt32 = 0
  /// Whether the node has not ended yet.
  var isOpen = false

  var hasAnchor: Bool { anchorEnd > anchorStart }
}

/// Where in the side buffer the text of a scalar is.
struct CookedRange: BitwiseCopyable {
  var start: UInt32
  var end: UInt32
}
