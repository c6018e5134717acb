extension Keys {
  /// A key that must be written.
  public mutating func required<Value>(
    _ name: String,
    _ shape: Shape<Value>,
    _ summary: String,
    example: String? = nil
  ) -> Written<Value> {
    declare(
      KeyForm(
        name: name,
        summary: summary,
        form: shape.form,
        absence: .refused,
        source: .free,
        example: example
      )
    )
    guard let reading else { return Written(shape.placeholder, at: place) }
    guard let entry = take(name) else {
      let sample = example ?? shape.form.example
      reading.report(
        .missingKey,
        at: place,
        "The key `\(name)` is missing.",
        label: "needs `\(name)`",
        notes: ["\(name): \(summary)"]
          + (sample.map { ["write for example `\(name): \($0)`"] } ?? [])
      )
      return Written(shape.placeholder, at: place, isSound: false)
    }
    return reading.value(of: entry, name, shape)
      ?? Written(shape.placeholder, at: entry.place, isSound: false)
  }

  /// A key with a default.
  ///
  /// - Parameters:
  ///   - value: what holds where the key is not written.
  ///   - source: where that value comes from.
  ///   - text: the default in words, where how it would be written says too little.
  public mutating func value<Value>(
    _ name: String,
    _ shape: Shape<Value>,
    default value: @autoclosure () -> Value,
    source: Source = .free,
    _ summary: String,
    example: String? = nil,
    defaultText text: String? = nil
  ) -> Written<Value> {
    declare(
      KeyForm(
        name: name,
        summary: summary,
        form: shape.form,
        absence: .value(text ?? shape.text(of: value())),
        source: source,
        example: example
      )
    )
    guard let reading, let entry = take(name) else {
      return Written(value(), at: place, isDefault: true)
    }
    return reading.value(of: entry, name, shape)
      ?? Written(value(), at: entry.place, isDefault: true, isSound: false)
  }

  /// A key that may be left out; nil then, and where what is written could not be read.
  public mutating func optional<Value>(
    _ name: String,
    _ shape: Shape<Value>,
    _ summary: String,
    example: String? = nil
  ) -> Written<Value>? {
    declare(
      KeyForm(
        name: name,
        summary: summary,
        form: shape.form,
        absence: .nothing,
        source: .free,
        example: example
      )
    )
    guard let reading, let entry = take(name) else { return nil }
    return reading.value(of: entry, name, shape)
  }

  /// A key whose value is a record that is there also where it is not written, with its own defaults.
  public mutating func section<R: Record>(
    _ name: String,
    _ type: R.Type,
    _ summary: String,
    example: String? = nil
  ) -> Written<R> {
    let shape = Shape<R>.record(type)
    declare(
      KeyForm(
        name: name,
        summary: summary,
        form: shape.form,
        absence: .section,
        source: .free,
        example: example
      )
    )
    guard let reading else { return Written(shape.placeholder, at: place) }
    if let entry = take(name), let value = reading.value(of: entry, name, shape) { return value }
    return reading.absent(name, type)
  }
}

extension Reading {
  /// A record that is not written.
  func absent<R: Record>(_ name: String, _ type: R.Type) -> Written<R> {
    let before = errorCount
    if !overrides.isEmpty { path.append(name) }
    var keys = Keys(absentIn: self)
    let value = R(&keys)
    keys.finish(type)
    if !overrides.isEmpty { path.removeLast() }
    return Written(value, at: keys.place, isDefault: true, isSound: errorCount == before)
  }
}

extension Form {
  /// A text of this form, where one is known.
  var example: String? {
    switch self {
    case .scalar(let form): form.examples.first
    case .list(let item, _): item.example.map { "[\($0)]" }
    case .either(let forms): forms.lazy.compactMap(\.example).first
    case .named, .record: nil
    }
  }
}
