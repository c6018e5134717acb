/// Writes random documents, in all styles, and says which events they have.
///
/// It knows nothing of the reader: what it writes is right by the rules of the specification, each
/// applied where it is easy to see that it is.
struct Writer {
  private(set) var text = ""
  private(set) var events: [String] = []
  private var chance: Chance
  private var anchors: [String] = []
  private var keys = 0

  private init(_ seed: UInt64) { chance = Chance(seed) }

  /// A document of a seed.
  static func document(_ seed: UInt64) -> (text: String, events: [String]) {
    var writer = Writer(seed)
    let hasMarker = writer.chance.once(in: 2)
    writer.events = ["+STR", "+DOC" + (hasMarker ? " ---" : "")]
    if hasMarker { writer.text = "---" }
    writer.root(hasMarker: hasMarker)
    writer.events += ["-DOC", "-STR"]
    return (writer.text, writer.events)
  }

  private mutating func root(hasMarker: Bool) {
    if hasMarker { text += "\n" }
    if chance.once(in: 2) { mapping(column: 0, depth: 3) } else { sequence(column: 0, depth: 3) }
  }

  /// Ends a line, perhaps with a comment, perhaps with blank ones after it.
  private mutating func endLine() {
    if chance.once(in: 6) { text += " # c: [" }
    text += "\n"
    if chance.once(in: 8) { text += chance.pick(["\n", "  # d - e\n", "#\n", "   \n"]) }
  }

  private mutating func indent(_ column: Int) { text += String(repeating: " ", count: column) }

  /// Entries of a mapping, each in lines of its own; the first where the text stands.
  private mutating func mapping(
    column: Int,
    depth: Int,
    isPlaced: Bool = false,
    _ properties: String = ""
  ) {
    events.append("+MAP" + properties)
    for number in 0...chance.below(4) {
      if number > 0 || !isPlaced { indent(column) }
      keys += 1
      if chance.once(in: 8) {
        text += "? "
        flow(depth: 1)
        endLine()
        indent(column)
      } else if chance.once(in: 5) {
        text += "'k\(keys): #'"
        events.append("=VAL 'k\(keys): #")
      } else {
        text += "k\(keys)"
        events.append("=VAL :k\(keys)")
      }
      text += ":"
      value(column: column, depth: depth - 1, mayShareColumn: true)
    }
    events.append("-MAP")
  }

  private mutating func sequence(
    column: Int,
    depth: Int,
    isPlaced: Bool = false,
    _ properties: String = ""
  ) {
    events.append("+SEQ" + properties)
    for number in 0...chance.below(4) {
      if number > 0 || !isPlaced { indent(column) }
      text += "-"
      if depth > 1, chance.once(in: 3) {
        let spaces = 1 + chance.below(3)
        indent(spaces)
        let inner = column + 1 + spaces
        if chance.once(in: 2) {
          mapping(column: inner, depth: depth - 1, isPlaced: true)
        } else {
          sequence(column: inner, depth: depth - 1, isPlaced: true)
        }
      } else {
        value(column: column, depth: depth - 1, mayShareColumn: false)
      }
    }
    events.append("-SEQ")
  }

  /// What stands after `key:` or `-`, up to the end of its last line.
  private mutating func value(column: Int, depth: Int, mayShareColumn: Bool) {
    if chance.once(in: 12) {
      events.append("=VAL :")
      endLine()
      return
    }
    text += " "
    if !anchors.isEmpty, chance.once(in: 10) {
      let name = chance.pick(anchors)
      text += "*\(name)"
      events.append("=ALI *\(name)")
      endLine()
      return
    }
    let inner = column + 1 + chance.below(3)
    let kind = chance.below(depth > 0 ? 8 : 4)
    let (name, properties) = properties(isScalar: [0, 1, 3].contains(kind))
    switch kind {
    case 4, 5:
      endLine()
      mapping(column: inner, depth: depth, properties)
    case 6, 7:
      endLine()
      let shares = mayShareColumn && chance.once(in: 3)
      sequence(column: shares ? column : inner, depth: depth, properties)
    case 3: block(column: column, inner, properties)
    case 2:
      flow(depth: 2, properties)
      endLine()
    default:
      scalar(column: inner, properties, inFlow: false)
      endLine()
    }
    if let name, !anchors.contains(name) { anchors.append(name) }
  }

  /// An anchor, written with a space after it. Scalars set names again that others had.
  private mutating func properties(isScalar: Bool) -> (name: String?, String) {
    if !chance.once(in: 8) { return (nil, "") }
    keys += 1
    let name = isScalar ? "s\(chance.below(5))" : "c\(keys)"
    text += "&\(name) "
    return (name, " &\(name)")
  }

