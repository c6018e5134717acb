public import Plan
public import Schema

extension Shape where Value == FileVersion {
  /// The version of a file, such as `5.5.2652.36`.
  public static var fileVersion: Shape {
    .scalar(
      ScalarForm(
        "file-version",
        noun: "the version of a file",
        "Three or four numbers with points between them: branch, build and revision.",
        pattern: "^(?:0{0,3}[0-9]{1,3}\\.){2}[0-9]{1,6}(?:\\.[0-9]{1,6})?$",
        examples: ["5.5.2652.36", "5.5.2650"]
      ),
      placeholder: FileVersion(.init(0, 0), build: 0),
      write: \.description,
      parse: { text throws(Complaint) in
        if let version = FileVersion(text) { return version }
        throw Complaint(
          .wrongForm,
          "`\(text)` is no version of a file.",
          label: "no version",
          notes: ["a version has three or four numbers, such as `5.5.2652.36`"]
        )
      }
    )
  }
}

extension Shape where Value == FileVersion.Branch {
  /// A branch of versions, such as `5.5`.
  static var branch: Shape {
    .scalar(
      ScalarForm(
        "branch",
        noun: "a branch of versions",
        "Two numbers with a point between them.",
        pattern: "^[0-9]{1,3}\\.[0-9]{1,3}$",
        examples: ["5.5"],
        guesses: [.number]
      ),
      placeholder: .init(0, 0),
      write: \.description,
      parse: { text throws(Complaint) in
        if let version = FileVersion("\(text).0"), "\(version.branch)" == text {
          return version.branch
        }
        throw Complaint(.wrongForm, "`\(text)` is no branch of versions.")
      }
    )
  }
}

extension Shape where Value == String {
  /// The id of a Knowledge Base article: Q and five or six digits.
  public static var article: Shape {
    .scalar(
      ScalarForm(
        "article",
        noun: "the id of an article",
        "Q and the number of the article.",
        pattern: "^Q[0-9]{5,6}$",
        examples: ["Q269183"]
      ),
      placeholder: "Q000000",
      write: { $0 },
      parse: { text throws(Complaint) in
        if isArticle(text) { return text }
        throw Complaint(.wrongForm, "`\(text)` is no article's id, such as `Q269183`.")
      }
    )
  }
}

extension Shape where Value == OperatingSystem.Family {
  /// A family of operating systems.
  static var family: Shape {
    let words = Value.allCases.map(\.rawValue)
    return .scalar(
      ScalarForm(
        "family",
        noun: "a family of operating systems",
        "The name that its members begin with.",
        pattern: "^(?:\(words.map(quoted).joined(separator: "|")))$",
        examples: words
      ),
      placeholder: .windowsNT4,
      write: \.rawValue,
      parse: { text throws(Complaint) in
        if let family = Value(rawValue: text) { return family }
        throw .unknownWord(text, among: words)
      }
    )
  }
}

extension Shape where Value == OperatingSystem {
  /// An operating system, such as `NT 4.0 Server SP4`.
  public static func operatingSystem(_ table: ProductTable = .shared) -> Shape {
    .scalar(
      ScalarForm(
        "operating-system",
        noun: "an operating system",
        "A family, perhaps an edition, and perhaps a service pack.",
        pattern: table.systemPattern,
        examples: ["NT 4.0 Server SP4", "NT 4.0 Terminal Server SP4", "Windows 2000 SP1"]
      ),
      placeholder: OperatingSystem(.windowsNT4, .server, servicePack: 0),
      write: \.description,
      parse: { text throws(Complaint) in try table.operatingSystem(text) }
    )
  }
}

extension Shape where Value == Installation {
  /// A version of a product, such as `5.5 SP3` or `5.5.2652.36` of `Exchange`.
  public static func version(of product: String, in table: ProductTable = .shared) -> Shape {
    .scalar(
      ScalarForm(
        "\(product.lowercased().replacing(" ", with: "-"))-version",
        noun: "a version of \(product)",
        "A release or a build.",
        pattern: table.versionPattern(of: product),
        examples: Array(table.versionSpellings(of: product).suffix(1)),
        guesses: [.number]
      ),
      placeholder: table.lines(of: product).map { Installation($0, $0.releases[0]) }[0],
      write: \.description,
      parse: { text throws(Complaint) in try table.installation(text, of: product) }
    )
  }
}

private func isArticle(_ text: String) -> Bool {
  let digits = text.utf8.dropFirst()
  return text.utf8.first == UInt8(ascii: "Q") && (5...6).contains(digits.count)
    && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
}
