/// One of several keys that exclude one another, and what its value becomes.
public struct Alternative<Value: Sendable> {
  let name: String
  let form: () -> KeyForm
  let placeholder: () -> Value
  let read: (Entry, Reading) -> Written<Value>?

  /// The key `name` with a value of `shape`, which `transform` makes one of the alternatives.
  public init<Content>(
    _ name: String,
    _ shape: Shape<Content>,
    _ summary: String,
    example: String? = nil,
    _ transform: @escaping (Written<Content>) -> Value
  ) {
    self.name = name
    form = {
      KeyForm(
        name: name,
        summary: summary,
        form: shape.form,
        absence: .choice,
        source: .free,
        example: example
      )
    }
    placeholder = { transform(Written(shape.placeholder, at: Place(source: 0, 0..<0))) }
    read = { entry, reading in
      reading.value(of: entry, name, shape).map {
        Written(transform($0), at: $0.place, isSound: $0.isSound)
      }
    }
  }
}

extension Keys {
  /// Exactly one of several keys; the place is that of its value.
  public mutating func oneOf<Value>(_ alternatives: [Alternative<Value>]) -> Written<Value> {
    let names = alternatives.map(\.name)
    switch choose(alternatives, isRequired: true) {
    case .found(let value): return value
    case .unsound(let place):
      return Written(alternatives[0].placeholder(), at: place, isSound: false)
    case .none:
      report(
        .missingKey,
        "One of the keys \(Prose.list(names, "or")) is missing.",
        label: "needs one of them"
      )
      return Written(alternatives[0].placeholder(), at: place, isSound: isDescribing)
    }
  }

  /// At most one of several keys; nil where there is none, or none that could be read.
  public mutating func atMostOneOf<Value>(_ alternatives: [Alternative<Value>]) -> Written<Value>? {
    if case .found(let value) = choose(alternatives, isRequired: false) { return value }
    return nil
  }

  private enum Chosen<Value: Sendable> {
    case found(Written<Value>)
    case unsound(Place)
    case none
  }

  private mutating func choose<Value>(
    _ alternatives: [Alternative<Value>],
    isRequired: Bool
  ) -> Chosen<Value> {
    for alternative in alternatives { declare(alternative.form()) }
    declare(.init(keys: alternatives.map(\.name), isRequired: isRequired))
    guard let reading else { return .none }
    var first: (entry: Entry, alternative: Alternative<Value>)?
    var isAlone = true
    for alternative in alternatives {
      guard let entry = take(alternative.name) else { continue }
      guard let known = first else {
        first = (entry, alternative)
        continue
      }
      isAlone = false
      // The one that is written later is the one that is too much.
      let (earlier, later) =
        known.entry.place < entry.place ? (known.entry, entry) : (entry, known.entry)
      reading.report(
        .conflictingKeys,
        at: later.place,
        "`\(later.name)` cannot stand beside `\(earlier.name)`.",
        label: "one too many",
        related: [.init(earlier.place, "the other one")],
        notes: ["only one of \(Prose.list(alternatives.map(\.name), "and")) is written"]
      )
    }
    guard let first else { return .none }
    guard let value = first.alternative.read(first.entry, reading) else {
      return .unsound(first.entry.place)
    }
    return .found(Written(value.value, at: value.place, isSound: value.isSound && isAlone))
  }
}
