public import YAML

extension Shape where Value: Record {
  /// A mapping with known keys.
  @inlinable
  public static func record(_ type: Value.Type) -> Shape {
    Shape(
      .mapping,
      form: { .record(type) },
      placeholder: {
        var keys = Keys(describing: type)
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
  @inlinable
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
  @inlinable
  public static func named<Content>(
    _ name: Shape<String>,
    of content: Shape<Content>
  ) -> Shape where Value == [Named<Content>] {
    Shape(
      .mapping,
      form: { .named(name.scalarForm, of: content.form) },
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
  @inlinable
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
  @inlinable
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

extension Shape {
  /// The form of a shape of scalars.
  @usableFromInline var scalarForm: ScalarForm {
    guard case .scalar(let form) = form else { fatalError("a name is a scalar") }
    return form
  }
}

extension Reading {
  @inlinable
  func items<Item>(
    of node: YAMLNode,
    _ shape: Shape<Item>,
    atLeast least: Int
  ) -> [Written<Item>]? {
    reportTag(node)
    var items: [Written<Item>] = []
    var count = 0
    // Where nothing more is kept, nothing more is looked for.
    for item in node.items where isKeeping {
      count += 1
      let (entry, name) = entry(of: item, number: count)
      if let value = value(of: entry, name, shape) { items.append(value) }
    }
    if count < least {
      reportTooFew(count, least)
      return nil
    }
    return items
  }

  @inlinable
  func named<Content>(
    _ node: YAMLNode,
    _ name: Shape<String>,
    _ shape: Shape<Content>
  ) -> [Named<Content>] {
    reportTag(node)
    var values: [Named<Content>] = []
    for entry in entries(of: node, isRecord: false) where isKeeping {
      let name = self.name(of: entry, name)
      guard let value = value(of: entry, name?.value ?? "", shape), let name else { continue }
      values.append(Named(name, value.value, at: value.place))
    }
    return values
  }

  /// An item of a list as an entry, and its number as a name, which only overrides want to know.
  @usableFromInline
  func entry(of item: YAMLNode, number: Int) -> (entry: Entry, name: String) {
    var entry = Entry(key: nil, added: "", place: place(of: item), value: item, source: source)
    if overrides.isEmpty { return (entry, "") }
    override(&entry, number: number)
    return (entry, "\(number)")
  }

  @usableFromInline
  func reportTooFew(_ count: Int, _ least: Int) {
    report(
      .wrongCount,
      at: enclosing,
      count == 0 ? "The list is empty." : "The list has \(count) of at least \(least) items.",
      label: "at least \(least) needed"
    )
  }

  /// The name under which an entry stands; nil where it is none, which is reported.
  @usableFromInline
  func name(of entry: Entry, _ shape: Shape<String>) -> Written<String>? {
    // An override says what to look for in its own words.
    guard let key = entry.key else { return Written(entry.added, at: entry.place) }
    return shape.read(key, self).map { Written($0, at: entry.place) }
  }
}
