import Text
public import YAML

/// The keys of a mapping, asked for one by one.
///
/// A record's initialiser asks for every key it has. In describing mode the questions themselves are
/// what is wanted, and the answers are placeholders.
public struct Keys {
  /// The reading; nil in describing mode.
  public let reading: Reading?
  /// The key of the entry around the mapping, or the start of the document.
  public let place: Place
  private(set) var description: RecordForm?
  private var entries: [Entry]
  /// Keys that are not written and whose defaults somebody chose.
  private var defaults: [String] = []
  /// The names that were asked for, where someone wants to know.
  var asked: [String]?
  /// Where to look first: keys mostly come in the order of their declaration.
  private var next = 0

  @usableFromInline
  init(_ node: YAMLNode, _ reading: Reading) {
    self.reading = reading
    place = reading.enclosing
    entries = reading.entries(of: node, isRecord: true)
  }

  /// The keys of a mapping that is not written.
  @usableFromInline
  init(absentIn reading: Reading) {
    self.reading = reading
    place = reading.enclosing
    entries = []
    if !reading.overrides.isEmpty { reading.override(&entries, isRecord: true) }
  }

  @usableFromInline
  init(describing type: any Record.Type) {
    reading = nil
    place = Place(source: 0, 0..<0)
    entries = []
    description = RecordForm(name: type.name, summary: type.summary)
  }

  /// Whether the declarations themselves are wanted and every value is a placeholder.
  public var isDescribing: Bool { description != nil }

  @usableFromInline
  mutating func noteDefault(_ name: String) { defaults.append(name) }

  /// Records a declaration, in describing mode.
  @usableFromInline
  mutating func describe(
    _ name: String,
    _ summary: String,
    _ absence: KeyForm.Absence,
    _ source: Source,
    _ example: String?,
    _ form: () -> Form
  ) {
    description?.add(
      KeyForm(
        name: name,
        summary: summary,
        form: form(),
        absence: absence,
        source: source,
        example: example
      )
    )
  }

  mutating func declare(_ key: @autoclosure () -> KeyForm) {
    description?.add(key())
  }

  mutating func declare(_ choice: RecordForm.Choice) {
    description?.choices.append(choice)
  }

  /// The entry of this name, which counts as asked for from now on.
  @usableFromInline
  mutating func take(_ name: String) -> Entry? {
    asked?.append(name)
    for offset in entries.indices {
      var index = next + offset
      if index >= entries.count { index -= entries.count }
      if entries[index].hasName(name) {
        entries[index].isUsed = true
        next = index + 1 == entries.count ? 0 : index + 1
        return entries[index]
      }
    }
    return nil
  }

  /// Reports what is wrong with the record as a whole; does nothing in describing mode.
  public func report(
    _ rule: Rule,
    at place: Place? = nil,
    _ message: String,
    label: String = "",
    related: [Diagnostic.Related] = [],
    notes: [String] = [],
    fixes: [String] = []
  ) {
    reading?.report(
      rule,
      at: place ?? self.place,
      message,
      label: label,
      related: related,
      notes: notes,
      fixes: fixes
    )
  }

  /// Reports the keys that nobody asked for.
  @usableFromInline
  func finish(_ type: any Record.Type) {
    guard let reading else { return }
    reading.note(type, defaults)
    for entry in entries where !entry.isUsed {
      guard reading.isKeeping else {
        reading.count(.error)
        continue
      }
      let form = reading.form(of: type)
      guard entry.key.map({ $0.kind == .scalar }) ?? true else {
        reading.report(.wrongKind, at: entry.place, "A key is a text.", label: "no text")
        continue
      }
      // What is added to an unknown key meets nothing either; once is enough.
      if entry.key == nil { reading.settleOverrides(of: entry.name) }
      let names = form.keys.map(\.name)
      let nearest = nearestNames(to: entry.name, among: names)
      var notes: [String] = []
      if entry.name == "<<" {
        notes.append("keys are not merged; an alias can stand for a whole value")
      } else if nearest.isEmpty, !names.isEmpty {
        notes.append("the keys here are \(Prose.list(names, "and"))")
      }
      let paths = reading.paths(ofKey: entry.name)
      if !paths.isEmpty { notes.append("this key belongs at \(Prose.list(paths, "or"))") }
      reading.report(
        .unknownKey,
        at: entry.place,
        "\(Prose.quoted(entry.name)) is no key of `\(form.name)`.",
        label: nearest.first.map { "did you mean `\($0)`?" } ?? "unknown key",
        notes: notes,
        fixes: nearest
      )
    }
  }
}
