import Plan
import Schema

extension Shape where Value: VocabularyWord {
  /// One of the words of the vocabulary.
  static func vocabulary(_ type: Value.Type) -> Shape {
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

/// A route as it is written.
enum RouteText: Hashable, Sendable {
  case direct
  case via(String)
}

extension Shape where Value == RouteText {
  /// `direct`, or `via` a post office.
  static var route: Shape {
    .scalar(
      ScalarForm(
        "route",
        noun: "`direct` or `via` a post office",
        "`direct`, or `via NETWORK/POSTOFFICE` for a post office that is itself direct.",
        pattern: "^(?:direct|via [A-Za-z0-9][A-Za-z0-9_#-]{0,9}/[A-Za-z0-9][A-Za-z0-9_#-]{0,9})$",
        examples: ["direct", "via HQ/SHADOW"]
      ),
      placeholder: .direct,
      write: { route in
        switch route {
        case .direct: "direct"
        case .via(let name): "via \(name)"
        }
      },
      parse: { text throws(Complaint) in
        if text == "direct" { return .direct }
        let words = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard words.count == 2, words[0] == "via" else {
          throw Complaint(
            .wrongForm,
            "`\(text)` is no route.",
            fixes: text.contains("/") && !text.contains(" ")
              ? ["via \(text)", "direct"] : ["direct"]
          )
        }
        return .via(try Shape<String>.postOffice(String(words[1])))
      }
    )
  }
}

/// A counter, or several by their instances.
typealias CounterPattern = CounterPath

extension Shape where Value == CounterPath {
  /// The path of a performance counter of a host.
  static var counterPath: Shape { path(isPattern: false) }

  /// The path of a performance counter; `*` stands for all hosts or instances.
  static var counterPattern: Shape { path(isPattern: true) }

  private static func path(isPattern: Bool) -> Shape {
    .scalar(
      ScalarForm(
        isPattern ? "counter pattern" : "counter",
        noun: "the path of a counter",
        "HOST\\Object(instance)\\Counter" + (isPattern ? "; `*` for all hosts or instances." : "."),
        pattern: "^(?:\\\\\\\\)?[^\\\\]+\\\\[^\\\\]+\\\\[^\\\\]+$",
        examples: [isPattern ? "*\\Process(*)\\Handle Count" : "HUB1\\Process(store)\\Handle Count"]
      ),
      placeholder: CounterPath(
        host: "H",
        object: "Memory",
        instance: nil,
        counter: "Available Bytes"
      ),
      write: { "\($0)" },
      parse: { text throws(Complaint) in
        guard let path = CounterPath(text) else {
          throw Complaint(
            .wrongForm,
            "`\(text)` is no path of a counter.",
            notes: ["write HOST\\Object(instance)\\Counter, as Performance Monitor does"]
          )
        }
        guard path.host != nil else {
          throw Complaint(
            .wrongForm,
            "`\(text)` does not say on which host.",
            fixes: isPattern ? ["*\\\(text)"] : [],
            notes: ["write HOST\\\(text)"]
          )
        }
        return path
      }
    )
  }
}
