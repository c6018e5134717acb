import Testing

@testable import YAML

/// A text in which lines below the mistakes say what they are:
///
///     key: [a
///     #    ^ yaml-bracket-unclosed
///
/// A marker is a line of nothing but a possible `#`, carets under the exact span, and codes. It is
/// taken out before the text is read. One caret also stands for an empty span.
struct Marked {
  struct Mark: Hashable, CustomStringConvertible {
    var line: Int
    var column: Int
    var width: Int
    var code: String
    var description: String { "\(line):\(column)+\(width) \(code)" }
  }

  var text = ""
  var marks: [Mark] = []

  init(_ marked: String) {
    var lines: [Substring] = []
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      let parts = line.split(separator: " ")
      guard let code = parts.last, code.hasPrefix("yaml-"), parts.count >= 2,
        parts.dropLast().allSatisfy({ $0.allSatisfy { $0 == "^" || $0 == "#" } })
      else {
        lines.append(line)
        continue
      }
      let characters = Array(line)
      guard let first = characters.firstIndex(of: "^") else { continue }
      let width = characters[first...].prefix { $0 == "^" }.count
      marks.append(Mark(line: lines.count, column: first + 1, width: width, code: String(code)))
    }
    text = lines.joined(separator: "\n")
  }

  /// The problems of the text must be those of the markers.
  func check(
    _ limits: YAMLLimits = YAMLLimits(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let (_, problems, _) = YAMLTree.read(Array(text.utf8), file: "t", limits: limits)
    let found = problems.map { problem in
      let (start, end) = (problem.span.start, problem.span.end)
      return Mark(
        line: start.line,
        column: start.column,
        width: start.line == end.line ? max(1, end.column - start.column) : 1,
        code: problem.code.rawValue
      )
    }
    #expect(found == marks, "\(problems.map(\.message))", sourceLocation: sourceLocation)
  }
}
