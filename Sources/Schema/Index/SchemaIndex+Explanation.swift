public import Text

extension SchemaIndex {
  /// What is known of a key, as lines for a terminal.
  public func explanation(of item: Item, style: Style) -> String {
    let key = item.key
    var lines = [style.bold(item.path), "  " + key.summary, ""]
    lines += rows(facts(of: key), style)
    let words = Self.words(of: key.form)
    if !words.isEmpty {
      lines += ["", "  " + style.bold("words")] + Self.table(words.map { ($0.word, $0.meaning) })
    }
    for record in Self.records(in: key.form) {
      lines += ["", "  " + style.bold("keys of \(record.name)")] + Self.table(keyRows(record))
    }
    if let example = example(of: item) {
      lines += ["", "  " + style.bold("example")] + example.map { "    " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is known of a record, as lines for a terminal.
  public func explanation(of record: RecordForm, style: Style) -> String {
    var lines = [style.bold(record.name), "  " + record.summary]
    let paths = items.filter { Self.records(in: $0.key.form).contains { $0.name == record.name } }
    if !paths.isEmpty {
      lines += ["", "  " + style.bold("stands at")] + paths.map { "    " + $0.path }
    }
    lines += ["", "  " + style.bold("keys")] + Self.table(keyRows(record))
    for choice in record.choices {
      lines.append(
        "  \(choice.isRequired ? "exactly" : "at most") one of \(Prose.list(choice.keys, "or"))"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func facts(of key: KeyForm) -> [(String, String)] {
    var facts = [("type", Self.phrase(key.form))]
    for form in Self.scalars(in: key.form) where form.words.isEmpty {
      facts.append(("written", form.summary))
      if !form.examples.isEmpty {
        facts.append(("such as", form.examples.joined(separator: "   ")))
      }
      switch (form.least, form.most) {
      case (let least?, let most?): facts.append(("range", "\(least) to \(most)"))
      case (let least?, nil): facts.append(("range", "\(least) or more"))
      case (nil, let most?): facts.append(("range", "\(most) or less"))
      case (nil, nil): break
      }
    }
    facts.append(("default", Self.absence(of: key)))
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

  private func keyRows(_ record: RecordForm) -> [(String, String)] {
    record.keys.map { key in
      switch key.absence {
      case .refused: (key.name, key.summary + " Required.")
      case .value(let text) where text != "[]" && text != "{}" && text != "{ … }":
        (key.name, key.summary + " Default: \(text).")
      default: (key.name, key.summary)
      }
    }
  }

  private func rows(_ facts: [(String, String)], _ style: Style) -> [String] {
    facts.map { name, value in
      "  \(style.bold(name))" + String(repeating: " ", count: 10 - name.utf8.count) + value
    }
  }

  private static func table(_ rows: [(String, String)]) -> [String] {
    let width = rows.map { displayWidth($0.0) }.max() ?? 0
    return rows.map { name, text in
      "    " + name + String(repeating: " ", count: width - displayWidth(name) + 2) + text
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

  private static func scalars(in form: Form) -> [ScalarForm] {
    switch form {
    case .scalar(let scalar): [scalar]
    case .list(let item, _): scalars(in: item)
    case .named(_, let content): scalars(in: content)
    case .record: []
    case .either(let forms): forms.flatMap(scalars)
    }
  }

  private static func words(of form: Form) -> [ScalarForm.Meaning] {
    scalars(in: form).flatMap(\.words)
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
