import YAML

extension Shape where Value: Record {
  /// A mapping with known keys.
  public static func record(_ type: Value.Type) -> Shape {
    Shape(
      .mapping,
      form: { .record(type) },
      placeholder: {
        var keys = Keys(describing: RecordForm(name: type.name, summary: type.summary))
        return type.init(&keys)
      },
      write: { _ in "{ … }" },
      read: { node, reading in
        reading.reportTag(node)
        var keys = Keys(node, reading)
        let value = type.init(&keys)
        keys.finish(type)
        return value
      }
    )
  }
}

extension Shape {
  /// Items in order, each with its place.
  public static func list<Item>(
    of item: Shape<Item>,
    atLeast least: Int = 0
  ) -> Shape where Value == [Written<Item>] {
    Shape(
      .sequence,
      form: { .list(of: item.form, atLeast: least) },
      placeholder: { [] },
      write: { "[" + $0.map { item.text(of: $0.value) }.joined(separator: ", ") + "]" },
      read: { node, reading in reading.items(of: node, item, atLeast: least) }
    )
  }

  /// Entries under names that the user gives, in the order of the text.
  ///
  /// - Parameters:
  ///   - name: what the names may be.
  ///   - content: what stands under them.
  public static func named<Content>(
    _ name: Shape<String>,
    of content: Shape<Content>
  ) -> Shape where Value == [Named<Content>] {
    Shape(
      .mapping,
      form: {
        guard case .scalar(let form) = name.form else { fatalError("a name is a scalar") }
        return .named(form, of: content.form)
      },
      placeholder: { [] },
      write: { values in
        let entries = values.map { "\($0.name.value): \(content.text(of: $0.value))" }
        return entries.isEmpty ? "{}" : "{ " + entries.joined(separator: ", ") + " }"
      },
      read: { node, reading in reading.named(node, name, content) }
    )
  }

  /// One of several shapes of the same value, told apart by what stands there: a text, a list or a
  /// mapping.
  public static func either(_ shapes: Shape...) -> Shape {
    let kinds = shapes.reduce(into: NodeKinds()) { kinds, shape in
      precondition(
        kinds.isDisjoint(with: shape.kinds),
        "two shapes of one kind cannot be told apart"
      )
      kinds.formUnion(shape.kinds)
    }
    return Shape(
      kinds,
      form: { .either(shapes.map(\.form)) },
      placeholder: { shapes[0].placeholder },
      write: { shapes[0].text(of: $0) },
      read: { node, reading in
        shapes.first { $0.kinds.contains(NodeKinds(node.kind)) }?.read(node, reading)
      }
    )
  }

  /// This shape, or the word `word`, which means `value`.
  public func or(
    _ word: String,
    means value: Value,
    _ meaning: String
  ) -> Shape where Value: Equatable {
    Shape(
      kinds.union(.scalar),
      form: { .either([.scalar(.words([.init(word: word, meaning: meaning)])), self.form]) },
      placeholder: { value },
      write: { $0 == value ? word : self.text(of: $0) },
      read: { node, reading in
        if node.kind == .scalar, node.utf8.elementsEqual(word.utf8) { return value }
        return self.read(node, reading)
      }
    )
  }
}

extension Reading {
  fileprivate func items<Item>(
    of node: YAMLNode,
    _ shape: Shape<Item>,
    atLeast least: Int
  ) -> [Written<Item>]? {
    reportTag(node)
    var items: [Written<Item>] = []
    var count = 0
    for item in node.items {
      count += 1
      var entry = Entry(key: nil, added: "", place: place(of: item), value: item, source: source)
      if item.isMissing { entry = entry.placed(at: enclosing) }
      if !overrides.isEmpty { override(&entry, number: count) }
      if let value = value(of: entry, "\(count)", shape) { items.append(value) }
    }
    if count < least {
      report(
        .wrongCount,
        at: enclosing,
        count == 0 ? "The list is empty." : "The list has \(count) of at least \(least) items.",
        label: "at least \(least) needed"
      )
      return nil
    }
    return items
  }

  fileprivate func named<Content>(
    _ node: YAMLNode,
    _ name: Shape<String>,
    _ shape: Shape<Content>
  ) -> [Named<Content>] {
    reportTag(node)
    var values: [Named<Content>] = []
    for entry in entries(of: node) {
      let before = errorCount
      var known: String? = entry.added
      if let key = entry.key { known = name.read(key, self) }
      let text = known ?? ""
      guard let value = value(of: entry, text, shape), known != nil else { continue }
      let isSound = errorCount == before
      values.append(
        Named(Written(text, at: entry.place, isSound: isSound), value.value, at: value.place)
      )
    }
    return values
  }
}
