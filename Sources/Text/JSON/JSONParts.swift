/// JSON that is made while it is written, so that no more of it is in memory at a time than a part.
///
/// Its text is that of the same JSON in one piece.
public indirect enum JSONParts {
  /// A value that is small enough to be made in one piece.
  case value(() -> JSON)
  /// Values in order, none of which is a number, each made when its turn comes.
  case list(count: Int, (Int) -> JSONParts)
  /// Named parts in order.
  case object([(name: String, parts: JSONParts)])

  /// All of it in one piece.
  public var json: JSON {
    switch self {
    case .value(let make): make()
    case .list(let count, let make): .array((0..<count).map { make($0).json })
    case .object(let members): .object(members.map { JSON.Member($0.name, $0.parts.json) })
    }
  }

  /// Hands over the text that `JSON.encoded()` gives, in pieces; every number in it must be finite.
  public func encode<Failure: Error>(
    to write: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var text = ""
    try add(to: &text, margin: "\n", path: "", write)
    try write(text + "\n")
  }

  /// The whole text; every number in it must be finite.
  public func encoded() -> String {
    var text = ""
    encode { text += $0 }
    return text
  }

  private func add<Failure: Error>(
    to text: inout String,
    margin: String,
    path: String,
    _ write: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let inner = margin + "  "
    switch self {
    case .value(let make):
      do throws(NotFinite) {
        try make().write(to: &text, margin: margin, path: path)
      } catch {
        preconditionFailure("a number is not finite: \(error.path)")
      }
    case .list(let count, let make):
      if count == 0 { return text += "[]" }
      for index in 0..<count {
        text += (index == 0 ? "[" : ",") + inner
        try make(index).add(to: &text, margin: inner, path: "\(path)[\(index)]", write)
      }
      text += margin + "]"
    case .object(let members):
      if members.isEmpty { return text += "{}" }
      for (index, member) in members.enumerated() {
        text += (index == 0 ? "{" : ",") + inner
        JSON.write(member.name, to: &text)
        text += ": "
        let place = path.isEmpty ? member.name : path + "." + member.name
        try member.parts.add(to: &text, margin: inner, path: place, write)
      }
      text += margin + "}"
    }
    if text.utf8.count >= 1 << 16 {
      try write(text)
      text = ""
    }
  }
}

extension JSONParts: ExpressibleByDictionaryLiteral {
  /// An object with the members in the order of the literal.
  public init(dictionaryLiteral members: (String, JSONParts)...) {
    self = .object(members.map { ($0.0, $0.1) })
  }
}
