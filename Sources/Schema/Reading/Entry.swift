import YAML

/// An entry of a mapping, from the text or from an override.
struct Entry {
  /// The key in the text; nil for one that an override added.
  let key: YAMLNode?
  /// The name that an override gave.
  let added: String
  /// Where the key is written.
  let place: Place
  var value: YAMLNode
  /// The text in which the value stands.
  var source: Int
  var isUsed = false

  var name: String { key?.text ?? added }

  func hasName(_ name: String) -> Bool {
    guard let key else { return added == name }
    let text = key.utf8
    return text.count == name.utf8.count && text.elementsEqual(name.utf8) && key.kind == .scalar
  }
}

extension Reading {
  /// The entries of a mapping that is read now, as the overrides leave them.
  func entries(of node: YAMLNode) -> [Entry] {
    var entries: [Entry] = []
    for entry in node.entries {
      entries.append(
        Entry(
          key: entry.key,
          added: "",
          place: place(of: entry.key),
          value: entry.value,
          source: source
        )
      )
    }
    if !overrides.isEmpty { override(&entries) }
    return entries
  }
}

extension Entry {
  func placed(at place: Place) -> Entry {
    Entry(key: key, added: added, place: place, value: value, source: source)
  }
}
