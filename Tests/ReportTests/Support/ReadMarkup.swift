/// A page read back by a plain reader of its own: its tags with their attributes, and its text.
struct ReadMarkup {
  /// An element as it opens.
  struct Element {
    let tag: String
    let attributes: [(name: String, value: String)]

    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private(set) var elements: [Element] = []
  /// The texts between tags, with what was escaped as it was.
  private(set) var texts: [String] = []
  /// The style sheet as it stands on the page.
  private(set) var style = ""
  /// What is wrong with the page; nil where every tag is closed where it should be.
  private(set) var complaint: String?

  init(_ bytes: [UInt8]) {
    var rest = String(decoding: bytes, as: UTF8.self)[...]
    if rest.hasPrefix("<!DOCTYPE html>") { rest = rest.dropFirst(15) }
    var open: [String] = []
    while !rest.isEmpty, complaint == nil {
      guard rest.first == "<" else {
        let text = rest.prefix { $0 != "<" }
        if text.contains(">") { complaint = "a bare > in \(text)" }
        texts.append(Self.unescaped(text))
        rest = rest[text.endIndex...]
        continue
      }
      guard let end = rest.firstIndex(of: ">") else {
        complaint = "a tag that does not end"
        break
      }
      let tag = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        if open.popLast() != String(tag.dropFirst()) {
          complaint = "</\(tag.dropFirst())> too early"
        }
        continue
      }
      let element = Self.element(tag)
      elements.append(element)
      if element.tag == "style" {
        let sheet = rest.prefix { $0 != "<" }
        style = String(sheet)
        rest = rest[sheet.endIndex...]
      }
      if !["meta", "link"].contains(element.tag) { open.append(element.tag) }
    }
    if !open.isEmpty, complaint == nil { complaint = "open at the end: \(open)" }
  }

  private static func element(_ text: Substring) -> Element {
    let name = text.prefix { $0 != " " }
    var rest = text[name.endIndex...]
    var attributes: [(String, String)] = []
    while let equals = rest.firstIndex(of: "=") {
      let value = rest[equals...].dropFirst(2).prefix { $0 != "\"" }
      attributes.append((String(rest[..<equals].dropFirst()), unescaped(value)))
      rest = rest[value.endIndex...].dropFirst()
    }
    return Element(tag: String(name), attributes: attributes)
  }

  private static func unescaped(_ text: Substring) -> String {
    let whole = text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
    return String(whole.replacing("&amp;", with: "&"))
  }

  /// The tags and the names of their attributes: what no name of a topology may change.
  var skeleton: [String] {
    elements.map { "\($0.tag) \($0.attributes.map(\.name).joined(separator: " "))" }
  }
}
