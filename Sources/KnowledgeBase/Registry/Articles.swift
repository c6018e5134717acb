public import Plan
public import Schema

/// An article that Mailroom brings with it.
public struct Article: Sendable {
  /// Its id, such as `Q214573`.
  public let id: String
  /// The defect that it describes.
  public let defect: Defect
  /// The text of its file.
  public let text: String
  /// The values in it, each with the text that says it and where it comes from.
  public let values: [StatedValue]

  /// Its title.
  public var title: String { defect.title }

  /// An article with what it describes.
  public init(defect: Defect, text: String, values: [StatedValue]) {
    id = defect.id
    self.defect = defect
    self.text = text
    self.values = values
  }
}

/// The articles that Mailroom brings with it.
public enum Articles {
  /// All of them, in the order of their ids; read once.
  public static let all: [Article] = embedded.map { file in
    let reading = Reading()
    let article = read(file.bytes, file: file.name, reading)
    guard let article, reading.diagnostics.isEmpty else {
      let problems = reading.diagnostics.map { "\($0.rule.code): \($0.message)" }
      preconditionFailure("\(file.name) is no article: \(problems.joined(separator: " "))")
    }
    return article
  }
  .sorted { ArticleID.precedes($0.id, $1.id) }

  /// The article of an id.
  public static func article(_ id: String) -> Article? { all.first { $0.id == id } }

  /// Reads the file of an article; nil where something is wrong with it, which is reported.
  public static func read(_ bytes: [UInt8], file: String, _ reading: Reading) -> Article? {
    guard let content = reading.read(ArticleFile.self, from: bytes, file: file),
      let defect = content.defect(reading: reading)
    else { return nil }
    return Article(
      defect: defect,
      text: String(decoding: bytes, as: UTF8.self),
      values: content.body.statedValues
    )
  }

  /// The files, under the names that they have in the folder `Articles`.
  static let embedded: [(name: String, bytes: [UInt8])] = [
    ("Q175982.yaml", PackageResources.Q175982_yaml),
    ("Q192265.yaml", PackageResources.Q192265_yaml),
    ("Q197142.yaml", PackageResources.Q197142_yaml),
    ("Q214573.yaml", PackageResources.Q214573_yaml),
    ("Q260554.yaml", PackageResources.Q260554_yaml),
  ]
}

extension ArticleID {
  /// Whether one id comes before another: by their numbers.
  static func precedes(_ left: String, _ right: String) -> Bool {
    (left.utf8.count, left) < (right.utf8.count, right)
  }
}
