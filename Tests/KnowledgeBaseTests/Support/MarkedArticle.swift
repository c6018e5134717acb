import KnowledgeBase
import Schema
import Testing
import YAML

/// An article with comments below its mistakes that say what they are:
///
///     effect: [ { withhold: handles } ]
///     #                     ^^^^^^^ nothing-to-withhold
///
/// Of the article's keys those that are not written stand there without a mistake.
struct MarkedArticle {
  struct Mark: Hashable, Comparable, CustomStringConvertible {
    let line: Int
    let column: Int
    let width: Int
    let code: String

    var description: String { "\(line):\(column)+\(width) \(code)" }

    static func < (left: Mark, right: Mark) -> Bool {
      (left.line, left.column, left.width, left.code)
        < (right.line, right.column, right.width, right.code)
    }
  }

  static let sound = [
    "article": "article: Q123456", "title": "title: A title",
    "affects": "affects: [ { component: store.exe, from: 5.5.1960, below: 5.5.2653 } ]",
    "trigger": "trigger: { event: store.logoff }",
    "effect": "effect: [ { leak: handles, amount: { value: 1, source: text } } ]",
    "shows": "shows: []", "frees": "frees: []", "fixed": "fixed: []",
  ]
  static let order = [
    "article", "title", "affects", "trigger", "effect", "shows", "frees", "fixed",
  ]

  let text: String
  let marks: [Mark]

  init(_ parts: String) {
    let written = parts.split(separator: "\n").map { $0.prefix { $0 != ":" } }
    let missing = Self.order.filter { key in !written.contains { $0 == key } }
    text = (missing.map { Self.sound[$0]! } + [parts]).joined(separator: "\n")
    var marks: [Mark] = []
    var last = 0
    for (number, line) in zip(1..., text.split(separator: "\n", omittingEmptySubsequences: false)) {
      let words = line.split(separator: " ")
      guard words.count == 3, words[0] == "#", words[1].allSatisfy({ $0 == "^" }),
        let caret = line.firstIndex(of: "^")
      else {
        last = number
        continue
      }
      marks.append(
        Mark(
          line: last,
          column: line.distance(from: line.startIndex, to: caret) + 1,
          width: words[1].count,
          code: String(words[2])
        )
      )
    }
    self.marks = marks.sorted()
  }

  /// The diagnostics must be those of the marks; none of them leaves a defect, unless all warn.
  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    let read = ReadArticle(text)
    let found = read.diagnostics.map { diagnostic in
      let source = read.reading.sources[Int(diagnostic.place.source)]
      let start = source.place(at: Int(diagnostic.place.start))
      return Mark(
        line: start.line,
        column: start.column,
        width: diagnostic.place.range.count,
        code: diagnostic.rule.code
      )
    }
    #expect(found.sorted() == marks, "\(text)\n\(read.report)", sourceLocation: sourceLocation)
    let isRefused = read.diagnostics.contains { $0.severity == .error }
    #expect((read.article == nil) == isRefused, sourceLocation: sourceLocation)
  }
}
