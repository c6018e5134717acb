extension Reader {
  /// What is known of the node that is being read.
  private struct Beginning {
    /// The column under which it stands.
    let column: Int
    let site: Site
    /// Tags and anchors in lines before that of the content.
    var outer = PendingProperties()
    /// Tags and anchors in the line of the content.
    var inner = PendingProperties()
    /// Whether a block collection may begin in this line.
    var mayOpen = false
    /// Whether there are tabs before it.
    var hasTabs = false
    /// The column at which a collection would begin.
    var itsColumn = 0
  }

  /// Reads a node up to its end, or up to its first entry when it is a block collection.
  mutating func readNode(under column: Int, _ site: Site) throws(Stop) -> Step {
    var node = Beginning(column: column, site: site)
    var isFirst = true
    while true {
      let before = (position, lineStart)
      let gap = try skipGap()
      if gap.startsLine {
        try merge(node.inner, into: &node.outer)
        node.inner = PendingProperties()
        if position == end || isAtMarker || isAtEnd(of: node, gap) {
          (position, lineStart) = before
          try emitEmpty(node.outer)
          return .entry
        }
        node.mayOpen = true
        node.hasTabs = gap.hasTabs
        node.itsColumn = gap.indentation
      } else if position == end {
        try merge(node.inner, into: &node.outer)
        try emitEmpty(node.outer)
        return .entry
      } else if isFirst {
        node.mayOpen = site == .dash || site == .explicitPart
        node.hasTabs = gap.hasTabs
        node.itsColumn = position - lineStart
      }
      isFirst = false
      switch bytes[position] {
      case Byte.ampersand, Byte.exclamation: try readProperty(into: &node.inner)
      case Byte.dash where isAtIndicator(Byte.dash):
        try checkOpening(node, isSequence: true)
        try open(.blockSequence, at: position, column: node.itsColumn, node.outer)
        return takeIndicator(node.itsColumn, .dash)
      case Byte.question where isAtIndicator(Byte.question):
        try checkOpening(node, isSequence: false)
        try open(.blockMapping, at: position, column: node.itsColumn, node.outer)
        frames[frames.count - 1].awaited = .colon
        return takeIndicator(node.itsColumn, .explicitPart)
      default: return try readContent(node)
      }
    }
  }

  /// Whether a line is not indented enough to belong to a node.
  private func isAtEnd(of node: Beginning, _ gap: Gap) -> Bool {
    if gap.indentation > node.column { return false }
    // The items of a sequence may stand at the column of its key.
    let isItem = gap.indentation == node.column && !gap.hasTabs && isAtIndicator(Byte.dash)
    return !(isItem && (node.site == .implicitValue || node.site == .explicitPart))
  }

  /// `-` and `?` cannot stand after everything.
  private mutating func checkOpening(_ node: Beginning, isSequence: Bool) throws(Stop) {
    let indicator = position..<position + 1
    if !node.mayOpen { throw failInLine(node.site, at: indicator, isSequence: isSequence) }
    if !node.inner.isEmpty {
      throw fail(
        .propertyPlace,
        node.inner.start..<node.inner.end,
        "A tag or an anchor of a whole sequence or mapping stands in the line before its first entry;"
          + " move it there."
      )
    }
    if node.hasTabs { throw failTabBeforeToken() }
  }

  /// Reads a node that begins with neither `-` nor `?`: a scalar, an alias or a flow collection, or a
  /// mapping of which that is the first key.
  private mutating func readContent(_ node: Beginning) throws(Stop) -> Step {
    let start = node.inner.isEmpty ? position : node.inner.start
    let line = lineStart
    switch bytes[position] {
    case Byte.bar, Byte.greater:
      var pending = node.outer
      try merge(node.inner, into: &pending)
      try emit(try scanBlockScalar(under: node.column), pending)
      return .entry
    case Byte.leftBracket, Byte.leftBrace:
      return try readFlowContent(node, start)
    case Byte.asterisk:
      let (range, target) = try readAlias(node.inner)
      if let colon = try openMapping(node, start, line) {
        try emitAlias(range, to: target)
        return takeColon(colon)
      }
      if !node.outer.isEmpty {
        try report(
          .aliasProperties,
          node.outer.start..<node.outer.end,
          "An alias has no tag and no anchor of its own; delete those before it."
        )
      }
      try emitAlias(range, to: target)
    case Byte.colon where isAtIndicator(Byte.colon):
      guard let colon = try openMapping(node, start, line) else { throw Stop() }
      lastEnd = position
      try emitEmpty(node.inner)
      return takeColon(colon)
    default:
      let scalar = try scanScalar(under: node.column)
      if let colon = try openMapping(node, start, line) {
        try emit(scalar, node.inner)
        return takeColon(colon)
      }
      var pending = node.outer
      try merge(node.inner, into: &pending)
      try emit(scalar, pending)
    }
    return .entry
  }

  private mutating func readFlowContent(_ node: Beginning, _ start: Int) throws(Stop) -> Step {
    let line = lineStart
    guard node.mayOpen else {
      var pending = node.outer
      try merge(node.inner, into: &pending)
      try readFlow(under: node.column, pending)
      _ = try openMapping(node, start, line)
      return .entry
    }
    // Whether this is a key is known at its end, so a place is kept for the mapping.
    let outer = try emit(node.outer, isOpen: true)
    let nodesBefore = nodes + aliasedNodes
    let hole = try emitHole()
    try readFlow(under: node.column, node.inner)
    if let colon = try openMapping(node, start, line, hole: hole) {
      frames[frames.count - 1].properties = outer
      frames[frames.count - 1].nodesBefore = nodesBefore
      try checkTag(node.outer, .mapping)
      return takeColon(colon)
    }
    if !node.outer.isEmpty {
      var pending = node.outer
      try merge(node.inner, into: &pending)
      let isSequence = bytes[Int(tape.records[tape.node(at: hole)].start)] == Byte.leftBracket
      try checkTag(node.outer, isSequence ? .sequence : .mapping)
      tape.properties[outer].nodes = UInt32(truncatingIfNeeded: nodes + aliasedNodes - nodesBefore)
      tape.properties[outer].height = UInt32(lastHeight)
      tape.properties[outer].isOpen = false
    }
    return .entry
  }

  private mutating func takeColon(_ colon: Int) -> Step {
    position = colon
    return takeIndicator(frames.last!.column, .implicitValue)
  }

  /// Begins a mapping if a colon makes the content before the reader its first key.
  private mutating func openMapping(
    _ node: Beginning,
    _ start: Int,
    _ line: Int,
    hole: Int? = nil
  ) throws(Stop) -> Int? {
    guard let colon = colonAfterKey() else { return nil }
    if lineStart != line { throw failKeyOverLines(start, colon) }
    if !node.mayOpen {
      throw failInLine(node.site, at: colon..<colon + 1, isSequence: false)
    }
    if node.hasTabs {
      position = start
      throw failTabBeforeToken()
    }
    try checkKeyLength(start, colon)
    let outer = hole == nil ? node.outer : PendingProperties()
    let height = hole == nil ? 0 : lastHeight
    try open(
      .blockMapping,
      at: start,
      column: node.itsColumn,
      outer,
      hole: hole,
      height: height
    )
    return colon
  }

  /// Puts properties of two lines together, which is what a node of both has.
  mutating func merge(
    _ inner: PendingProperties,
    into outer: inout PendingProperties
  ) throws(Stop) {
    if inner.isEmpty { return }
    if outer.isEmpty {
      outer = inner
      return
    }
    if !inner.anchor.isEmpty {
      if !outer.anchor.isEmpty {
        try report(
          .anchorRepeated,
          inner.anchor.lowerBound - 1..<inner.anchor.upperBound,
          "Only one anchor can stand here, and \(quoted(outer.anchor)) already does; delete one.",
          related: (outer.anchor.lowerBound - 1..<outer.anchor.upperBound, "the first anchor")
        )
      }
      outer.anchor = inner.anchor
    }
    if !inner.tagRange.isEmpty {
      if !outer.tagRange.isEmpty {
        try report(
          .tagRepeated,
          inner.tagRange,
          "Only one tag can stand here, and \(quoted(outer.tagRange)) already does; delete one.",
          related: (outer.tagRange, "the first tag")
        )
      }
      outer.tag = inner.tag
      outer.tagRange = inner.tagRange
    }
    outer.end = inner.end
  }
}
