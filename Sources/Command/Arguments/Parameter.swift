/// A parameter of a command together with the type that its value has in the program.
///
/// Declared once as a constant: the list in the command's declaration gives the parser and the help,
/// and `arguments[parameter]` gives the value, already checked.
public struct Parameter<Value: Sendable>: Sendable {
  /// What the parser and the help know of it.
  public let declaration: ParameterDeclaration

  /// Turns the checked words, in the order in which they were given, into the value.
  let read: @Sendable ([String]) -> Value

  private init(
    _ place: ParameterDeclaration.Place,
    _ name: String,
    _ placeholder: String,
    _ shape: ParameterDeclaration.Shape,
    isRequired: Bool = false,
    isRepeated: Bool = false,
    defaultText: String? = nil,
    _ summary: String,
    suggestions: @escaping @Sendable () -> [String] = { [] },
    read: @escaping @Sendable ([String]) -> Value
  ) {
    declaration = ParameterDeclaration(
      place: place,
      name: name,
      placeholder: placeholder,
      shape: shape,
      isRequired: isRequired,
      isRepeated: isRepeated,
      defaultText: defaultText,
      summary: summary,
      suggestions: suggestions
    )
    self.read = read
  }
}

extension Parameter where Value == Bool {
  /// An option without a value.
  public static func flag(_ name: String, _ summary: String) -> Self {
    Self(.option, name, "", .flag, summary) { !$0.isEmpty }
  }
}

extension Parameter where Value == String? {
  /// An option with a free text.
  public static func text(_ name: String, _ placeholder: String, _ summary: String) -> Self {
    Self(.option, name, placeholder, .text, summary) { $0.first }
  }

  /// An option with the path of a folder.
  public static func folder(_ name: String, _ summary: String) -> Self {
    Self(.option, name, "DIR", .file, summary) { $0.first }
  }

  /// An option with the path of a file.
  public static func file(_ name: String, _ summary: String) -> Self {
    Self(.option, name, "FILE", .file, summary) { $0.first }
  }
}

extension Parameter where Value == [String] {
  /// An option with a free text that may be given several times.
  public static func texts(_ name: String, _ placeholder: String, _ summary: String) -> Self {
    Self(.option, name, placeholder, .text, isRepeated: true, summary) { $0 }
  }

  /// The words that are left, each the path of a file; at least one where they are required.
  public static func files(_ name: String, isRequired: Bool, _ summary: String) -> Self {
    Self(
      .positional,
      name,
      name,
      .file,
      isRequired: isRequired,
      isRepeated: true,
      summary
    ) { $0 }
  }

  /// The words that are left, each a name; completions offer `suggestions`.
  public static func names(
    _ name: String,
    _ summary: String,
    suggestions: @escaping @Sendable () -> [String]
  ) -> Self {
    Self(.positional, name, name, .text, isRepeated: true, summary, suggestions: suggestions) {
      $0
    }
  }
}

extension Parameter where Value == String {
  /// A word that must be there, the path of a file.
  public static func file(_ name: String, _ summary: String) -> Self {
    Self(.positional, name, name, .file, isRequired: true, summary) { $0[0] }
  }

  /// A word that may be there, the path of a file.
  public static func file(_ name: String, default path: String, _ summary: String) -> Self {
    Self(.positional, name, name, .file, defaultText: path, summary) { $0.first ?? path }
  }

  /// An option with one word of a closed list that is only known at run time.
  public static func choice(
    _ name: String,
    among words: [String],
    default value: String,
    _ summary: String
  ) -> Self {
    let placeholder = words.joined(separator: "|")
    return Self(.option, name, placeholder, .choice(words), defaultText: value, summary) {
      $0.first ?? value
    }
  }
}

extension Parameter where Value == Int? {
  /// An option with a whole number, whose default depends on something else, as `defaultText` says.
  public static func integer(
    _ name: String,
    _ range: ClosedRange<Int>,
    defaultText: String? = nil,
    _ summary: String
  ) -> Self {
    Self(.option, name, "N", .integer(range), defaultText: defaultText, summary) {
      $0.first.flatMap { Int($0) }
    }
  }
}

extension Parameter where Value == Int {
  /// An option with a whole number.
  public static func integer(
    _ name: String,
    _ range: ClosedRange<Int>,
    default value: Int,
    _ summary: String
  ) -> Self {
    Self(.option, name, "N", .integer(range), defaultText: "\(value)", summary) {
      $0.first.flatMap { Int($0) } ?? value
    }
  }
}

extension Parameter
where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
  /// An option with one word of a closed list.
  public static func choice(_ name: String, default value: Value, _ summary: String) -> Self {
    let words = Value.allCases.map(\.rawValue)
    return Self(
      .option,
      name,
      words.joined(separator: "|"),
      .choice(words),
      defaultText: value.rawValue,
      summary
    ) { $0.first.flatMap(Value.init(rawValue:)) ?? value }
  }

  /// A word that must be there, one of a closed list.
  public static func choice(_ name: String, _ summary: String) -> Self {
    let words = Value.allCases.map(\.rawValue)
    return Self(
      .positional,
      name,
      words.joined(separator: "|"),
      .choice(words),
      isRequired: true,
      summary
    ) { Value(rawValue: $0[0])! }
  }
}
