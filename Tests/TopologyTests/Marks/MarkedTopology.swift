import Schema
import Testing
import YAML

/// A topology with comments below its mistakes that say what they are:
///
///     mail: { m: { from: HQ/B, to: HQ/A, volume: 10/day } }
///     #                  ^^^^ unknown-name
struct MarkedTopology {
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

  let compiled: Compiled
  let marks: [Mark]

  init(_ text: String) {
    compiled = Compiled(text)
    var marks: [Mark] = []
    var last = 0
    let lines = compiled.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in zip(1..., lines) {
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

  /// What is reported, in the form of marks.
  var found: [Mark] {
    compiled.reading.diagnostics.map { diagnostic in
      let source = compiled.reading.sources[Int(diagnostic.place.source)]
      let start = source.place(at: Int(diagnostic.place.start))
      return Mark(
        line: start.line,
        column: start.column,
        width: diagnostic.place.range.count,
        code: diagnostic.rule.code
      )
    }
    .sorted()
  }

  /// All that is marked is reported, and nothing else; an error leaves no plan.
  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    let report = "\(compiled.text)\n\(compiled.report)"
    #expect(found == marks, "\(report)", sourceLocation: sourceLocation)
    let isRefused = compiled.reading.diagnostics.contains { $0.severity == .error }
    #expect((compiled.plan == nil) == isRefused, "\(report)", sourceLocation: sourceLocation)
  }
}
