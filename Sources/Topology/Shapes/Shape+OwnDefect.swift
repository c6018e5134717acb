import KnowledgeBase
import Schema

/// A defect of the user's own: written here, or in a file of its own.
enum OwnDefectText: Sendable {
  case body(ArticleBody)
  case file(String)
}

extension Shape where Value == OwnDefectText {
  /// The body of an article, or the file that holds it.
  static var ownDefect: Shape {
    .either(
      Shape<ArticleBody>.record(ArticleBody.self).map(back: { defect in
        guard case .body(let body) = defect else { fatalError("a file is no body") }
        return body
      }) { .body($0) },
      Shape<String>.line.map(back: { defect in
        if case .file(let path) = defect { path } else { "{ … }" }
      }) { .file($0) }
    )
  }
}
