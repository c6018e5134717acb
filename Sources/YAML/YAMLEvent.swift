/// What a text says, piece by piece in its order, with aliases as they are written.
public enum YAMLEvent: Hashable, Sendable {
  /// A document begins, with `---` or without.
  case documentStart(hasMarker: Bool)
  /// A document ends, with `...` or without.
  case documentEnd(hasMarker: Bool)
  /// A mapping begins; its keys and values follow in turn.
  case mappingStart(YAMLStyle, anchor: String?, tag: YAMLTag?)
  /// The innermost mapping ends.
  case mappingEnd
  /// A sequence begins; its items follow.
  case sequenceStart(YAMLStyle, anchor: String?, tag: YAMLTag?)
  /// The innermost sequence ends.
  case sequenceEnd
  /// A scalar.
  case scalar(String, YAMLStyle, anchor: String?, tag: YAMLTag?)
  /// An alias to the anchor of this name.
  case alias(String)
}

extension YAMLStream {
  /// The events of all documents with their spans; an end has the span of what it ends.
  public var events: [(event: YAMLEvent, span: YAMLSpan)] { tree.events }
}

extension YAMLTree {
  var events: [(event: YAMLEvent, span: YAMLSpan)] {
    var events: [(event: YAMLEvent, span: YAMLSpan)] = []
    var open: [Int] = []
    var index = 0
    var first = 0
    while true {
      while let last = open.last, Int(tape.records[last].link) == index {
        open.removeLast()
        let event: YAMLEvent =
          switch tape.records[last].kind {
          case .document: .documentEnd(hasMarker: tape.records[last].marks & 2 != 0)
          case .mapping: .mappingEnd
          default: .sequenceEnd
          }
        events.append((event, span(last)))
      }
      if index == tape.records.count { return events }
      let record = tape.records[index]
      let node = YAMLNode(tree: self, index: first)
      switch record.kind {
      case .properties, .hole:
        index += 1
        continue
      case .document:
        events.append((.documentStart(hasMarker: record.marks & 1 != 0), span(index)))
        open.append(index)
      case .mapping:
        events.append(
          (.mappingStart(record.style, anchor: node.anchor, tag: node.tag), span(index))
        )
        open.append(index)
      case .sequence:
        events.append(
          (.sequenceStart(record.style, anchor: node.anchor, tag: node.tag), span(index))
        )
        open.append(index)
      case .scalar:
        events.append(
          (.scalar(node.text, record.style, anchor: node.anchor, tag: node.tag), span(index))
        )
      case .alias: events.append((.alias(node.anchor ?? ""), span(index)))
      }
      index += 1
      first = index
    }
  }
}
