import Schema
import Topology
import YAML

/// A key of a topology, or a name that its author gives: where it stands, and what the schema knows.
struct KeySite: Sendable {
  /// The keys and names from the top, its own last; items of lists are numbers.
  let path: [String]
  /// The bytes of its name, and of its value.
  let key: Range<Int>
  let value: Range<Int>
  /// The line of the name, counted from 1.
  let line: Int
  /// The kind of its value, and the text of a scalar.
  let kind: YAMLNode.Kind
  let text: String
  /// Whether it stands in braces.
  let isInFlow: Bool
  /// What is declared of it; nil for a name that the author gives.
  let form: KeyForm?

  var name: String { path.joined(separator: "/") }
}

/// A scalar of a topology.
struct ScalarSite: Sendable {
  /// The key that it is the name of, or the value of.
  let path: [String]
  let range: Range<Int>
  let line: Int
  let text: String
  let isValue: Bool
  let isPlain: Bool
}

/// All keys and scalars of a text.
struct KeySites {
  private(set) var keys: [KeySite] = []
  private(set) var scalars: [ScalarSite] = []
  let bytes: [UInt8]

  var plainScalars: [ScalarSite] { scalars.filter(\.isPlain) }

  private static let index = SchemaIndex(Topologies.root)
  private let source: YAMLSource

  init(_ text: String) throws {
    bytes = Array(text.utf8)
    let stream = try YAMLStream.read(bytes, file: "site.yaml")
    source = stream.source
    visit(try stream.onlyDocument().root, [])
  }

  private mutating func visit(_ node: YAMLNode, _ path: [String]) {
    switch node.kind {
    case .scalar: add(node, path, isValue: true)
    case .sequence:
      for (number, item) in node.items.enumerated() { visit(item, path + ["\(number)"]) }
    case .mapping:
      for entry in node.entries {
        let own = path + [entry.key.text]
        keys.append(
          KeySite(
            path: own,
            key: entry.key.range,
            value: entry.value.range,
            line: source.place(at: entry.key.range.lowerBound).line,
            kind: entry.value.kind,
            text: entry.value.text,
            isInFlow: node.style == .flow,
            form: Self.form(own)
          )
        )
        add(entry.key, own, isValue: false)
        visit(entry.value, own)
      }
    }
  }

  private mutating func add(_ node: YAMLNode, _ path: [String], isValue: Bool) {
    scalars.append(
      ScalarSite(
        path: path,
        range: node.range,
        line: source.place(at: node.range.lowerBound).line,
        text: node.text,
        isValue: isValue,
        isPlain: node.style == .plain
      )
    )
  }

  /// What the schema declares at a path. Names may hold dots, so steps are compared one by one.
  private static func form(_ path: [String]) -> KeyForm? {
    index.items.first { item in
      let steps = item.path.split(separator: ".")
      return steps.count == path.count && steps.last! != "*"
        && zip(steps, path).allSatisfy { $0 == "*" || $0 == $1 }
    }?
    .key
  }

  /// The text with some bytes replaced.
  func replacing(_ range: Range<Int>, with text: String) -> String {
    String(
      decoding: bytes[..<range.lowerBound] + Array(text.utf8) + bytes[range.upperBound...],
      as: UTF8.self
    )
  }

  /// The text without a key and its value.
  func deleting(_ site: KeySite) -> String {
    if site.isInFlow {
      var end = site.value.upperBound
      var start = site.key.lowerBound
      while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x0A { end += 1 }
      if end < bytes.count, bytes[end] == 0x2C {
        end += 1
        while end < bytes.count, bytes[end] == 0x20 { end += 1 }
      } else {
        // The last one takes the comma before it along.
        end = site.value.upperBound
        var before = start
        while before > 0, [0x20, 0x0A].contains(bytes[before - 1]) { before -= 1 }
        if before > 0, bytes[before - 1] == 0x2C { start = before - 1 }
      }
      return replacing(start..<end, with: "")
    }
    var start = site.key.lowerBound
    while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
    // The first key of an item of a list leaves the dash to the next one.
    if start > 0, bytes[start - 1] == 0x2D {
      return replacing(site.key.lowerBound..<site.value.upperBound, with: "{}")
    }
    var end = site.value.upperBound
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return replacing(start..<min(end + 1, bytes.count), with: "")
  }
}
