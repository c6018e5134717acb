/// Whether a text is well-formed XML of the kind that is written here: a declaration, elements,
/// attributes, text, the five entities; and the names of its elements in order.
struct WellFormed {
  private(set) var isWellFormed = true
  private(set) var names: [String] = []

  init(_ text: String) {
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    guard text.hasPrefix(declaration) else {
      isWellFormed = false
      return
    }
    var open: [String] = []
    var rest = Array(text.unicodeScalars.dropFirst(declaration.unicodeScalars.count))[...]
    while let scalar = rest.first, isWellFormed {
      if !Self.isAllowed(scalar) { isWellFormed = false }
      rest.removeFirst()
      if scalar == "&" { readEntity(&rest) }
      if scalar == ">" { isWellFormed = false }
      guard scalar == "<" else { continue }
      if rest.first == "/" {
        let name = String(String.UnicodeScalarView(rest.dropFirst().prefix { $0 != ">" }))
        rest = rest.drop { $0 != ">" }.dropFirst()
        if open.popLast() != name { isWellFormed = false }
        continue
      }
      let name = String(
        String.UnicodeScalarView(rest.prefix { !" >/".unicodeScalars.contains($0) })
      )
      rest = rest.dropFirst(name.unicodeScalars.count)
      names.append(name)
      if !readAttributes(&rest) { open.append(name) }
    }
    if !open.isEmpty { isWellFormed = false }
  }

  /// Reads to the end of a tag; whether the element ends there.
  private mutating func readAttributes(_ rest: inout ArraySlice<Unicode.Scalar>) -> Bool {
    var isQuoted = false
    while let scalar = rest.popFirst() {
      if !Self.isAllowed(scalar) || scalar == "<" { break }
      if scalar == "&" { readEntity(&rest) }
      if scalar == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if scalar == ">" { return false }
      if scalar == "/", rest.first == ">" {
        rest.removeFirst()
        return true
      }
    }
    isWellFormed = false
    return false
  }

  private mutating func readEntity(_ rest: inout ArraySlice<Unicode.Scalar>) {
    let name = String(String.UnicodeScalarView(rest.prefix { $0 != ";" }.prefix(5)))
    if !["amp", "lt", "gt", "quot", "apos"].contains(name) { isWellFormed = false }
  }

  /// What XML 1.0 lets stand in a document.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10, 13, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
