/// A default that holds because nothing is written, and that is more than the user's own choice.
public struct DefaultInUse: Sendable {
  /// The record's name.
  public let record: String
  /// The key, with its default and where that comes from.
  public let key: KeyForm
}

extension Reading {
  /// The defaults in use, each once, record by record as they were met first.
  public var defaultsInUse: [DefaultInUse] {
    defaults.flatMap { type, names in
      let form = form(of: type)
      return form.keys.filter { names.contains($0.name) }
        .map { DefaultInUse(record: form.name, key: $0) }
    }
  }

  func note(_ type: any Record.Type, _ names: [String]) {
    if names.isEmpty { return }
    if let index = defaultNumbers[ObjectIdentifier(type)] {
      defaults[index].names.formUnion(names)
    } else {
      defaultNumbers[ObjectIdentifier(type)] = defaults.count
      defaults.append((type, Set(names)))
    }
  }
}
