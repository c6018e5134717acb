/// A value to put in the place of what a file says, at every path that matches a pattern.
public struct Override: Hashable, Sendable {
  /// The pattern: segments separated by dots; `*` stands for any one; a segment with a dot in it stands
  /// in double quotes; items of a list are counted from 1.
  public let path: String
  /// The value, as it would be written in the file.
  public let value: String
  /// Where the override comes from, for diagnostics; such as `--set`.
  public let origin: String

  /// The value `value` at `path`.
  public init(path: String, value: String, origin: String) {
    self.path = path
    self.value = value
    self.origin = origin
  }

  /// `path=value`; nil without an equals sign.
  public init?(_ text: String, origin: String) {
    var isQuoted = false
    let sign = text.utf8.firstIndex { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == UInt8(ascii: "=") && !isQuoted
    }
    guard let sign else { return nil }
    self.init(
      path: String(text[..<sign]),
      value: String(text[text.index(after: sign)...]),
      origin: origin
    )
  }
}

extension Override {
  /// The name of its text, for diagnostics.
  var name: String { "\(origin) \(path)" }

  /// One step of a path.
  enum Segment: Hashable {
    case any
    case name(String)

    func matches(_ name: String) -> Bool { self == .any || self == .name(name) }
  }

  /// The segments of the path; nil where one is empty or a quotation mark is left open.
  var segments: [Segment]? {
    var segments: [Segment] = []
    var rest = path[...]
    while true {
      if rest.first == "\"" {
        guard let end = rest.dropFirst().firstIndex(of: "\"") else { return nil }
        segments.append(.name(String(rest[rest.index(after: rest.startIndex)..<end])))
        rest = rest[rest.index(after: end)...]
      } else {
        let word = rest.prefix { $0 != "." }
        if word.isEmpty || word.contains("\"") { return nil }
        segments.append(word == "*" ? .any : .name(String(word)))
        rest = rest[word.endIndex...]
      }
      if rest.isEmpty { return segments }
      guard rest.first == "." else { return nil }
      rest = rest.dropFirst()
    }
  }
}
