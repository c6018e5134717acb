import Testing

@testable import YAML

/// Every place of a text is what counting from its beginning gives.
@Suite("YAML places")
struct PlaceTests {
  /// The line and the column of an offset, counted character by character.
  private func counted(_ bytes: [UInt8], _ offset: Int) -> (line: Int, column: Int) {
    var (line, column) = (1, 1)
    for index in 0..<offset {
      let isMark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) && index < 3
      if isMark && offset >= 3 { continue }
      let isReturnBeforeFeed =
        bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if bytes[index] == 0x0A || bytes[index] == 0x0D && !isReturnBeforeFeed {
        (line, column) = (line + 1, 1)
      } else if bytes[index] & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  private static let texts = [
    "", "a", "a\n", "a: b\n\nc: ä€🙂d\n", "\u{FEFF}ä: b\nc", "a\r\nb\rc\r\n\r\nd", "# ä\n# é\n",
    String(repeating: "ä€ text, ", count: 60) + "\nx: " + String(repeating: "🙂", count: 140),
  ]

  @Test("of a span from anywhere to anywhere", arguments: texts)
  func spans(text: String) {
    let bytes = Array(text.utf8)
    let source = YAMLTree.read(bytes, file: "t", limits: YAMLLimits()).0.source
    let starts = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
    let places = starts.map { counted(bytes, $0) }
    for first in stride(from: 0, to: starts.count, by: starts.count > 100 ? 37 : 1) {
      for last in first..<starts.count {
        let span = source.span(starts[first]..<starts[last])
        guard span.start.line == places[first].line, span.start.column == places[first].column,
          span.end.line == places[last].line, span.end.column == places[last].column,
          span.start.offset == starts[first], span.end.offset == starts[last]
        else {
          Issue.record("\(starts[first])..<\(starts[last]): \(span.start), \(span.end)")
          return
        }
      }
    }
  }

  @Test("of a line without its break")
  func lines() {
    let source = YAMLTree.read(
      Array("\u{FEFF}a\r\n\nbc\r\r\n".utf8),
      file: "t",
      limits: YAMLLimits()
    ).0.source
    #expect((1...source.lineCount).map(source.line) == ["a", "", "bc", "", ""])
  }

  @Test("of all nodes in time that follows their number, in one line or in many")
  func walk() throws {
    for (separator, tail) in [(", ", "]"), ("\n , ", "\n ]")] {
      func seconds(_ count: Int) throws -> Double {
        let items = (0..<count).map { "{kä: v\($0)}" }.joined(separator: separator)
        let stream = try YAMLStream.read(text: " [" + items + tail, file: "t")
        var columns = 0
        return (0..<3).map { _ in
          ThreadClock.seconds {
            for item in stream.documents[0].root.items {
              for entry in item.entries {
                columns += entry.key.span.end.column + entry.value.text.count
              }
            }
          }
        }
        .min()!
      }
      var ratio = Double.infinity
      for _ in 0..<6 where ratio > 20 { ratio = min(ratio, try seconds(4_000) / seconds(400)) }
      #expect(ratio < 20)
    }
  }
}
