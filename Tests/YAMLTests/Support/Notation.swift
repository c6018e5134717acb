@testable import YAML

/// Events in the notation of the public test suite, a line each.
enum Notation {
  static func lines(_ tree: YAMLTree) -> [String] {
    ["+STR"] + tree.events.map { line($0.event) } + ["-STR"]
  }

  /// The events of a text that must be right.
  static func lines(_ text: String) throws -> [String] {
    let stream = try YAMLStream.read(text: text, file: "test.yaml")
    return lines(stream.tree)
  }

  static func line(_ event: YAMLEvent) -> String {
    switch event {
    case .documentStart(let hasMarker): "+DOC" + (hasMarker ? " ---" : "")
    case .documentEnd(let hasMarker): "-DOC" + (hasMarker ? " ..." : "")
    case .mappingStart(let style, let anchor, let tag):
      "+MAP" + (style == .flow ? " {}" : "") + properties(anchor, tag)
    case .mappingEnd: "-MAP"
    case .sequenceStart(let style, let anchor, let tag):
      "+SEQ" + (style == .flow ? " []" : "") + properties(anchor, tag)
    case .sequenceEnd: "-SEQ"
    case .scalar(let text, let style, let anchor, let tag):
      "=VAL" + properties(anchor, tag) + " " + mark(style) + escaped(text)
    case .alias(let name): "=ALI *\(name)"
    }
  }

  private static func properties(_ anchor: String?, _ tag: YAMLTag?) -> String {
    (anchor.map { " &\($0)" } ?? "") + (tag.map { " <\($0)>" } ?? "")
  }

  private static func mark(_ style: YAMLStyle) -> String {
    switch style {
    case .singleQuoted: "'"
    case .doubleQuoted: "\""
    case .literal: "|"
    case .folded: ">"
    default: ":"
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{8}": result += "\\b"
      case "\0": result += "\\0"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
