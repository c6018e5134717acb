import Foundation
import KnowledgeBase
import Plan
import Testing

/// Every small change of an article is refused, or it changes what is read: never silence.
@Suite("Mutations")
struct MutationTests {
  /// What an article says, but for its comments.
  struct Said: Equatable {
    let defect: Defect
    let values: [StatedValue]

    init?(_ text: String) {
      let read = ReadArticle(text)
      guard let article = read.article, read.diagnostics.isEmpty else { return nil }
      (defect, values) = (article.defect, article.values)
    }
  }

  /// The lines, those that are only comments left out.
  static func lines(_ path: String) -> [String] {
    ArticleFiles.text(path).split(separator: "\n").map(String.init).filter {
      !$0.drop { $0 == " " }.hasPrefix("#")
    }
    .map { line in line.firstRange(of: " #").map { String(line[..<$0.lowerBound]) } ?? line }
  }

  /// All changes of an article; of a sibling one in turn, which keeps the test short.
  static func some<Change>(_ changes: [Change], of path: String, _ number: Int) -> [Change] {
    path.hasPrefix(ArticleFiles.articles) ? changes : [changes[number % changes.count]]
  }

  func check(_ path: String, _ changed: String, _ what: String, against said: Said) {
    if Said(changed) == said { Issue.record("\(path): \(what) changes nothing:\n\(changed)") }
  }

  @Test("A line that is left out is missed", arguments: ArticleFiles.all)
  func deleted(path: String) throws {
    let lines = Self.lines(path)
    let said = try #require(Said(lines.joined(separator: "\n")))
    for index in lines.indices {
      var rest = lines
      rest.remove(at: index)
      check(path, rest.joined(separator: "\n"), "without \(lines[index])", against: said)
    }
  }

  @Test("A misspelt word is noticed", arguments: ArticleFiles.all)
  func misspelt(path: String) throws {
    let text = Self.lines(path).joined(separator: "\n")
    let said = try #require(Said(text))
    let word = try Regex("[A-Za-z][A-Za-z0-9-]*")
    for (number, match) in text.matches(of: word).enumerated() {
      let letters = Array(text[match.range])
      var swapped = letters
      if letters.count > 1 { swapped.swapAt(0, 1) }
      let changes = [swapped, letters + ["x"], Array(letters.dropLast())]
      for changed in Self.some(changes, of: path, number) where changed != letters {
        let other = text.replacingCharacters(in: match.range, with: String(changed))
        // Performance Monitor does not look at capitals.
        if other.lowercased() == text.lowercased() { continue }
        check(path, other, "\(String(letters)) as \(String(changed))", against: said)
      }
    }
  }

  @Test("A value of another type is noticed", arguments: ArticleFiles.all)
  func replaced(path: String) throws {
    let text = Self.lines(path).joined(separator: "\n")
    let said = try #require(Said(text))
    let value = try Regex(": ('[^']*'|\"[^\"]*\"|[^\\s,{}\\[\\]][^,{}\\[\\]\n]*|\\[ *\\]|\\{ *\\})")
    let others = ["[]", "{}", "", "~", "12", "5m", "3 KiB", "true", "no", "'x y'", "[a, b]"]
    for (number, match) in text.matches(of: value).enumerated() {
      for other in Self.some(others, of: path, number) {
        let changed = text.replacingCharacters(in: match.range, with: ": \(other)")
        if text[match.range].dropFirst(2).filter({ $0 != " " }) == other { continue }
        check(path, changed, "\(text[match.range]) as \(other)", against: said)
      }
    }
  }

  @Test("A line that stands twice, or further in, is noticed", arguments: ArticleFiles.all)
  func doubled(path: String) throws {
    let lines = Self.lines(path)
    let said = try #require(Said(lines.joined(separator: "\n")))
    for index in lines.indices {
      var more = lines
      more.insert(lines[index], at: index)
      check(path, more.joined(separator: "\n"), "twice \(lines[index])", against: said)
    }
  }
}
