import KnowledgeBase
import Schema

/// A defect of the user's own: written here, or in a file of its own.
enum OwnDefectText: Sendable {
  case file(String)
}

extension Shape where Value == OwnDefectText {
  /// The body of an article, or the file that holds it.
  static var ownDefect: Shape {
    Shape<String>.line.map(back: { defect in
      switch defect {
      case .file(let path): path
      }
    }) { .file($0) }
  }
}
