extension Reader {
  private mutating func append(_ record: Record) throws(Stop) {
    tape.append(record, textBefore: position, of: end)
  }

  private mutating func countNode() throws(Stop) {
    nodes += 1
    if nodes > limits.nodes {
      throw fail(
        .limitNodes,
        character(at: position),
        "This text has more than \(limits.nodes) nodes, the most that are read; split it."
      )
    }
  }

  /// Puts waiting properties onto the tape; gives their index, or -1 when there are none.
  mutating func emit(_ pending: PendingProperties, isOpen: Bool = false) throws(Stop) -> Int {
    if pending.isEmpty { return -1 }
    let index = tape.properties.count
    tape.properties.append(
      Properties(
        anchorStart: UInt32(pending.anchor.lowerBound),
        anchorEnd: UInt32(pending.anchor.upperBound),
        tag: UInt32(pending.tag),
        isOpen: isOpen
      )
    )
    if !pending.anchor.isEmpty { define(pending.anchor, record: tape.records.count) }
    try append(
      Record(
        start: UInt32(pending.start),
        end: UInt32(pending.end),
        link: UInt32(index),
        kind: .properties,
        style: .plain
      )
    )
    return index
  }

  /// Puts a scalar onto the tape.
  mutating func emit(_ scalar: Scalar, _ pending: PendingProperties) throws(Stop) {
    try checkTag(pending, .scalar)
    _ = try emit(pending)
    try countNode()
    var record = Record(
      start: UInt32(scalar.start),
      end: UInt32(scalar.end),
      link: 0,
      kind: .scalar,
      style: scalar.style
    )
    if scalar.cookedStart >= 0 {
      record.isCooked = true
      record.link = UInt32(tape.cookedRanges.count)
      tape.cookedRanges.append(
        CookedRange(start: UInt32(scalar.cookedStart), end: UInt32(tape.cooked.count))
      )
    }
    try append(record)
  }

  /// Puts a scalar onto the tape that is not written, as after `key:`.
  mutating func emitEmpty(_ pending: PendingProperties = PendingProperties()) throws(Stop) {
    try emit(Scalar(start: lastEnd, end: lastEnd, style: .plain), pending)
  }

  /// Puts an alias onto the tape.
  mutating func emitAlias(_ range: Range<Int>, to target: Int) throws(Stop) {
    try countNode()
    try append(
      Record(
        start: UInt32(range.lowerBound),
        end: UInt32(range.upperBound),
        link: UInt32(target),
        kind: .alias,
        style: .plain
      )
    )
    guard tape.records[target].kind == .properties else { return }
    let properties = tape.properties[Int(tape.records[target].link)]
    aliasedNodes += Int(properties.nodes)
    if aliasedNodes > limits.aliasedNodes {
      throw fail(
        .limitAliases,
        range,
        "With this alias, aliases repeat more than \(limits.aliasedNodes) nodes, the most allowed; let"
          + " them repeat smaller parts."
      )
    }
    let height = Int(properties.height)
    if !frames.isEmpty { frames[frames.count - 1].height = max(frames.last!.height, height) }
    if frames.count + height > limits.depth {
      throw fail(
        .limitDepth,
        range,
        "What this alias repeats is nested more than \(limits.depth) deep here, the most allowed."
      )
    }
  }

  /// Keeps a place on the tape where a mapping may begin.
  mutating func emitHole() throws(Stop) -> Int {
    try append(Record(start: 0, end: 0, link: 0, kind: .hole, style: .plain))
    return tape.records.count - 1
  }

  /// Begins a collection, at the hole `hole` where one is given; what it then holds already is nested
  /// `height` deep.
  mutating func open(
    _ kind: Frame.Kind,
    at opening: Int,
    column: Int = 0,
    _ pending: PendingProperties = PendingProperties(),
    hole: Int? = nil,
    height: Int = 0
  ) throws(Stop) {
    if frames.count + height >= limits.depth {
      throw fail(
        .limitDepth,
        character(at: opening),
        "Collections are nested more than \(limits.depth) deep here, the most allowed; is a closing"
          + " bracket missing before this?"
      )
    }
    let isSequence = kind == .blockSequence || kind == .flowSequence
    try checkTag(pending, isSequence ? .sequence : .mapping)
    let properties = try emit(pending, isOpen: true)
    try countNode()
    let record = Record(
      start: UInt32(opening),
      end: UInt32(opening),
      link: 0,
      kind: isSequence ? .sequence : .mapping,
      style: kind == .blockSequence || kind == .blockMapping ? .block : .flow
    )
    if let hole { tape.records[hole] = record } else { try append(record) }
    var frame = Frame(
      kind: kind,
      column: column,
      record: hole ?? tape.records.count - 1,
      opening: opening,
      nodesBefore: nodes + aliasedNodes - 1
    )
    frame.properties = properties
    frame.height = height
    frames.append(frame)
  }

  /// Ends the innermost collection and gives it back.
  @discardableResult
  mutating func close() throws(Stop) -> Frame {
    if frames.last!.awaited == .colon { try emitEmpty() }
    let frame = frames.removeLast()
    tape.records[frame.record].link = UInt32(tape.records.count)
    tape.records[frame.record].end = UInt32(max(lastEnd, frame.opening))
    settle(frame.properties, frame)
    if !frames.isEmpty {
      frames[frames.count - 1].height = max(frames.last!.height, frame.height + 1)
    }
    return frame
  }

  /// Tells the properties of a collection how large it has become.
  mutating func settle(_ properties: Int, _ frame: Frame) {
    if properties < 0 { return }
    tape.properties[properties].nodes = UInt32(
      truncatingIfNeeded: nodes + aliasedNodes - frame.nodesBefore
    )
    tape.properties[properties].height = UInt32(frame.height + 1)
    tape.properties[properties].isOpen = false
  }

  /// A tag of the core schema stands before a node of its kind.
  func kindOfTag(_ tag: Int) -> Record.Kind? {
    if tag == 0 { return nil }
    switch tape.tags[tag - 1] {
    case .mapping: return .mapping
    case .sequence: return .sequence
    case .string, .integer, .float, .boolean, .null: return .scalar
    case .nonSpecific, .custom: return nil
    }
  }

  mutating func checkTag(_ pending: PendingProperties, _ kind: Record.Kind) throws(Stop) {
    guard let expected = kindOfTag(pending.tag), expected != kind else { return }
    func name(_ kind: Record.Kind) -> String {
      switch kind {
      case .mapping: "a mapping"
      case .sequence: "a sequence"
      default: "a text"
      }
    }
    try report(
      .tagKind,
      pending.tagRange,
      "This tag is for \(name(expected)), but what follows is \(name(kind)); write another tag or none."
    )
  }

  // MARK: Anchors

  private mutating func define(_ name: Range<Int>, record: Int) {
    let hash = NameTable.hash(bytes, name)
    let tape = tape
    let bytes = bytes
    _ = anchors.add(hash, record, replacing: true) { Self.sameName(tape, bytes, $0, name) }
  }

  /// The record of the properties with this anchor.
  func anchored(_ name: Range<Int>) -> Int? {
    anchors.find(NameTable.hash(bytes, name)) { Self.sameName(tape, bytes, $0, name) }
  }

  private static func sameName(
    _ tape: Tape,
    _ bytes: [UInt8],
    _ record: Int,
    _ name: Range<Int>
  ) -> Bool {
    let other = tape.properties[Int(tape.records[record].link)]
    let range = Int(other.anchorStart)..<Int(other.anchorEnd)
    return range.count == name.count && bytes[range] == bytes[name]
  }
}
