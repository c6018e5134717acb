/// What may stand somewhere: data for explanations and the JSON Schema.
public indirect enum Form: Sendable {
  /// A text.
  case scalar(ScalarForm)
  /// Items in order, at least so many.
  case list(of: Form, atLeast: Int)
  /// Entries under names that the user gives.
  case named(ScalarForm, of: Form)
  /// A mapping with known keys.
  case record(any Record.Type)
  /// One of these.
  case either([Form])
}

/// What a scalar may be.
public struct ScalarForm: Sendable {
  /// What it is called, such as `duration`; the same name means the same form but for its bounds.
  public var name: String
  /// With its article, for a sentence: `a duration`.
  public var noun: String
  /// How it is written, in one sentence.
  public var summary: String
  /// A regular expression that accepts exactly the texts that are read; nil where all are.
  public var pattern: String?
  /// Texts that are read.
  public var examples: [String]
  /// What a reader of YAML that guesses types may make of such a text, besides a string.
  public var guesses: [Guess] = []
  /// The words, where there is a list of them.
  public var words: [Meaning] = []
  /// The smallest value, as it is written.
  public var least: String?
  /// The largest value, as it is written.
  public var most: String?

  /// A type that bare scalars have for readers that guess.
  public enum Guess: String, Hashable, Sendable {
    /// `12`
    case integer
    /// `5.0`
    case number
    /// `true`
    case boolean
  }

  /// A word and what it means.
  public struct Meaning: Hashable, Sendable {
    /// The word.
    public let word: String
    /// What it means.
    public let meaning: String

    /// The word `word`, which means `meaning`.
    public init(word: String, meaning: String) {
      self.word = word
      self.meaning = meaning
    }
  }

  /// A form of texts.
  public init(
    _ name: String,
    noun: String,
    _ summary: String,
    pattern: String?,
    examples: [String],
    guesses: [Guess] = []
  ) {
    self.name = name
    self.noun = noun
    self.summary = summary
    self.pattern = pattern
    self.examples = examples
    self.guesses = guesses
  }
}

extension Form {
  /// The words that may stand somewhere in it, with what they mean.
  public var words: [ScalarForm.Meaning] { scalars.flatMap(\.words) }

  /// Its texts, without those of records.
  var scalars: [ScalarForm] {
    switch self {
    case .scalar(let scalar): [scalar]
    case .list(let item, _): item.scalars
    case .named(_, let content): content.scalars
    case .record: []
    case .either(let forms): forms.flatMap(\.scalars)
    }
  }

  /// A few words with an article, for a sentence: `a size, such as 256 MiB`.
  public var noun: String {
    switch self {
    case .scalar(let form):
      form.words.isEmpty
        ? form.noun + (form.examples.first.map { ", such as `\($0)`" } ?? "") : form.noun
    case .list: "a list"
    case .named(let name, _): "a mapping whose keys are each \(name.noun)"
    case .record(let type): "a mapping (\(RecordForm(type).name))"
    case .either(let forms): forms.map(\.noun).joined(separator: ", or ")
    }
  }
}
