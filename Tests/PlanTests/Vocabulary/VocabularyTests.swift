import Plan
import Testing

@Suite("Vocabulary")
struct VocabularyTests {
  struct List: CustomTestStringConvertible {
    let testDescription: String
    let words: [(word: String, meaning: String)]
    let ordinals: [Int]
  }

  static func list<Word: VocabularyWord>(_ type: Word.Type) -> List {
    List(
      testDescription: "\(type)",
      words: type.allCases.map { ($0.rawValue, $0.meaning) },
      ordinals: type.allCases.map(\.ordinal)
    )
  }

  static let lists: [List] = [
    list(EventKind.self), list(EventKey.self), list(DecisionKind.self), list(AttributeKind.self),
    list(ResourceKind.self), list(LimitLevel.self), list(Symptom.self), list(MechanismKind.self),
    list(Passage.self), list(Reset.self), list(Survival.self), list(PoolScope.self),
    list(OptionKind.self), list(Trend.self), list(Platform.self), list(Amount.Measure.self),
    list(Trigger.Uptime.self), list(OperatingSystem.Family.self),
    list(OperatingSystem.Edition.self),
    List(
      testDescription: "ProcessReference",
      words: ProcessReference.words.map { ($0.word, $0.meaning) },
      ordinals: Array(ProcessReference.words.indices)
    ),
  ]

  @Test("Words are unique, in order, and each has a meaning in a sentence", arguments: lists)
  func meanings(list: List) {
    #expect(Set(list.words.map(\.word)).count == list.words.count)
    #expect(list.ordinals == Array(list.words.indices))
    for (word, meaning) in list.words {
      #expect(!word.isEmpty && word.allSatisfy(\.isASCII), "\(word)")
      #expect(meaning.hasSuffix(".") && meaning.first?.isUppercase == true, "\(word): \(meaning)")
      #expect(!meaning.contains("\n"))
    }
  }

  @Test("No word is something else than a text to a reader of YAML 1.1", arguments: lists)
  func texts(list: List) {
    for (word, _) in list.words { #expect(!Self.isSpecial(word), "\(word)") }
  }

  @Test("No value of an attribute and no answer is something else than a text either")
  func values() {
    for kind in AttributeKind.allCases {
      guard case .words(let words) = kind.values else { continue }
      #expect(words.count > 1 && Set(words).count == words.count, "\(kind)")
      for word in words { #expect(!Self.isSpecial(word), "\(word)") }
    }
    for kind in DecisionKind.allCases {
      #expect(kind.answers.count > 1 && Set(kind.answers).count == kind.answers.count, "\(kind)")
      for word in kind.answers { #expect(!Self.isSpecial(word), "\(word)") }
    }
  }

  /// Booleans, nothing, numbers and times of YAML 1.1.
  static func isSpecial(_ word: String) -> Bool {
    let lower = word.lowercased()
    let words = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "<<", "="]
    if words.contains(lower) || Double(word) != nil || word.isEmpty { return true }
    return word.drop { "+-.".contains($0) }.first.map { ("0"..."9").contains($0) } == true
      && word.allSatisfy { "0123456789:._-+xabcdefABCDEF".contains($0) }
  }
}
