import Text

/// Every key that a document may have, by its path: `hosts.*.memory`, where `*` is a name that the user
/// gives or an item of a list.
public struct SchemaIndex: Sendable {
  /// The keys in the order of their declaration, those of a record after its own key.
  public private(set) var items: [Item] = []
  /// The records, each once, the document's first.
  public private(set) var records: [RecordForm] = []

  /// A key at a path.
  public struct Item: Sendable {
    /// The steps from the top of the document, joined by dots.
    public let path: String
    /// The name of the record that declares it.
    public let record: String
    /// What is known of it.
    public let key: KeyForm

    let steps: [Step]
  }

  enum Step: Hashable {
    case key(String)
    /// A name that the user gives, such as this one.
    case name(String)
    case item

    var word: String { if case .key(let name) = self { name } else { "*" } }
  }

  /// Every key of documents of the record `root`.
  public init(_ root: any Record.Type) {
    var index = Walk()
    index.add(root, at: [])
    items = index.items
    records = index.records
  }

  /// The keys that someone may mean by `query`: those of that path, with names in the place of `*` as
  /// one likes; or else whose path ends so; or else that have the word in their names.
  public func find(_ query: String) -> [Item] {
    let segments = query.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let exact = items.filter { $0.steps.count == segments.count && ends($0, with: segments) }
    // A path may be met exactly by its words and besides through a `*`.
    let literal = exact.filter { $0.path == query }
    if !literal.isEmpty { return literal }
    if !exact.isEmpty { return exact }
    let suffix = items.filter { ends($0, with: segments) && $0.steps.last?.word == segments.last }
    if !suffix.isEmpty { return suffix }
    let word = query.lowercased()
    if word.utf8.count < 2 { return [] }
    return items.filter { $0.key.name.lowercased().contains(word) }
  }

  /// The record of this name.
  public func record(_ name: String) -> RecordForm? { records.first { $0.name == name } }

  /// Paths that someone may have meant who wrote `query`, at most three.
  public func nearest(to query: String) -> [String] {
    let segments = query.split(separator: ".").map(String.init)
    let last = segments.last ?? query
    // Keys of the same record before those of others.
    let siblings = items.filter { item in
      item.steps.count == segments.count
        && zip(item.steps, segments).dropLast().allSatisfy { $0.word == "*" || $0.word == $1 }
    }
    for some in [siblings, items] {
      var names: [String] = []
      for item in some where !names.contains(item.key.name) { names.append(item.key.name) }
      let near = nearestNames(to: last, among: names)
        .compactMap { name in some.first { $0.key.name == name }?.path }
      if !near.isEmpty { return near }
    }
    return nearestNames(to: query, among: items.map(\.path))
  }

  private func ends(_ item: Item, with segments: [String]) -> Bool {
    guard item.steps.count >= segments.count else { return false }
    return zip(item.steps.suffix(segments.count), segments).allSatisfy { step, segment in
      step.word == "*" || segment == "*" || step.word == segment
    }
  }
}

extension SchemaIndex {
  private struct Walk {
    var items: [Item] = []
    var records: [RecordForm] = []
    /// The records in which the walk stands; one that contains itself is not entered again.
    private var open: [String] = []

    mutating func add(_ type: any Record.Type, at steps: [Step]) {
      guard !open.contains(type.name) else { return }
      let form: RecordForm
      if let known = records.first(where: { $0.name == type.name }) {
        form = known
      } else {
        form = RecordForm(type)
        records.append(form)
      }
      open.append(form.name)
      for key in form.keys {
        let steps = steps + [.key(key.name)]
        let path = steps.map(\.word).joined(separator: ".")
        items.append(Item(path: path, record: form.name, key: key, steps: steps))
        add(key.form, at: steps)
      }
      open.removeLast()
    }

    mutating func add(_ form: Form, at steps: [Step]) {
      switch form {
      case .scalar: break
      case .list(let item, _): add(item, at: steps + [.item])
      case .named(let name, let content):
        add(content, at: steps + [.name(name.examples.first ?? "NAME")])
      case .record(let type): add(type, at: steps)
      case .either(let forms): for form in forms { add(form, at: steps) }
      }
    }
  }
}
