/// A collection that is being read.
struct Frame {
  enum Kind { case blockSequence, blockMapping, flowSequence, flowMapping, flowPair }

  /// What the reader looks for when it next comes to this collection.
  enum Awaited {
    /// An item or a key.
    case entry
    /// Flow: the key after `?`.
    case key
    /// The colon, after a key.
    case colon
    /// Flow: the value after a colon.
    case value
    /// Flow: a comma or the closing bracket.
    case separator
  }

  /// Where a node begins that might turn out to be a key.
  struct Candidate {
    /// The record which a mapping would take.
    var hole: Int
    /// The first byte of the key, properties included.
    var start: Int
    /// The beginning of that line.
    var line: Int
  }

  var kind: Kind
  var awaited: Awaited = .entry
  /// Block: the column of the entries, counted from 0.
  var column: Int
  /// Its own record.
  var record: Int
  /// Where its bracket is, or its first entry.
  var opening: Int
  var candidate: Candidate?
  /// Flow: whether the key was in quotes or brackets, so that its colon needs no space.
  var keyIsClosed = false
  /// What its own properties have at their index, so that they learn its size; -1 without.
  var properties = -1
  /// The properties that a mapping which takes the hole would have; -1 without.
  var outerProperties = -1
  /// Nodes that had been read when it began, with aliases counted as what they repeat.
  var nodesBefore: Int
  /// How deep its content is nested.
  var height = 0
}

/// A scalar that was scanned and is not yet on the tape.
struct Scalar {
  var start: Int
  var end: Int
  var style: YAMLStyle
  /// Where its text begins in the side buffer, where it goes on to the end; -1 if it is in the source.
  var cookedStart = -1
}

/// Properties that were read and wait for their node.
struct PendingProperties {
  var start = 0
  var end = 0
  var anchor = 0..<0
  var tag = 0
  var tagRange = 0..<0

  var isEmpty: Bool { end == 0 }
}

/// What was between two tokens.
struct Gap {
  /// Whether the next token is the first in its line.
  var startsLine: Bool
  /// Then, how many spaces are before it.
  var indentation: Int
  /// Whether there are tabs before it in its line, after the spaces.
  var hasTabs: Bool
}

/// Reading cannot go on; the problem has been noted.
struct Stop: Error {}
