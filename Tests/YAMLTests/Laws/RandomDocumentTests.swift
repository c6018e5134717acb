import Testing

@testable import YAML

/// What holds for every text, over random ones.
@Suite("YAML laws")
struct RandomDocumentTests {
  static let seeds: [UInt64] = Array(1...400)

  @Test("a random document is read as it was meant")
  func events() throws {
    for seed in Self.seeds {
      let (text, events) = Writer.document(seed)
      let (tree, problems, _) = YAMLTree.read(
        Array(text.utf8),
        file: "seed \(seed)",
        limits: YAMLLimits()
      )
      if !problems.isEmpty || Notation.lines(tree) != events {
        let found = Notation.lines(tree)
        let index = zip(found, events).prefix { $0 == $1 }.count
        Issue.record(
          "seed \(seed): \(problems.first.map(String.init(describing:)) ?? "event \(index): \(found[index]), not \(events[index])")\n\(text)"
        )
        return
      }
    }
  }

  @Test("the breaks of the three systems mean the same")
  func breaks() throws {
    for seed in Self.seeds.prefix(150) {
      let (text, events) = Writer.document(seed)
      for lineBreak in ["\r\n", "\r"] {
        let other = text.replacing("\n", with: lineBreak)
        let stream = try YAMLStream.read(text: other, file: "seed \(seed)")
        #expect(Notation.lines(stream.tree) == events, "seed \(seed)")
        let places = stream.events.map {
          [$0.span.start.line, $0.span.start.column, $0.span.end.line, $0.span.end.column]
        }
        let expected = try YAMLStream.read(text: text, file: "").events.map {
          [$0.span.start.line, $0.span.start.column, $0.span.end.line, $0.span.end.column]
        }
        #expect(places == expected, "seed \(seed)")
      }
    }
  }

  @Test("the span of a scalar, read again alone, gives the scalar; lines and columns count right")
  func spans() throws {
    for seed in Self.seeds.prefix(250) {
      let (text, _) = Writer.document(seed)
      let stream = try YAMLStream.read(text: text, file: "seed \(seed)")
      let bytes = Array(text.utf8)
      for (event, span) in stream.events {
        #expect(span.start == slowPlace(bytes, span.start.offset), "seed \(seed)")
        #expect(span.end == slowPlace(bytes, span.end.offset), "seed \(seed)")
        guard case .scalar(let meant, let style, _, _) = event else { continue }
        let piece = String(decoding: bytes[span.start.offset..<span.end.offset], as: UTF8.self)
        if piece.isEmpty {
          #expect(meant == "" && style == .plain)
          continue
        }
        let head = piece.prefix { $0 != "\n" }
        if style == .literal || style == .folded {
          // Alone it stands at the top, where a digit is not read; and its last breaks are not its own.
          if head.contains(where: \.isNumber) { continue }
          let again = try YAMLStream.read(text: piece, file: "").documents[0].root
          #expect(trimmed(again.text) == trimmed(meant), "seed \(seed)")
          continue
        }
        let again = try YAMLStream.read(text: piece, file: "").documents[0].root
        #expect(again.text == meant && again.style == style, "seed \(seed): \(piece)")
        #expect(again.span.end.offset == piece.utf8.count)
      }
    }
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  private func slowPlace(_ bytes: [UInt8], _ offset: Int) -> YAMLPlace {
    var (line, column) = (1, 1)
    for byte in bytes[..<offset] {
      if byte == 0x0A { (line, column) = (line + 1, 1) } else if byte & 0xC0 != 0x80 { column += 1 }
    }
    return YAMLPlace(offset: offset, line: line, column: column)
  }

  @Test("events, written plainly and read again, are the same but for style")
  func roundTrip() throws {
    for seed in Self.seeds.prefix(250) {
      let events = try YAMLStream.read(text: Writer.document(seed).text, file: "").events.map(
        \.event
      )
      let plain = PlainText.write(events)
      let again = try YAMLStream.read(text: plain, file: "seed \(seed)").events.map(\.event)
      #expect(
        again.map(PlainText.withoutStyle) == events.map(PlainText.withoutStyle),
        "seed \(seed)"
      )
    }
  }

  @Test("walking the nodes sees what the events say")
  func walk() throws {
    func walk(_ node: YAMLNode, _ lines: inout [String]) {
      if node.aliasSpan != nil {
        lines.append("=ALI *\(node.anchor ?? "")")
        return
      }
      switch node.kind {
      case .scalar:
        lines.append(
          Notation.line(.scalar(node.text, node.style, anchor: node.anchor, tag: node.tag))
        )
      case .sequence:
        lines.append(Notation.line(.sequenceStart(node.style, anchor: node.anchor, tag: node.tag)))
        for item in node.items { walk(item, &lines) }
        lines.append("-SEQ")
      case .mapping:
        lines.append(Notation.line(.mappingStart(node.style, anchor: node.anchor, tag: node.tag)))
        for entry in node.entries {
          walk(entry.key, &lines)
          walk(entry.value, &lines)
        }
        lines.append("-MAP")
      }
    }
    for seed in Self.seeds.prefix(150) {
      let (text, events) = Writer.document(seed)
      var lines: [String] = []
      walk(try YAMLStream.read(text: text, file: "seed \(seed)").documents[0].root, &lines)
      #expect(lines == Array(events.dropFirst(2).dropLast(2)), "seed \(seed)")
    }
  }

  /// Events as flow collections and double quotes.
  enum PlainText {
    static func write(_ events: [YAMLEvent]) -> String {
      var text = ""
      var counts: [Int] = []
      var isMapping: [Bool] = []
      func separate() {
        guard let count = counts.last, let inMapping = isMapping.last else { return }
        if count > 0 { text += inMapping && count % 2 == 1 ? ": " : ", " }
        counts[counts.count - 1] += 1
      }
      func properties(_ anchor: String?, _ tag: YAMLTag?) {
        if let anchor { text += "&\(anchor) " }
        if let tag { text += tag == .nonSpecific ? "! " : "!<\(tag)> " }
      }
      for event in events {
        switch event {
        case .documentStart: text += "--- "
        case .documentEnd: text += "\n...\n"
        case .mappingStart(_, let anchor, let tag), .sequenceStart(_, let anchor, let tag):
          separate()
          properties(anchor, tag)
          counts.append(0)
          if case .mappingStart = event { isMapping.append(true) } else { isMapping.append(false) }
          text += isMapping.last! ? "{" : "["
        case .mappingEnd, .sequenceEnd:
          text += isMapping.removeLast() ? "}" : "]"
          counts.removeLast()
        case .scalar(let value, _, let anchor, let tag):
          separate()
          properties(anchor, tag)
          text += "\""
          for scalar in value.unicodeScalars {
            let digits = String(scalar.value, radix: 16)
            text += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
          }
          text += "\""
        case .alias(let name):
          separate()
          text += "*\(name) "
        }
      }
      return text
    }

    static func withoutStyle(_ event: YAMLEvent) -> YAMLEvent {
      switch event {
      case .documentStart: .documentStart(hasMarker: true)
      case .documentEnd: .documentEnd(hasMarker: true)
      case .mappingStart(_, let anchor, let tag): .mappingStart(.flow, anchor: anchor, tag: tag)
      case .sequenceStart(_, let anchor, let tag): .sequenceStart(.flow, anchor: anchor, tag: tag)
      case .scalar(let text, _, let anchor, let tag):
        .scalar(text, .plain, anchor: anchor, tag: tag)
      default: event
      }
    }
  }
}
