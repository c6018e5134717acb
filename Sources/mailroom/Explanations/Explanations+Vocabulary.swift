import Plan
import Text

extension Explanations {
  /// The words of defects: what happens, what is decided, asked, done, taken and passed.
  static var vocabulary: [Explanation] {
    events + decisions + attributes + mechanisms + resources + passages
  }

  private static var events: [Explanation] {
    explanations(.events, EventKind.self) { event in
      [
        .init("happens in", process(event.process)),
        .init("attributes", list(event.attributes)),
        .init("counted by", event.key.map { "\($0.rawValue): \($0.meaning)" } ?? ""),
        .init("takes", list(event.acquires)),
        .init("gives back", list(event.releases)),
      ]
    }
  }

  private static var decisions: [Explanation] {
    explanations(.decisions, DecisionKind.self) { decision in
      [
        .init("decided by", decision.images.joined(separator: ", ")),
        .init("answers", decision.answers.joined(separator: ", ") + "; the first one is sound"),
        .init("attributes", list(decision.attributes)),
      ]
    }
  }

  private static var attributes: [Explanation] {
    explanations(.attributes, AttributeKind.self) { attribute in
      let values =
        switch attribute.values {
        case .words(let words): words.joined(separator: ", ")
        case .flag: "true or false"
        case .count: "a whole number"
        case .bytes: "a size"
        case .name: "a name that the topology gives"
        }
      return [
        .init("values", values),
        .init("asked of", list(EventKind.allCases.filter { $0.attributes.contains(attribute) })),
        .init(
          "and of",
          list(DecisionKind.allCases.filter { $0.attributes.contains(attribute) })
        ),
      ]
    }
  }

  private static var mechanisms: [Explanation] {
    explanations(.mechanisms, MechanismKind.self) { _ in [] }
  }

  private static var resources: [Explanation] {
    explanations(.resources, ResourceKind.self) { resource in
      [
        .init("counted in", resource.isBytes ? "bytes" : "pieces"),
        .init("limited by", "\(resource.limitLevel.rawValue): \(resource.limitLevel.meaning)"),
        .init("taken by", list(EventKind.allCases.filter { $0.acquires.contains(resource) })),
        .init(
          "given back by",
          list(EventKind.allCases.filter { $0.releases.contains(resource) })
        ),
      ]
    }
  }

  private static var passages: [Explanation] {
    explanations(.passages, Passage.self) { passage in
      [.init("belongs to", passage.images.joined(separator: ", "))]
    }
  }

  private static func explanations<Word: VocabularyWord>(
    _ group: ExplanationGroup,
    _ type: Word.Type,
    rows: @escaping @Sendable (Word) -> [Page.Row]
  ) -> [Explanation] {
    type.allCases.map { word in
      Explanation(group, word.rawValue, word.meaning) {
        let kind = Page.Row("is one of", "the \(group.rawValue): \(lowered(group.meaning))")
        return Page(
          word.rawValue,
          word.meaning,
          [.rows(title: "", [kind] + rows(word).filter { !$0.text.isEmpty })]
        )
      }
    }
  }

  private static func list<Word: VocabularyWord>(_ words: [Word]) -> String {
    words.map(\.rawValue).joined(separator: ", ")
  }

  private static func lowered(_ sentence: String) -> String {
    sentence.prefix(1).lowercased() + sentence.dropFirst().dropLast()
  }

  private static func process(_ process: EventProcess) -> String {
    switch process {
    case .any: "any service"
    case .image(let image): image
    case .images(let images): images.joined(separator: " or ") + ", as the link needs"
    case .registryServer:
      "whoever serves the registry: Winlogon on NT 4.0, the Remote Registry Service on Windows 2000"
    case .activity: "the process that the activity names"
    case .mover: "the process that writes into the mailbag or returns the message"
    }
  }
}
