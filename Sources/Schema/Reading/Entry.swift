public import YAML

/// An entry of a mapping, from the text or from an override.
@usableFromInline
struct Entry {
  /// The key in the text; nil for one that an override added.
  let key: YAMLNode?
  /// The name that an override gave.
  let added: String
  /// Where the key is written.
  @usableFromInline let place: Place
  @usableFromInline var value: YAMLNode
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
  /// Where a reading stood before it went into an entry.
  @usableFromInline
  struct Outer {
    let errorCount: Int
    let source: Int
    let enclosing: Place
  }

  /// Reads the value of an entry, and says whether that went without an error.
  @inlinable
  func value<Value>(of entry: Entry, _ name: String, _ shape: Shape<Value>) -> Written<Value>? {
    let outer = enter(entry, name)
    let value = shape.read(entry.value, self)
    let (place, isSound) = leave(entry, outer)
    guard let value else { return nil }
    return Written(value, at: place, isSound: isSound)
  }

  @usableFromInline
  func enter(_ entry: Entry, _ name: String) -> Outer {
    let outer = Outer(errorCount: errorCount, source: source, enclosing: enclosing)
    enclosing = entry.place
    source = entry.source
    if !overrides.isEmpty { path.append(name) }
    return outer
  }

  /// Goes back out of an entry; gives the place of its value, and whether there was no error in it.
  @usableFromInline
  func leave(_ entry: Entry, _ outer: Outer) -> (place: Place, isSound: Bool) {
    let isText = entry.value.kind == .scalar && !entry.value.isMissing
    let place = isText ? place(of: entry.value) : entry.place
    if !overrides.isEmpty { path.removeLast() }
    source = outer.source
    enclosing = outer.enclosing
    return (place, errorCount == outer.errorCount)
  }

  /// The entries of a mapping that is read now, as the overrides leave them; `isRecord` tells whether its
  /// keys are known ones and not names.
  @usableFromInline
  func entries(of node: YAMLNode, isRecord: Bool) -> [Entry] {
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
    if !overrides.isEmpty { override(&entries, isRecord: isRecord) }
    return entries
  }
}
