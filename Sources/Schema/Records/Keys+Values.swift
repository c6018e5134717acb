extension Keys {
  /// A key that must be written.
  @inlinable
  public mutating func required<Value>(
    _ name: String,
    _ shape: Shape<Value>,
    _ summary: String,
    example: String? = nil
  ) -> Written<Value> {
    guard let reading else {
      describe(name, summary, .refused, .free, example) { shape.form }
      return Written(shape.placeholder, at: place)
    }
    guard let entry = take(name) else {
      reportMissing(name, summary, example) { shape.form }
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
  @inlinable
  public mutating func value<Value>(
    _ name: String,
    _ shape: Shape<Value>,
    default value: @autoclosure () -> Value,
    source: Source = .free,
    _ summary: String,
    example: String? = nil,
    defaultText text: String? = nil
  ) -> Written<Value> {
    guard let reading else {
      let value = value()
      describe(name, summary, .value(text ?? shape.text(of: value)), source, example) {
        shape.form
      }
      return Written(value, at: place, isDefault: true)
    }
    guard let entry = take(name) else {
      if source != .free { noteDefault(name) }
      return Written(value(), at: place, isDefault: true)
    }
    return reading.value(of: entry, name, shape)
      ?? Written(value(), at: entry.place, isDefault: true, isSound: false)
  }

  /// A key that may be left out; nil then, and where what is written could not be read.
  @inlinable
  public mutating func optional<Value>(
    _ name: String,
    _ shape: Shape<Value>,
    _ summary: String,
    example: String? = nil
  ) -> Written<Value>? {
    guard let reading else {
      describe(name, summary, .nothing, .free, example) { shape.form }
      return nil
    }
    guard let entry = take(name) else { return nil }
    return reading.value(of: entry, name, shape)
  }

  /// A key whose value is a record that is there also where it is not written, with its own defaults.
  @inlinable
  public mutating func section<R: Record>(
    _ name: String,
    _ type: R.Type,
    _ summary: String,
    example: String? = nil
  ) -> Written<R> {
    let shape = Shape<R>.record(type)
    guard let reading else {
      describe(name, summary, .section, .free, example) { shape.form }
      return Written(shape.placeholder, at: place, isDefault: true)
    }
    if let entry = take(name), let value = reading.value(of: entry, name, shape) { return value }
    return reading.absent(name, type)
  }

  @usableFromInline
  func reportMissing(_ name: String, _ summary: String, _ example: String?, _ form: () -> Form) {
    guard let reading else { return }
    guard reading.isKeeping else { return reading.count(.error) }
    let sample = example ?? form().example
    reading.report(
      .missingKey,
      at: place,
      "The key `\(name)` is missing.",
      label: "needs `\(name)`",
      notes: ["\(name): \(summary)"]
        + (sample.map { ["write for example `\(name): \($0)`"] } ?? [])
    )
  }
}

extension Reading {
  /// A record that is not written.
  @usableFromInline
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