  private mutating func flow(depth: Int, _ properties: String = "") {
    keys += 1
    if chance.once(in: 2) {
      events.append("+SEQ []" + properties)
      text += "["
      events.append("=VAL :u\(keys)")
      text += "u\(keys)"
      for _ in 0..<chance.below(4) {
        text += chance.pick([",", ", ", " , "])
        if chance.once(in: 5) {
          keys += 1
          text += "p\(keys): "
          events += ["+MAP {}", "=VAL :p\(keys)"]
          flowNode(depth)
          events.append("-MAP")
        } else {
          flowNode(depth)
        }
      }
      text += chance.pick(["]", " ]", ",]"])
      events.append("-SEQ")
    } else {
      events.append("+MAP {}" + properties)
      text += "{"
      for number in 0..<1 + chance.below(3) {
        if number > 0 { text += chance.pick([",", ", "]) }
        keys += 1
        if chance.once(in: 2) {
          text += "\"q\(keys)\":"
          events.append("=VAL \"q\(keys)")
          text += chance.pick([" ", ""])
        } else {
          text += "q\(keys): "
          events.append("=VAL :q\(keys)")
        }
        flowNode(depth)
      }
      text += "}"
      events.append("-MAP")
    }
  }

  private mutating func flowNode(_ depth: Int) {
    if depth > 0, chance.once(in: 3) {
      flow(depth: depth - 1)
    } else {
      scalar(column: 0, "", inFlow: true)
    }
  }

  // MARK: Scalars

  private mutating func words() -> [String] {
    (0...chance.below(4)).map { _ in
      chance.pick([
        "mail", "ä€", "a#b", "x:y", "it's", "C:\\dir", "\"q\"", "-", "5.5", "📬", "#", "~", "a,b",
        "]",
      ])
    }
  }

  /// A scalar that is not a block scalar; further lines of it begin at `column`.
  private mutating func scalar(column: Int, _ properties: String, inFlow: Bool) {
    var words = words()
    let isFolded = !inFlow && chance.once(in: 4)
    switch chance.below(3) {
    case 0:
      words = words.filter {
        $0 != "#" && $0 != "-" && !(inFlow && ($0.contains(",") || $0 == "]"))
      }
      words.insert("w", at: 0)
      write(words, column, isFolded, quote: "", properties, mark: ":")
    case 1: write(words, column, isFolded, quote: "'", properties, mark: "'")
    default:
      let tail = chance.pick(["", "\t", "\n", "\u{1}", " "])
      let text = words.joined(separator: " ") + tail
      self.text += "\""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": self.text += "\\\""
        case "\\": self.text += "\\\\"
        case "\n": self.text += "\\n"
        case "\t": self.text += "\\t"
        case "\u{1}": self.text += chance.pick(["\\x01", "\\u0001", "\\U00000001"])
        case " " where isFolded && chance.once(in: 3):
          self.text += chance.pick([
            "\\\n\(String(repeating: " ", count: column))\\ ",
            "\n" + String(repeating: " ", count: column),
          ])
        default: self.text.unicodeScalars.append(scalar)
        }
      }
      self.text += "\""
      events.append("=VAL" + properties + " \"" + escaped(text))
    }
  }

  private mutating func write(
    _ words: [String],
    _ column: Int,
    _ isFolded: Bool,
    quote: String,
    _ properties: String,
    mark: String
  ) {
    var meant = ""
    text += quote
    for (number, word) in words.enumerated() {
      if number > 0 {
        let breaks =
          isFolded && chance.once(in: 2) && !word.hasPrefix("#") ? 1 + chance.below(2) : 0
        if breaks == 0 {
          text += " "
        } else {
          text += String(repeating: "\n", count: breaks) + String(repeating: " ", count: column)
        }
        meant += breaks < 2 ? " " : "\n"
      }
      meant += word
      text += quote == "'" ? word.replacing("'", with: "''") : word
    }
    text += quote
    events.append("=VAL" + properties + " " + mark + escaped(meant))
  }

  /// A block scalar of lines at `inner`.
  private mutating func block(column: Int, _ inner: Int, _ properties: String) {
    let isFolded = chance.once(in: 2)
    let chomping = chance.pick(["", "-", "+"])
    let digit = inner - column
    let isLedBySpace = chance.once(in: 4)
    text += (isFolded ? ">" : "|") + (isLedBySpace ? "\(digit)" : "") + chomping
    text += chance.pick(["\n", " # c\n"])
    var meant = ""
    var wasSpaced = false
    for number in 0...chance.below(3) {
      let blank = number > 0 ? chance.below(2) : 0
      let isSpaced = number == 0 ? isLedBySpace : chance.once(in: 3)
      let line = (isSpaced ? "  " : "") + words().joined(separator: " ")
      if number > 0 {
        text += String(repeating: "\n", count: 1 + blank)
        let folds = isFolded && !isSpaced && !wasSpaced
        meant +=
          folds && blank == 0 ? " " : String(repeating: "\n", count: folds ? blank : blank + 1)
      }
      indent(inner)
      text += line
      meant += line
      wasSpaced = isSpaced
    }
    let blank = chance.below(3)
    text += String(repeating: "\n", count: 1 + blank)
    meant += chomping == "-" ? "" : String(repeating: "\n", count: chomping == "+" ? 1 + blank : 1)
    events.append("=VAL" + properties + " " + (isFolded ? ">" : "|") + escaped(meant))
  }

  private func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\t", with: "\\t")
  }
}
