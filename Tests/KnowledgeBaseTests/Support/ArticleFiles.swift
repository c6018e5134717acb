import Foundation
import KnowledgeBase
import Plan
import Schema
import Testing
import YAML

/// The folders of articles, as they lie beside the code.
enum ArticleFiles {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  static let articles = root + "/Sources/KnowledgeBase/Articles"
  static let siblings = root + "/Tests/KnowledgeBaseTests/Siblings"

  /// The names of the YAML files in a folder, sorted.
  static func names(in folder: String) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return all.filter { $0.hasSuffix(".yaml") }.sorted()
  }

  /// The text of a file.
  static func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }

  /// The paths of all articles and siblings.
  static let all = [articles, siblings].flatMap { folder in
    names(in: folder).map { "\(folder)/\($0)" }
  }
}

/// A text read as an article, and what was said of it.
struct ReadArticle {
  let article: Article?
  let diagnostics: [Diagnostic]
  let reading: Reading

  init(_ text: String, file: String = "article.yaml") {
    reading = Reading()
    article = Articles.read(Array(text.utf8), file: file, reading)
    diagnostics = reading.diagnostics
  }

  var defect: Defect? { article?.defect }

  /// The diagnostics, one a line.
  var report: String {
    diagnostics.map { diagnostic in
      let source = reading.sources[Int(diagnostic.place.source)]
      let start = source.place(at: Int(diagnostic.place.start))
      return "\(start.line):\(start.column) \(diagnostic.rule.code): \(diagnostic.message)"
        + " \(diagnostic.notes) \(diagnostic.fixes)"
    }
    .joined(separator: "\n")
  }
}
