import Foundation
import Schema
import Testing

/// How many mutations are tried: `MAILROOM_MUTATIONS=all` tries each, a number another seed.
enum MutationScope {
  private static let wish = ProcessInfo.processInfo.environment["MAILROOM_MUTATIONS"] ?? ""
  static let isAll = wish == "all"
  static let seed = UInt64(wish) ?? 1999

  /// All of them, or some by chance.
  static func sample<Element>(_ all: [Element], of count: Int, _ purpose: UInt64) -> [Element] {
    if isAll || all.count <= count { return all }
    var chance = Chance(seed &+ purpose)
    var rest = all
    return (0..<count).map { _ in rest.remove(at: chance.below(rest.count)) }
  }
}

/// A shipped file, read once.
struct MutatedFile: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let lines: [String]

  init(_ name: String) {
    self.name = name
    text = ShippedFiles.text(name)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
      String.init
    )
  }

  var testDescription: String { name }

  static let all = ShippedFiles.names.map(MutatedFile.init)

  func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }

  /// Whether a line, counted from 0, says nothing.
  func isComment(_ number: Int) -> Bool {
    let content = lines[number].drop { $0 == " " }
    return content.isEmpty || content.hasPrefix("#")
  }
}

/// What became of a changed text.
enum MutationOutcome: Equatable {
  /// Something was said, on these lines; the plan is there where it was no error.
  case told(lines: [Int], rules: [String], isError: Bool)
  /// Nothing was said, and this is the plan.
  case plan(PlanDump)

  init(_ text: String) {
    let topology = ReadTopology(text)
    if !topology.isSilent {
      self = .told(
        lines: topology.lines,
        rules: topology.reading.diagnostics.map(\.rule.code),
        isError: topology.plan == nil
      )
    } else if let plan = topology.plan {
      self = .plan(PlanDump(plan))
    } else {
      self = .told(lines: [], rules: [], isError: true)
    }
  }

  var wasTold: Bool { if case .told(let lines, _, _) = self { !lines.isEmpty } else { false } }

  /// Whether something was said on this line.
  func wasTold(on line: Int) -> Bool {
    if case .told(let lines, _, _) = self { lines.contains(line) } else { false }
  }

  /// The same rules broken, or the same plan, wherever the words now stand.
  func isSame(as other: MutationOutcome) -> Bool {
    switch (self, other) {
    case (.told(_, let left, _), .told(_, let right, _)): left == right
    case (.plan(let left), .plan(let right)): left == right
    default: false
    }
  }

  var words: String {
    switch self {
    case .told(let lines, let rules, _): "told on \(lines): \(rules)"
    case .plan: "a plan, and nothing said"
    }
  }

  func difference(from other: MutationOutcome) -> String {
    if case .plan(let own) = self, case .plan(let before) = other {
      return own == before ? "the same plan" : own.difference(from: before)
    }
    return words + " / " + other.words
  }
}
