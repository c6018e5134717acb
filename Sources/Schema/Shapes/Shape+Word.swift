/// One of a closed list of words, each with a meaning.
public protocol Word: CaseIterable, Equatable, RawRepresentable, Sendable
where RawValue == String {
  /// One sentence: what it means.
  var meaning: String { get }
}

extension Shape where Value: Word {
  /// One of the words of `Value`.
  public static var word: Shape { .word(Value.self) }

  /// One of the words of `type`.
  public static func word(_ type: Value.Type) -> Shape {
    .scalar(
      .words(type.allCases.map { .init(word: $0.rawValue, meaning: $0.meaning) }),
      placeholder: type.allCases.first!,
      write: \.rawValue,
      parse: { text throws(Complaint) in
        if let value = type.init(rawValue: text) { return value }
        throw .unknownWord(text, among: type.allCases.map(\.rawValue))
      }
    )
  }
}

extension ScalarForm {
  /// One of several words.
  public static func words(_ words: [Meaning]) -> ScalarForm {
    for word in words {
      precondition(!YAMLWords.isSpecial(word.word), "some readers take \(word.word) for no text")
    }
    let list = words.map(\.word)
    var form = ScalarForm(
      "word",
      noun: list.count > 8 ? "one of \(list.count) words" : Prose.list(list, "or"),
      "One of the words \(Prose.list(list, "or")).",
      pattern: nil,
      examples: Array(list.prefix(1))
    )
    form.words = words
    return form
  }
}
