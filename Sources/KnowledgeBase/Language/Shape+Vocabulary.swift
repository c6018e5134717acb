import Plan
import Schema

extension Shape where Value: VocabularyWord {
  /// One of the words of a list of the vocabulary.
  static var vocabulary: Shape {
    .scalar(
      .words(Value.allCases.map { .init($0.rawValue, means: $0.meaning) }),
      placeholder: Value.allCases.first!,
      write: \.rawValue,
      parse: { text throws(Complaint) in
        if let value = Value(rawValue: text) { return value }
        throw .unknownWord(text, among: Value.allCases.map(\.rawValue))
      }
    )
  }
}

extension Shape where Value == String {
  /// One of several words that depend on what stands beside them.
  static func words(_ words: [(word: String, meaning: String)]) -> Shape {
    .scalar(
      .words(words.map { .init($0.word, means: $0.meaning) }),
      placeholder: words[0].word,
      write: { $0 },
      parse: { text throws(Complaint) in
        if words.contains(where: { $0.word == text }) { return text }
        throw .unknownWord(text, among: words.map(\.word))
      }
    )
  }

  /// The names of what can be asked of events; what stands under them depends on the event.
  static let attributeName = Shape.words(
    AttributeKind.allCases.map { ($0.rawValue, $0.meaning) }
  )

  /// An answer to some decision.
  static let answer: Shape = {
    var words: [(word: String, meaning: String)] = []
    for decision in DecisionKind.allCases {
      for answer in decision.answers {
        let meaning = "An answer to `\(decision.rawValue)`"
        if let known = words.firstIndex(where: { $0.word == answer }) {
          words[known].meaning += " and `\(decision.rawValue)`"
        } else {
          words.append((answer, meaning))
        }
      }
    }
    return .words(words.map { ($0.word, $0.meaning + ".") })
  }()

  /// The id of an article.
  static var articleID: Shape {
    .scalar(
      ScalarForm(
        "article id",
        noun: "an article's id",
        "The letter Q and five or six digits.",
        pattern: "^Q[0-9]{5,6}$",
        examples: ["Q260554"]
      ),
      placeholder: "Q000000",
      write: { $0 },
      parse: { text throws(Complaint) in
        if ArticleID.isValid(text) { return text }
        let digits = text.filter { ("0"..."9").contains($0) }
        throw Complaint(
          .wrongForm,
          "`\(text)` is no id of an article.",
          label: "the letter Q and five or six digits",
          fixes: (5...6).contains(digits.utf8.count) ? ["Q" + digits] : []
        )
      }
    )
  }

  /// The name of a file that is loaded, in small letters.
  static var fileName: Shape {
    .scalar(
      ScalarForm(
        "file name",
        noun: "the name of a program's file",
        "The name of a file that ends with `.exe`, `.dll` or `.sys`, in small letters.",
        pattern: "^\(FileName.pattern)$",
        examples: ["store.exe", "inetmib1.dll"]
      ),
      placeholder: "store.exe",
      write: { $0 },
      parse: { text throws(Complaint) in
        if FileName.isValid(text) { return text }
        var fixes: [String] = []
        if FileName.isValid(text.lowercased()) { fixes = [text.lowercased()] }
        if fixes.isEmpty, FileName.isValid(text.lowercased() + ".exe") {
          fixes = [text.lowercased() + ".exe"]
        }
        throw Complaint(
          .wrongForm,
          "`\(text)` is no name of a program's file.",
          label: "small letters, and `.exe`, `.dll` or `.sys` at the end",
          fixes: fixes
        )
      }
    )
  }

  /// The name of a resource of the modelled world, or of a pool that is declared beside it.
  static var resource: Shape {
    let words = ResourceKind.allCases.map(\.rawValue).joined(separator: ", ")
    return Shape.name.map(
      form: { form in
        form.name = "resource"
        form.noun = "a resource or a pool"
        form.summary = "A resource (\(words)) or the name of a pool under `pools`."
        form.examples = ["handles", "private-bytes"]
      },
      back: { $0 }
    ) { $0 }
  }

  /// A name that the topology or the article gives: of a pool, a trait, a service.
  static var name: Shape {
    .scalar(
      ScalarForm(
        "name",
        noun: "a name",
        "Letters, digits, hyphens and underscores, a letter first.",
        pattern: "^[A-Za-z][A-Za-z0-9_-]{0,62}$",
        examples: ["SMTPSVC", "control-blocks-of-adapter"],
        guesses: [.boolean]
      ),
      placeholder: "name",
      write: { $0 },
      parse: { text throws(Complaint) in
        let bytes = Array(text.utf8)
        let isName =
          (1...63).contains(bytes.count) && ASCII.isLetter(bytes[0])
          && bytes.allSatisfy {
            ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == 0x2D || $0 == 0x5F
          }
        if isName { return text }
        throw Complaint(
          .wrongForm,
          "`\(text)` is no name.",
          label: "letters, digits, hyphens and underscores, a letter first"
        )
      }
    )
  }
}

/// What bytes of a text are.
enum ASCII {
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

/// How ids of articles are written.
enum ArticleID {
  static func isValid(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst()
    return text.utf8.first == UInt8(ascii: "Q") && (5...6).contains(digits.count)
      && digits.allSatisfy(ASCII.isDigit)
  }
}

/// How names of files are written.
enum FileName {
  static let pattern = "[a-z0-9_-]{1,40}\\.(?:exe|dll|sys)"

  static func isValid(_ text: String) -> Bool {
    guard let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let stem = text.utf8[..<dot]
    return ["exe", "dll", "sys"].contains(String(text[dot...].dropFirst()))
      && (1...40).contains(stem.count)
      && stem.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || ASCII.isDigit(byte) || byte == 0x2D || byte == 0x5F
      }
  }
}
