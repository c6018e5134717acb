public import Text

/// The form of documents as JSON Schema (2020-12), for editors and validators.
///
/// It accepts what the reader accepts, as far as it can be said there. Validators see what a reader of
/// YAML that guesses types makes of a file, so a scalar that looks like a number may be one.
public enum JSONSchema {
  /// The schema of documents of the record `root`.
  public static func value(of root: any Record.Type, title: String, id: String? = nil) -> JSON {
    let index = SchemaIndex(root)
    var members: [JSON.Member] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema")
    ]
    if let id { members.append(.init("$id", .string(id))) }
    members += [
      .init("title", .string(title)),
      .init("$ref", .string(reference(root.name))),
      .init("$defs", .object(index.records.map { .init($0.name, schema(of: $0)) })),
    ]
    return .object(members)
  }

  private static func reference(_ name: String) -> String { "#/$defs/\(name)" }

  private static func schema(of record: RecordForm) -> JSON {
    var members: [JSON.Member] = [
      .init("type", "object"),
      .init("description", .string(record.summary)),
      .init("properties", .object(record.keys.map { .init($0.name, property($0)) })),
      .init("additionalProperties", .bool(false)),
    ]
    let required = record.keys.filter { $0.absence == .refused }.map(\.name)
    if !required.isEmpty {
      members.append(.init("required", .array(required.map { .string($0) })))
    }
    if !record.choices.isEmpty {
      members.append(.init("allOf", .array(record.choices.map(choice))))
    }
    return .object(members)
  }

  /// Exactly one of the keys, or none where that is allowed.
  private static func choice(_ choice: RecordForm.Choice) -> JSON {
    let each = choice.keys.map { JSON.object([.init("required", .array([.string($0)]))]) }
    let none: JSON = ["not": ["anyOf": .array(each)]]
    return ["oneOf": .array(each + (choice.isRequired ? [] : [none]))]
  }

  private static func property(_ key: KeyForm) -> JSON {
    var description = key.summary
    var members: [JSON.Member] = []
    if case .value(let text) = key.absence {
      description += " Default: " + SchemaIndex.absence(of: key) + "."
      if let value = defaultValue(text, key.form) { members.append(.init("default", value)) }
    }
    let meanings = words(in: key.form).map { "`\($0.word)`: \($0.meaning)" }
    if !meanings.isEmpty { description += "\n\n" + meanings.joined(separator: "\n\n") }
    members.insert(.init("description", .string(description)), at: 0)
    if let example = key.example, case .scalar = key.form {
      members.append(.init("examples", .array([.string(example)])))
    }
    return .object(members + self.members(of: key.form))
  }

  private static func defaultValue(_ text: String, _ form: Form) -> JSON? {
    if text == "[]" { return .array([]) }
    if text == "{}" { return .object([]) }
    guard case .scalar(let scalar) = form else { return nil }
    if scalar.guesses.contains(.boolean), text == "true" || text == "false" {
      return .bool(text == "true")
    }
    if scalar.guesses.contains(.integer), let number = Int(text) { return .integer(number) }
    return .string(text)
  }

  private static func words(in form: Form) -> [ScalarForm.Meaning] {
    switch form {
    case .scalar(let scalar): scalar.words
    case .either(let forms): forms.flatMap(words)
    default: []
    }
  }

  private static func members(of form: Form) -> [JSON.Member] {
    switch form {
    case .scalar(let scalar): members(of: scalar)
    case .list(let item, let least):
      [.init("type", "array"), .init("items", .object(members(of: item)))]
        + (least > 0 ? [.init("minItems", .integer(least))] : [])
    case .named(let name, let content):
      [
        .init("type", "object"), .init("propertyNames", .object(keyMembers(of: name))),
        .init("additionalProperties", .object(members(of: content))),
      ]
    case .record(let type): [.init("$ref", .string(reference(type.name)))]
    case .either(let forms):
      [.init("anyOf", .array(forms.map { .object(members(of: $0)) }))]
    }
  }

  /// Keys are strings whatever they look like.
  private static func keyMembers(of form: ScalarForm) -> [JSON.Member] {
    if !form.words.isEmpty {
      return [.init("enum", .array(form.words.map { .string($0.word) }))]
    }
    return form.pattern.map { [.init("pattern", .string($0))] } ?? []
  }

  private static func members(of form: ScalarForm) -> [JSON.Member] {
    if !form.words.isEmpty {
      return [.init("enum", .array(form.words.map { .string($0.word) }))]
    }
    var guesses = form.guesses
    // Whoever says number says integer.
    if guesses.contains(.number) { guesses.removeAll { $0 == .integer } }
    let types = ["string"] + guesses.map(\.rawValue)
    var members: [JSON.Member] = [
      .init("type", types.count == 1 ? "string" : .array(types.map { .string($0) }))
    ]
    if let pattern = form.pattern { members.append(.init("pattern", .string(pattern))) }
    if !guesses.isEmpty, form.pattern != nil, guesses != [.boolean] {
      // No form of numbers has a sign.
      members.append(.init("minimum", form.least.flatMap(number) ?? 0))
      if let most = form.most.flatMap(number) { members.append(.init("maximum", most)) }
    }
    return members
  }

  private static func number(_ text: String) -> JSON? {
    if let number = Int(text) { return .integer(number) }
    return Double(text).map { .number($0) }
  }
}
