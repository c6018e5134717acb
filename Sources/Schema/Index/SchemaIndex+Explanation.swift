public import Text

extension SchemaIndex {
  /// What is known of a key.
  public func page(of item: Item) -> Page {
    let key = item.key
    var blocks: [Page.Block] = [
      .rows(title: "", facts(of: key)),
      .rows(title: "words", key.form.words.map { .init($0.word, $0.meaning) }),
    ]
    blocks += Self.records(in: key.form).map { record in
      .rows(title: "keys of \(record.name)", keyRows(record))
    }
    blocks.append(.lines(title: "example", example(of: item) ?? []))
    return Page(item.path, key.summary, blocks)
  }

  /// What is known of a record.
  public func page(of record: RecordForm) -> Page {
    let paths = items.filter { Self.records(in: $0.key.form).contains { $0.name == record.name } }
    let choices = record.choices.map { choice in
      Page.Block.paragraph(
        "\(choice.isRequired ? "Exactly" : "At most") one of \(Prose.list(choice.keys, "or"))."
      )
    }
    return Page(
      record.name,
      record.summary,
      [
        .lines(title: "stands at", paths.map(\.path)),
        .rows(title: "keys", keyRows(record)),
      ] + choices
    )
  }

  private func facts(of key: KeyForm) -> [Page.Row] {
    var facts = [Page.Row("type", Self.phrase(key.form))]
    for form in key.form.scalars where form.words.isEmpty {
      facts.append(.init("written", form.summary))
      if !form.examples.isEmpty {
        facts.append(.init("such as", form.examples.joined(separator: ", ")))
      }
      switch (form.least, form.most) {
      case (let least?, let most?): facts.append(.init("range", "\(least) to \(most)"))
      case (let least?, nil): facts.append(.init("range", "\(least) or more"))
      case (nil, let most?): facts.append(.init("range", "\(most) or less"))
      case (nil, nil): break
      }
    }
    facts.append(.init("default", Self.absence(of: key)))
    return facts
  }

  /// What holds where a key is not written, with where that comes from.
  static func absence(of key: KeyForm) -> String {
    switch key.absence {
    case .refused: "none; the key must be written"
    case .value(let text): text + (key.source.words.map { " (\($0))" } ?? "")
    case .section: "the defaults of its own keys"
    case .nothing: "none; the key may be left out"
    case .choice: "none; the key is one of a choice"
    }
  }

  private func keyRows(_ record: RecordForm) -> [Page.Row] {
    record.keys.map { key in
      switch key.absence {
      case .refused: .init(key.name, key.summary + " Required.")
      case .value(let text) where text != "[]" && text != "{}" && text != "{ … }":
        .init(key.name, key.summary + " Default: \(text).")
      default: .init(key.name, key.summary)
      }
    }
  }

  private static func phrase(_ form: Form) -> String {
    switch form {
    case .scalar(let scalar): scalar.noun
    case .list(let item, let least):
      "a list, each item \(phrase(item))" + (least > 0 ? "; at least \(least)" : "")
    case .named(let name, let content):
      "a mapping from names, each \(name.noun), to values, each \(phrase(content))"
    case .record(let type): "a mapping, \(type.name): \(type.summary)"
    case .either(let forms): forms.map(phrase).joined(separator: "; or ")
    }
  }

  private static func records(in form: Form) -> [RecordForm] {
    switch form {
    case .scalar: []
    case .list(let item, _): records(in: item)
    case .named(_, let content): records(in: content)
    case .record(let type): [RecordForm(type)]
    case .either(let forms): forms.flatMap(records)
    }
  }

  /// A piece of a file in which the key stands; nil where no example of it is known.
  private func example(of item: Item) -> [String]? {
    guard let text = item.key.example ?? item.key.form.example else { return nil }
    var lines: [String] = []
    var indentation = ""
    var isItem = false
    for (number, step) in item.steps.enumerated() {
      if case .item = step {
        isItem = true
        continue
      }
      var word = step.word
      if case .name(let name) = step { word = name }
      let start = indentation + (isItem ? "- " : "")
      indentation += isItem ? "    " : "  "
      isItem = false
      guard number == item.steps.count - 1 else {
        lines.append("\(start)\(word):")
        continue
      }
      let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
      if parts.count == 1 {
        lines.append("\(start)\(word): \(text)")
      } else {
        lines += ["\(start)\(word):"] + parts.map { indentation + $0 }
      }
    }
    return lines
  }
}
