import Testing

@testable import YAML

/// Ten times the text takes about ten times as long, whatever it holds.
@Suite("YAML linear time", .serialized)
struct LinearTimeTests {
  struct Shape: Sendable, CustomTestStringConvertible {
    let testDescription: String
    private let make: @Sendable (Int) -> String

    /// Units, as many as the size takes.
    init(
      _ name: String,
      _ head: String = "",
      _ tail: String = "",
      _ unit: @escaping @Sendable (Int) -> String
    ) {
      self.init(whole: name) { size in
        var text = head
        var number = 0
        while text.utf8.count < size {
          text += unit(number)
          number += 1
        }
        return text + tail
      }
    }

    /// A text of about a size.
    init(whole name: String, _ make: @escaping @Sendable (Int) -> String) {
      testDescription = name
      self.make = make
    }

    func text(_ size: Int) -> [UInt8] { Array(make(size).utf8) }
  }

  static let shapes = [
    Shape("block mappings") { "host\($0):\n  os: NT 4.0\n  disks: { C: 4 GiB }\n" },
    Shape("one flow sequence", "[", "]") { "i\($0), " },
    Shape("one flow mapping", "{", "}") { "k\($0), " },
    Shape("pairs", "[", "]") { _ in ":," },
    Shape("anchors and aliases") { "- &a\($0) x\n- *a\($0)\n" },
    Shape("an anchor set again") { _ in "- &a x\n" },
    Shape("one alias") { $0 == 0 ? "- &a [b]\n" : "- *a\n" },
    Shape("a folded scalar", "a: >\n") { _ in "  some line of text\n\n" },
    Shape("a plain scalar", "a:\n") { _ in "  some line of text\n" },
    Shape("a quoted scalar", "a: \"", "\"") { _ in "some \\\"line\\\"    \n  " },
    Shape("a long line", "a: \"", "\"") { _ in "ä€ text, " },
    Shape("columns of a long line", "[", "]") { _ in "*ä, " },
    Shape("nested brackets") { _ in
      "- " + String(repeating: "[", count: 100) + String(repeating: "]", count: 100) + "\n"
    },
    Shape("nested keys") { _ in
      "- " + String(repeating: "[", count: 100) + String(repeating: "]: b", count: 99) + "]\n"
    },
    Shape("nested explicit keys") { "- " + String(repeating: "? ", count: 50) + "a\($0)\n" },
    Shape("nested dashes") { _ in String(repeating: "- ", count: 100) + "a\n" },
    Shape("blank lines", "a:\n") { _ in "\n" },
    Shape("blank lines after dashes", String(repeating: "- ", count: 100)) { _ in " \n" },
    Shape("blank lines in a scalar", "a: |\n") { _ in "\n" },
    Shape("comments", "a:\n") { _ in "# c\n" },
    Shape("documents") { _ in "--- &a b\n" },
    Shape("collections as keys") { "? [a, \($0)]\n: b\n" },
    Shape("a wide key", "? [", "]\n: c\n? [x]\n: d") { _ in "[b]," },
    Shape(whole: "keys within keys") { size in
      String(repeating: "{? ", count: size / 8) + "a"
        + String(repeating: ", b: c}", count: size / 8)
    },
    Shape(whole: "an alias in many keys") { size in
      "- &a [" + String(repeating: "b, ", count: size / 6) + "]\n"
        + String(repeating: "- {? [*a] : c, d}\n", count: size / 36)
    },
    Shape("keys alike") { "? \(String(repeating: "x", count: 200))\($0)\n: b\n" },
    Shape("tag handles", "", "--- a") { "%TAG !a\($0)! tag:yaml.org,2002:\n" },
    Shape("tags with handles") { "%TAG !a\($0)! tag:yaml.org,2002:\n--- !a\($0)!str b\n...\n" },
    Shape("unknown directives", "", "--- a") { "%A\($0)\n" },
    Shape("byte order marks") { _ in "\u{FEFF}...\n" },
    Shape("quoted control characters", "a: '", "'") { _ in "\u{7F}" },
    Shape("open brackets after spaces", "a: ") { _ in "                             [\n" },
  ]

  @Test("time follows the text", arguments: shapes)
  func ratio(shape: Shape) {
    let limits = YAMLLimits(depth: 1 << 20, aliasedNodes: 1 << 30, problems: 1_000_000)
    let small = shape.text(6_000)
    let large = shape.text(60_000)
    // The least of several: another thread can only make a run longer.
    var ratio = Double.infinity
    for _ in 0..<6 where ratio > 20 {
      let one = (0..<3).map { _ in
        ThreadClock.seconds { _ = YAMLTree.read(small, file: "", limits: limits) }
      }
      .min()!
      let ten = (0..<2).map { _ in
        ThreadClock.seconds { _ = YAMLTree.read(large, file: "", limits: limits) }
      }
      .min()!
      ratio = min(ratio, ten / one)
    }
    #expect(ratio < 20, "\(shape.testDescription): \(ratio) times for ten times the text")
  }

  @Test("the tape holds at most three elements of sixteen bytes for two bytes of text")
  func tape() {
    #expect(MemoryLayout<Record>.stride == 16)
    for shape in Self.shapes {
      let text = shape.text(20_000)
      let limits = YAMLLimits(depth: 1 << 20, aliasedNodes: 1 << 30, problems: 1_000_000)
      let tape = YAMLTree.read(text, file: "", limits: limits).0.tape
      #expect(tape.records.count * 2 <= text.count * 3 + 64, "\(shape.testDescription)")
      #expect(tape.cooked.count <= text.count)
    }
  }
}
